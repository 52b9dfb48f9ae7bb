// The ceremony on one device: the rounds run by themselves while the person prints, reads back and compares.
import { t } from "../language.mjs";
import { ask, button, el, fill, notice, progress, show, sign } from "../page.mjs";
import { insist } from "../trouble.mjs";
import { Refused } from "../wire.mjs";
import { forget, keep, kept } from "./keep.mjs";
import { asked, nameOf, shown } from "./sheet.mjs";

const PAUSE = 4000; // milliseconds between questions to the ward

export const pause = () => new Promise((done) => setTimeout(done, PAUSE));

const missing = (state, list) =>
  state[list].flatMap((one, i) => (one ? [] : [nameOf(state, i + 1)])).join(", ");

// Who has done the step everybody is at.
function standing(state, list) {
  return el(
    "ul.dc-members",
    state.members.map(({ name }, i) =>
      el("li", state[list][i] ? [sign("tick"), t("memberDone", { name })] : t("memberWaits", { name })),
    ),
  );
}

// Posts what is due until all keys are there; gives the group code. `desk` holds state, sheet, readBack and listeners.
async function rounds(desk) {
  for (;;) {
    const { state, sheet } = desk;
    const { post, waits, code } = await desk.bench("advance", { state, sheet }, desk.told);
    const me = state.me - 1;
    if (post) await desk.post(post.kind, post.value);
    else if (desk.readBack && state.certificates[me] && !state.sheets[me]) await desk.post("sheet", true);
    else if (code && state.sheets[me]) return code;
    else {
      desk.waits = waits;
      desk.changed();
      await pause();
      await desk.refresh();
    }
  }
}

// The sheet: drawn here, or the one on paper if this device was erased or is another one.
async function findSheet(desk) {
  const { state } = desk;
  const known = kept(state);
  if (known) return known;
  if (state.promises[state.me - 1] !== null) {
    const texts = { title: t("readSheet"), says: t("readSheetSays"), accepts: () => true };
    const sheet = await ask((done) => asked(texts, done));
    desk.readBack = true;
    keep(state, sheet);
    return sheet;
  }
  await ask((done) => [
    el("h1", t("title")),
    state.rehearsal && notice("know", t("rehearsal")),
    el("p", t("about", state)),
    el("p.dc-lead", t("share", state)),
    el("ul.dc-members", state.members.map(({ name }) => el("li", name))),
    el("p", t("paperFirst")),
    el("div.dc-acts", button(t("begin"), done)),
  ]);
  const sheet = await desk.bench("newSheet");
  keep(state, sheet);
  return sheet;
}

async function readBack(desk, sheet) {
  if (desk.readBack || desk.state.sheets[desk.state.me - 1]) return;
  for (let again = true; again; ) {
    await ask((done) => shown(desk.state, sheet, done));
    again = await ask((done) =>
      asked(
        {
          title: t("readBack"),
          says: t("readBackSays"),
          accepts: (given) => given === sheet,
          back: () => done(true),
        },
        () => done(false),
      ),
    );
  }
  desk.readBack = true;
}

// What the page shows while others are awaited; drawn again whenever the state changed.
function awaiting(desk) {
  const list = el("div");
  const says = el("p", { role: "status" });
  const working = progress(t("computing"));
  desk.told = working.set;
  desk.changed = () => {
    const step = desk.waits ?? "keys";
    says.textContent = t("waiting", { names: missing(desk.state, step) });
    fill(list, standing(desk.state, step));
    working.node.hidden = true;
  };
  show(() => [el("h1", t("working")), working.node, says, list]);
  if (desk.waits) desk.changed();
}

async function compare(desk, code) {
  const { state } = desk;
  const [four, more] = [code.slice(0, 4), code.slice(4)];
  const same = await ask((done) => [
    el("h1", t("code")),
    el("p", state.me === state.leader ? t("codeLead") : t("codeSays")),
    el("p.dc-digits.dc-digits--code", `${four} ${more}`),
    el("div.dc-acts", button(t("matches"), () => done(true)), button(t("differs"), () => done(false), "secondary")),
  ]);
  if (same) return desk.post("match", code);
  forget(state);
  show(() => [el("h1", t("stop")), notice("act", t("differs"), el("p", t("stopSays", state)))]);
  return new Promise(() => {});
}

async function everybody(desk, list) {
  desk.waits = list;
  awaiting(desk);
  while (desk.state[list].includes(false)) {
    desk.changed();
    await pause();
    await desk.refresh();
  }
}

export async function make(desk) {
  desk.sheet = await findSheet(desk);
  const running = rounds(desk);
  running.catch(() => {}); // heard below, after the sheet
  await Promise.race([readBack(desk, desk.sheet), running.then(() => new Promise(() => {}))]);
  awaiting(desk);
  const code = await running;
  if (!desk.state.matched[desk.state.me - 1]) await compare(desk, code);
  await everybody(desk, "sheets");
  await everybody(desk, "matched");
  show(() => [el("h1", t("done")), notice("done", t("doneSays", { code: `${code.slice(0, 4)} ${code.slice(4)}` }))]);
}

// Calls that come back with the newest state; a ceremony begun again ends this one.
export function deskOf(bench, state, call) {
  const desk = { bench, state, told: () => {}, changed: () => {} };
  const attempt = state.attempt;
  const take = (newest) => {
    if (newest.attempt !== attempt) throw new Refused({ refused: "secret.restarted" }, 409);
    desk.state = newest;
    return newest;
  };
  desk.post = async (kind, value) => take(await insist(() => call("to/gui/", { attempt, kind, value })));
  desk.refresh = async () => take(await insist(() => call("to/", {})));
  return desk;
}
