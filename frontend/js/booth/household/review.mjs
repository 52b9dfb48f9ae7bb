// What will be sent, in large letters, while the worker seals it; then the receipt, or the test ballot opened.
import { t } from "../language.mjs";
import { button, el, fill, more, notice, progress, row, rows, sign } from "../page.mjs";
import { qr } from "../qr.mjs";
import { wardAddress } from "../wire.mjs";
import { whoKnows } from "./paper.mjs";

// Gives "again", "send" or "test"; sending waits for the seal if it is not there yet.
export function reviewing({ entered, paper, answers, chosen, work }, done) {
  const working = progress(t("sealing"));
  const state = el("div", { role: "status" }, working.node);
  const test = more(t("doubt"), el("p", t("doubtSays")), button(t("openTest"), () => done("test"), "secondary"));
  test.hidden = true;
  const send = button(t("send"), async () => {
    send.textContent = work.sealed ? t("busy") : t("sealing");
    send.setAttribute("aria-busy", "true");
    await work.promise.catch(() => {});
    done("send");
  }, "send");
  work.told = working.set;
  work.promise.then(
    (sealed) => {
      fill(state, el("p", t("sealed", sealed)));
      test.hidden = false;
    },
    () => done("send"),
  );
  const { name, number, address } = entered.household;
  return [
    el("h1", t("review")),
    el("p.dc-quiet", t("chooses", paper)),
    el("p.dc-picked", answers[chosen]),
    el("p", paper.means[chosen]),
    el("div.dc-acts", button(t("chooseAgain"), () => done("again"), "secondary")),
    rows(
      row(t("household"), `${name || number}, ${address}`),
      row(t("whoKnows"), whoKnows(paper.election)),
      row(t("changing"), paper.may_replace ? t("mayChange", paper) : t("mayNot")),
    ),
    el("div.dc-under", state),
    el("div.dc-acts", send),
    test,
  ];
}

export const filed = (name, text) =>
  el("a.dc-button.dc-button--secondary.dc-button--wide", {
    href: URL.createObjectURL(new Blob([text], { type: "application/json" })),
    download: name,
  });

// The ballot is opened by what sealed it, and never sent.
export function tested({ entered, answers, sealed, holds, election }, done) {
  const { text: ballot, choice, randomness } = sealed;
  const save = filed("phieu-thu.json", JSON.stringify({ election, ballot, choice, randomness }));
  save.append(sign("save"), t("testFile"));
  return [
    el("h1", t("test")),
    holds
      ? notice("done", t("testHolds"), el("p", el("b", answers[choice])))
      : notice("act", t("testFails"), el("p", t("testFailsSays", entered))),
    rows(row(t("testCode"), el("b", sealed.short)), row(t("testChoice"), answers[choice])),
    el("p", t("testSays")),
    el("div.dc-acts", save, button(t("chooseAgain"), done)),
  ];
}

export function received({ entered, paper, sealed, answer }, done) {
  const { name, number } = entered.household;
  const matches = answer.tracker === sealed.tracker;
  const address = wardAddress(answer.receipt);
  return [
    el("div.dc-done", el("span.dc-done__mark", sign("tick")), el("h1.dc-plain", t("received"))),
    el("p", t("receivedAt", { received: answer.received, name: name || number }), answer.replaced && ` ${t("replaced")}`),
    !matches && notice("act", t("differs"), el("p", t("differsSays", entered))),
    el(
      "div.dc-slip",
      el("p", t("code")),
      el("p.dc-slip__code", sealed.short),
      el("div.dc-slip__qr", qr(address, t("qrLabel"))),
      el("p", t("keepCode")),
    ),
    more(t("fullCode"), el("p.dc-long", sealed.tracker)),
    paper.may_replace && el("p", t("mayChange", paper)),
    answer.words && !entered.kiosk && [
      el("p.dc-under", t("moreSays")),
      el("p", el("a", { href: wardAddress(answer.words) }, t("more"))),
    ],
    el("div.dc-acts", button(entered.kiosk ? t("leave") : t("page"), done, "secondary")),
  ];
}
