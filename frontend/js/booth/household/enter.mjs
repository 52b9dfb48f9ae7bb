// Before the ballot: the card, which matter, the 20 digits.
import { digitsOf } from "../fragment.mjs";
import { t } from "../language.mjs";
import { button, el } from "../page.mjs";
import { wardAddress } from "../wire.mjs";

export const SECRET_DIGITS = 20;

export const scanFirst = (says) => [
  el("h1", t("scan")),
  says && el("p.dc-lead", says),
  el("p", t("scanSays")),
  el("p.dc-under", el("a", { href: wardAddress("the/") }, t("byCode"))),
];

export const whichVote = (votes, done) => [
  el("h1", t("which")),
  el(
    "ul.dc-list",
    votes.map((vote) =>
      el("li", button(vote.title, () => done(vote), "secondary"), el("p.dc-quiet", t("until", vote), vote.sent && ` (${t("alreadySent")})`)),
    ),
  ),
];

const grouped = (digits) => digits.replace(/(.{4})(?=.)/g, "$1 ");

// Gives 20 digits; `wrong` says that those given last were not this card's.
export function askDigits(wrong, done) {
  const fault = el("p.govuk-error-message", { id: "sai", role: "alert" }, wrong && t("digitsWrong"));
  fault.hidden = !wrong;
  const field = el("input.govuk-input.dc-input--digits", {
    id: "so-kin",
    inputmode: "numeric",
    autocomplete: "off",
    spellcheck: "false",
    "aria-describedby": "so-kin-goi-y sai",
    "aria-invalid": wrong && "true",
    input: () => {
      const digits = digitsOf(field.value);
      if (/^[0-9]*$/.test(digits) && field.selectionStart === field.value.length) field.value = grouped(digits);
    },
  });
  const given = (event) => {
    event.preventDefault();
    const digits = digitsOf(field.value);
    if (digits.length === SECRET_DIGITS && /^[0-9]+$/.test(digits)) return done(digits);
    fault.textContent = t("digitsCount", { count: digits.replace(/[^0-9]/g, "").length });
    fault.hidden = false;
    field.setAttribute("aria-invalid", "true");
    field.focus();
  };
  return [
    el("h1", t("digits")),
    el(
      "form",
      { submit: given, novalidate: true },
      el(
        "div.govuk-form-group",
        el("label.govuk-label", { for: "so-kin" }, t("digitsLabel")),
        el("p.govuk-hint", { id: "so-kin-goi-y" }, t("digitsSays")),
        fault,
        field,
      ),
      el("button.dc-button.dc-button--wide", { type: "submit" }, t("next")),
    ),
  ];
}
