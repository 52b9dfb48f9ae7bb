// The household's way: card → (digits) → matter and answers → review → receipt.
import { readEntry, takeFragment } from "../fragment.mjs";
import { t } from "../language.mjs";
import { leaveAlone } from "../kiosk.mjs";
import { ask, brand, controls, show, el } from "../page.mjs";
import { ended, insist, refused } from "../trouble.mjs";
import { Refused, call, findWard, wardAddress } from "../wire.mjs";
import { workshop } from "../workshop.mjs";
import { askDigits, scanFirst, whichVote } from "./enter.mjs";
import { choosing, help } from "./paper.mjs";
import { received, reviewing, tested } from "./review.mjs";
import "./words.mjs";

const entry = readEntry(takeFragment(window));
const bench = workshop();
const state = { digits: entry.digits };

controls(async () => {
  if (!state.paper) return;
  const { pass } = state.entered;
  Object.assign(state.paper, await call("phieu/", { pass, uuid: state.uuid }).catch(() => ({})));
});

const go = (address) => {
  window.location.replace(address);
  return new Promise(() => {}); // the page is leaving
};

// The pass and the digits belong together; the digits are compared with the card on the list before anything is sent.
async function unlock() {
  for (let wrong = false; ; wrong = true) {
    state.digits ??= await ask((done) => askDigits(wrong, done));
    const given = { digits: state.digits, uuid: state.uuid };
    const credential = bench("credential", given, (part) => state.work?.told?.(part / 2));
    state.credential = credential;
    if (!wrong && entry.digits) return; // from the card: checked while the person reads
    if ((await credential) === state.paper.credential) return;
    state.digits = undefined;
  }
}

async function sealed(choice) {
  if ((await state.credential) !== state.paper.credential) throw new Error("digits");
  return bench("seal", { election: state.paper.election, choice }, (part) => state.work.told(0.5 + part / 2));
}

function history(done) {
  window.history.pushState(null, "");
  window.addEventListener("popstate", () => done("again"), { once: true });
}

async function voting() {
  const { entered } = state;
  const { answers } = JSON.parse(state.paper.election).questions[0];
  let chosen;
  for (;;) {
    chosen = await ask((done) => choosing({ entered, paper: state.paper, answers, chosen }, done));
    state.work = { told: () => {} };
    state.work.promise = sealed(chosen);
    state.work.promise.then((made) => (state.work.sealed = made), () => {});
    const next = await new Promise((done) => {
      history(done);
      show(() => reviewing({ entered, paper: state.paper, answers, chosen, work: state.work }, done));
    });
    if (next === "again") continue;
    let made;
    try {
      made = await state.work.promise;
    } catch (error) {
      if (error.message !== "digits") throw error;
      entry.digits = state.digits = undefined;
      await again();
      continue;
    }
    if (next === "test") await opened(made, answers);
    else if (await sending(made)) return;
  }
}

// Digits of another card: typed anew, and compared at once.
async function again() {
  for (;;) {
    state.digits = await ask((done) => askDigits(true, done));
    state.credential = bench("credential", { digits: state.digits, uuid: state.uuid });
    if ((await state.credential) === state.paper.credential) return;
  }
}

async function opened(made, answers) {
  const { election } = state.paper;
  const holds = await bench("opens", { ...made, election });
  await ask((done) => tested({ entered: state.entered, answers, sealed: made, holds, election }, done));
}

async function sending(made) {
  const { pass, kiosk, elsewhere } = state.entered;
  try {
    const answer = await insist(() => call("gui/", { pass, uuid: state.uuid, ballot: made.text }));
    await ask((done) => received({ entered: state.entered, paper: state.paper, sealed: made, answer }, done));
    await go(wardAddress(kiosk ? kiosk.home : elsewhere));
    return true;
  } catch (error) {
    if (!(error instanceof Refused) || error.said.refused === "secret.pass_ended") throw error;
    await refused(error);
    return false;
  }
}

async function main() {
  show(() => [el("h1", t("opening"))]);
  await insist(findWard);
  if (!entry.card && !entry.grant) return show(() => scanFirst());
  const { card, grant } = entry;
  state.entered = await insist(() => call("vao/", card ? { card } : { grant }));
  const { votes, pass, kiosk, elsewhere, khu_pho: name, ward } = state.entered;
  brand(name, ward);
  if (kiosk) leaveAlone(window, kiosk.seconds, () => go(wardAddress(kiosk.home)));
  if (!votes.length) return go(wardAddress(elsewhere));
  const vote = votes.length === 1 ? votes[0] : await ask((done) => whichVote(votes, done));
  state.uuid = vote.uuid;
  state.paper = await insist(() => call("phieu/", { pass, uuid: vote.uuid }));
  if (JSON.parse(state.paper.election).uuid !== vote.uuid) throw new Error("election");
  await unlock();
  await voting();
}

main().catch((error) =>
  ended(error, el("p.dc-under", el("a", { href: wardAddress("the/") }, t("byCode"))), state.entered && help(state.entered)),
);
