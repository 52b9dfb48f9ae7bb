// The matter and the three answers: same size, same colour, nothing chosen beforehand.
import { listen } from "../../listen.mjs";
import { fingerprint } from "../../secret/protocol.mjs";
import { language, t } from "../language.mjs";
import { button, el, more, notice, row, rows } from "../page.mjs";
import { wardAddress } from "../wire.mjs";

const link = (words, path) => el("a", { href: wardAddress(path), target: "_blank", rel: "noopener noreferrer" }, words);

const matter = (paper) => [
  el("div", { id: "noi-dung-phieu" }, el("p", paper.question), el("ol.dc-numbered", paper.items.map((one) => el("li", one)))),
  spoken(),
  paper.listen && el("p", link(t("recording"), paper.listen)),
  el("p", el("a", { href: "#chon" }, t("skip"))),
  paper.documents.map((one) => el("p", link(one.label, one.href))),
];

// The device's own voice; the button shows where there is one for the language.
function spoken() {
  queueMicrotask(() => listen(document, window));
  const given = { type: "button", hidden: true, "data-speak": "noi-dung-phieu", "data-lang": language() };
  return el("button.dc-listen", given, t("listen"));
}

export const whoKnows = (election) => [
  t("whoKnowsSays"),
  " ",
  more(
    t("why"),
    el("div.dc-why__body", el("p", t("limits")), el("p.dc-long", t("electionCode"), " ", fingerprint(election))),
  ),
];

const facts = (paper) =>
  rows(
    row(t("whoAsks"), paper.who_asks),
    row(t("sendBy"), el("b", paper.until)),
    row(t("needed"), paper.needed, paper.needed_why && more(t("why"), el("div.dc-why__body", paper.needed_why))),
    row(t("whoKnows"), whoKnows(paper.election)),
  );

function tile(name, meaning, value, chosen) {
  const id = `y-${value}`;
  return el(
    "div.dc-tile",
    el("input.dc-tile__input", { type: "radio", name: "y", id, value: `${value}`, checked: chosen === value }),
    el("label", { for: id }, el("span.dc-tile__name", name), el("span.dc-tile__mean", meaning)),
  );
}

export const help = ({ contact, phone }) =>
  phone && el("p.dc-under", t("help", { contact }), " ", el("a", { href: `tel:${phone.replace(/\s/g, "")}` }, phone));

// Gives the number of the answer.
export function choosing({ entered, paper, answers, chosen }, done) {
  const missing = el("p.govuk-error-message", { id: "thieu", hidden: true, role: "alert" }, t("chooseFirst"));
  const tiles = el(
    "fieldset.dc-tiles.dc-tiles--choice",
    { id: "chon", "aria-describedby": "thieu" },
    el("legend", t("chooseOne")),
    missing,
    answers.map((name, i) => tile(name, paper.means[i], i, chosen)),
  );
  const look = () => {
    const picked = tiles.querySelector(":checked");
    if (picked) return done(Number(picked.value));
    missing.hidden = false;
    tiles.querySelector("input").focus();
  };
  const { name, address, number } = entered.household;
  return [
    el("p.dc-over", t("ballotOf", { name: name || number, address })),
    el("h1", paper.title),
    paper.entry && notice("done", t("sent"), el("p", t("sentSays", paper.entry))),
    matter(paper),
    facts(paper),
    el("div.dc-under", tiles),
    el("div.dc-acts", button(t("look"), look)),
    el("p.dc-quiet", t("notYet")),
    help(entered),
  ];
}
