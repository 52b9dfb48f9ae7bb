// The paper sheet: shown once, read back once; later typed or scanned again.
import { scanner } from "../camera.mjs";
import { t } from "../language.mjs";
import { button, el, sign } from "../page.mjs";
import { qr } from "../qr.mjs";
import { grouped, readSheet } from "../../secret/sheet.mjs";

export const nameOf = (state, number) => state.members[number - 1].name;

export const shown = (state, sheet, done) => [
  el("h1", t("sheet", { name: nameOf(state, state.me) })),
  state.rehearsal && el("p", el("b", t("rehearsal"))),
  el("p", t("about", state)),
  el("p", `${state.khu_pho}, ${state.ward}`),
  el("div.dc-slip", el("p.dc-digits", grouped(sheet)), qr(sheet, t("sheetQr"))),
  el("p", t("sheetSays")),
  el("div.dc-acts", button([sign("print"), t("print")], () => window.print(), "secondary"), button(t("copied"), done)),
];

// Gives the digits. `accepts` says whether they are the right ones; `back` shows the sheet again.
export function asked({ title, says, wrong, accepts, back }, done) {
  const fault = el("p.govuk-error-message", { id: "sai", role: "alert", hidden: !wrong }, wrong);
  const say = (words) => {
    fault.textContent = words;
    fault.hidden = false;
    field.setAttribute("aria-invalid", "true");
  };
  const given = (text) => {
    const sheet = readSheet(text);
    if (!sheet) say(t("sheetSlip"));
    else if (!accepts(sheet)) say(t("sheetOther"));
    else done(sheet);
    return Boolean(sheet);
  };
  const field = el("input.govuk-input.dc-input--digits", {
    id: "to-chia",
    inputmode: "numeric",
    autocomplete: "off",
    spellcheck: "false",
    "aria-describedby": "sai",
  });
  const submit = (event) => {
    event.preventDefault();
    if (!given(field.value)) field.focus();
  };
  return [
    el("h1", title),
    el("p", says),
    el("div.dc-under", scanner(given)),
    el(
      "form.dc-under",
      { submit, novalidate: true },
      el("div.govuk-form-group", el("label.govuk-label", { for: "to-chia" }, t("sheetLabel")), fault, field),
      el("button.dc-button.dc-button--wide", { type: "submit" }, t("next")),
    ),
    back && el("div.dc-acts", button(t("see"), back, "secondary")),
  ];
}
