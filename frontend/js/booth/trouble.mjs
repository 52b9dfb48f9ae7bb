// Refusals, broken connections and accidents, each as a page that says what to do.
import { t } from "./language.mjs";
import { ask, button, el, notice, row, rows } from "./page.mjs";
import { Refused, Unreached } from "./wire.mjs";

const refusal = (said) => [
  el("h1", said.title),
  el("p.dc-lead", said.sentence),
  rows(said.remedy && row(t("remedy"), said.remedy), said.basis && row(t("basis"), said.basis)),
];

// What the work gives. Without a connection the person may try again, as often as needed; sending twice is one act.
export async function insist(work) {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Unreached)) throw error;
      await ask((done) => [el("h1", t("network")), el("p", t("networkSays")), button(t("again"), done)]);
    }
  }
}

// The last page: nothing goes on from here but the ways offered.
export const ended = (error, ...ways) =>
  ask(() => (error instanceof Refused ? [refusal(error.said), ways] : [accident(), ways]));

const accident = () => [el("h1", t("accident")), notice("act", t("remedy"), el("p", t("accidentSays")))];

// A refusal that is read and left behind.
export const refused = (error) => ask((done) => [refusal(error.said), button(t("back"), done, "secondary")]);
