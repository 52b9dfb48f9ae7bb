// Counting: the device adds the sealed ballots of the public file itself and opens its part of the sum, nothing else.
import { t } from "../language.mjs";
import { ask, button, el, notice, progress, show } from "../page.mjs";
import { insist } from "../trouble.mjs";
import { Unreached, wardAddress } from "../wire.mjs";
import { forget, kept } from "./keep.mjs";
import { pause } from "./making.mjs";
import { asked } from "./sheet.mjs";

async function archive(path) {
  try {
    const answer = await fetch(wardAddress(path), { credentials: "omit", cache: "no-store" });
    if (answer.ok) return await answer.arrayBuffer();
  } catch {
    // said below, as for an answer that is none
  }
  throw new Unreached();
}

async function part(desk, sheet) {
  const working = progress(t("adding"));
  show(() => [el("h1", t("count")), working.node]);
  const bytes = await insist(() => archive(desk.state.count.archive));
  return desk.bench("open", { state: desk.state, sheet, archive: bytes }, working.set);
}

async function consent(desk) {
  const { state } = desk;
  if (!state.count.consent || state.count.consent[state.me - 1]) return;
  await ask((done) => [
    el("h1", t("few", state.count)),
    notice("soon", t("fewSays")),
    el("div.dc-acts", button(t("consent"), done)),
  ]);
  await desk.post("consent", true);
}

async function openOwn(desk) {
  const { state } = desk;
  let sheet = kept(state);
  let wrong = "";
  await ask((done) => [
    el("h1", t("count")),
    el("p", t("about", state)),
    el("p.dc-lead", t("countSays", state.count)),
    el("div.dc-acts", button(t("openPart"), done)),
  ]);
  for (;;) {
    const texts = { title: t("readSheet"), says: t("readSheetSays"), wrong, accepts: () => true };
    sheet ??= await ask((done) => asked(texts, done));
    try {
      return await desk.post("opening", await part(desk, sheet));
    } catch (error) {
      if (error.message !== "sheet") throw error;
      forget(state);
      sheet = null;
      wrong = t("wrongSheet");
    }
  }
}

export async function open(desk) {
  const me = desk.state.me - 1;
  if (!desk.state.count.result && !desk.state.count.openings[me]) {
    await consent(desk);
    await openOwn(desk);
  }
  while (!desk.state.count.result) {
    const have = desk.state.count.openings.filter(Boolean).length;
    show(() => [el("h1", t("opened")), el("p.dc-lead", t("openedSays", { have, needed: desk.state.needed }))]);
    await pause();
    await desk.refresh();
  }
  forget(desk.state);
  show(() => [el("h1", t("result")), notice("done", t("resultSays"))]);
}
