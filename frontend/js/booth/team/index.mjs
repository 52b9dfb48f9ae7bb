// A member of the team: makes a part of the key, or opens a part of the sum.
import { takeFragment } from "../fragment.mjs";
import { t } from "../language.mjs";
import { readLine } from "../line.mjs";
import { ask, brand, button, controls, el, notice, show } from "../page.mjs";
import { ended, insist } from "../trouble.mjs";
import { Refused, call, findWard, setWard } from "../wire.mjs";
import { workshop } from "../workshop.mjs";
import { forget } from "./keep.mjs";
import { deskOf, make } from "./making.mjs";
import { open } from "./opening.mjs";
import "./words.mjs";

const IN_APP = /Zalo|FBAN|FBAV|FB_IAB|Messenger|Instagram|Line\//i;
const FILE = window.location.protocol === "file:";

const pasted = (wrong, done) => {
  const field = el("input.govuk-input", {
    id: "dong-chu", autocomplete: "off", spellcheck: "false", "aria-describedby": "goi-y sai", "aria-invalid": wrong && "true",
  });
  const submit = (event) => {
    event.preventDefault();
    done(field.value);
  };
  return [
    el("h1", t("paste")),
    el(
      "form",
      { submit, novalidate: true },
      el(
        "div.govuk-form-group",
        el("label.govuk-label", { for: "dong-chu" }, t("pasteLabel")),
        el("p.govuk-hint", { id: "goi-y" }, t("pasteSays")),
        el("p.govuk-error-message", { id: "sai", role: "alert", hidden: !wrong }, wrong && t("pasteWrong")),
        field,
      ),
      el("button.dc-button.dc-button--wide", { type: "submit" }, t("next")),
    ),
  ];
};

async function findPass() {
  if (!FILE) {
    const pass = takeFragment(window);
    await insist(findWard);
    return pass;
  }
  for (let wrong = false; ; wrong = true) {
    const line = readLine(await ask((done) => pasted(wrong, done)));
    if (!line) continue;
    setWard(line.ward);
    return line.pass;
  }
}

async function main() {
  if (IN_APP.test(window.navigator.userAgent)) {
    return show(() => [el("h1", t("inApp")), el("p.dc-lead", t("inAppSays"))]);
  }
  show(() => [el("h1", t("opening"))]);
  const pass = await findPass();
  if (!pass) return show(() => [el("h1", t("noPass")), el("p.dc-lead", t("noPassSays"))]);
  const withPass = (path, more) => call(path, { pass, ...more });
  const state = await insist(() => withPass("to/", {}));
  brand(state.khu_pho, state.ward);
  await attempt(workshop(), state, withPass);
}

// One ceremony or count; a ceremony that the leader begins again ends this one and opens the next.
async function attempt(bench, state, withPass) {
  const desk = deskOf(bench, state, withPass);
  try {
    await (state.count ? open(desk) : make(desk));
  } catch (error) {
    if (!(error instanceof Refused)) return broken(desk.state, error);
    if (error.said.refused !== "secret.restarted") throw error;
    forget(state);
    await ask((done) => [el("h1", t("restarted")), el("p.dc-lead", t("restartedSays")), button(t("next"), done)]);
    await attempt(bench, await insist(() => withPass("to/", {})), withPass);
  }
}

// The arithmetic does not hold: nothing more is posted.
const broken = (state, { message: what }) =>
  show(() => [
    el("h1", t("broken")),
    notice("act", t("stop"), el("p", what === "sheet" ? t("wrongSheet") : t("brokenSays", { what, phone: state.phone }))),
  ]);

controls(async () => {});
main().catch((error) => ended(error));
