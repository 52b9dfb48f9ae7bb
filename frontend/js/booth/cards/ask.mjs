// What the leader gives: the file, its key, the number of a household.
import { isVault } from "../../secret/vault.mjs";
import { readSheet } from "../../secret/sheet.mjs";
import { t } from "../language.mjs";
import { el } from "../page.mjs";

// One field, its fault, one button. `read` gives the value, or the words that say what is wrong.
function form({ title, says, label, input }, read, done) {
  const fault = el("p.govuk-error-message", { id: "sai", role: "alert", hidden: true });
  const field = el(`input.${input.type === "file" ? "dc-file-input" : "govuk-input.dc-input--digits"}`, {
    id: "o", autocomplete: "off", spellcheck: "false", "aria-describedby": "sai", ...input,
  });
  const submit = async (event) => {
    event.preventDefault();
    const { value, wrong } = await read(field);
    if (!wrong) return done(value);
    fault.textContent = wrong;
    fault.hidden = false;
    field.setAttribute("aria-invalid", "true");
    field.focus();
  };
  return [
    el("h1", title),
    el("p", says),
    el(
      "form.dc-under",
      { submit, novalidate: true },
      el("div.govuk-form-group", el("label.govuk-label", { for: "o" }, label), fault, field),
      el("button.dc-button.dc-button--wide", { type: "submit" }, t("next")),
    ),
  ];
}

export const askFile = (done) =>
  form(
    { title: t("load"), says: t("loadSays"), label: t("fileLabel"), input: { type: "file", accept: ".json" } },
    async ({ files: [file] }) => {
      const text = file ? await file.text() : "";
      return isVault(text) ? { value: text } : { wrong: t("fileWrong") };
    },
    done,
  );

// `accepts` gives the value for right digits, null for others.
export const askKey = (title, accepts, done) =>
  form(
    { title, says: t("keySays"), label: t("keyLabel"), input: { inputmode: "numeric" } },
    async (field) => {
      const digits = readSheet(field.value);
      const value = digits && (await accepts(digits));
      return value ? { value } : { wrong: t("keyWrong") };
    },
    done,
  );

export const askHousehold = (households, done) =>
  form(
    { title: t("remake"), says: t("remakeSays"), label: t("which"), input: {} },
    (field) => {
      const value = households.find(({ number }) => number === field.value.trim());
      return value ? { value } : { wrong: t("whichWrong") };
    },
    done,
  );
