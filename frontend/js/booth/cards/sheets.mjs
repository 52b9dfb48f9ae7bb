// What is printed: cards, eight to a sheet of A4, and the sealed list.
import { grouped } from "../../secret/sheet.mjs";
import { t } from "../language.mjs";
import { el } from "../page.mjs";
import { qr } from "../qr.mjs";

function card(state, { household, secret, card: token, code }) {
  const address = `${state.booth}#${token}.${secret}`;
  return el(
    "section.dc-card",
    el(
      "div",
      el("p", t("card")),
      el("p", `${state.khu_pho}, ${state.ward}`),
      el("p", el("b", t("householdOf", { name: household.name || household.number }))),
      el("p", household.address),
    ),
    qr(address, t("qrOf", household)),
    el("p.dc-card__code", el("span", t("codeIs")), " ", grouped(code)),
    el("p.dc-card__secret", t("secretIs"), " ", el("b", grouped(secret))),
    el("p.dc-card__foot", t("foot", state)),
  );
}

export const cards = (state, made) => el("div.dc-cards", made.map((one) => card(state, one)));

// One line a household; no names: whoever finds it still lacks the roll.
export const sealedList = (state, secrets) =>
  el(
    "div",
    el("h2", `${t("list")}: ${state.khu_pho}, ${state.ward}`),
    el(
      "ul.dc-sealed",
      state.households.filter(({ id }) => secrets[id]).map(({ id, number }) => el("li", t("line", { number }), grouped(secrets[id]))),
    ),
  );
