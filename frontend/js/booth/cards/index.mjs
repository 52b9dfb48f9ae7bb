// The Front leader's device makes every household's secret, prints the cards, keeps an encrypted file, lists credentials.
import { hex } from "../../secret/bytes.mjs";
import { randomBytes, randomDigits } from "../../secret/random.mjs";
import { grouped, newSheet } from "../../secret/sheet.mjs";
import { takeFragment } from "../fragment.mjs";
import { t } from "../language.mjs";
import { ask, brand, button, controls, el, notice, progress, row, rows, show, sign } from "../page.mjs";
import { ended, insist, refused } from "../trouble.mjs";
import { Refused, call, findWard } from "../wire.mjs";
import { workshop } from "../workshop.mjs";
import { askFile, askHousehold, askKey } from "./ask.mjs";
import { cards, sealedList } from "./sheets.mjs";
import "./words.mjs";

const SECRET_DIGITS = 20;
const MOST_WORKERS = 4;

const desk = { state: null, secrets: {}, key: "", pass: "" };
const benches = [];

// Slow work is spread over the cores.
function bench(number = 0) {
  return (benches[number] ??= workshop());
}

const withPass = (path, more) => call(path, { pass: desk.pass, ...more });
const without = (what) => desk.state.households.filter((one) => !what(one));

async function firstKey() {
  const key = newSheet();
  await ask((done) => [
    el("h1", t("keyTitle")),
    el("p.dc-digits", grouped(key)),
    el("p", t("keySays")),
    el("div.dc-acts", button(t("copied"), done)),
  ]);
  await ask((done) => askKey(t("keyBack"), (digits) => digits === key, done));
  desk.key = key;
}

async function loadFile() {
  const text = await ask(askFile);
  const opened = await ask((done) =>
    askKey(
      t("keyAsk"),
      async (key) => {
        const secrets = await bench()("unlock", { text, key });
        return secrets && { secrets, key };
      },
      done,
    ),
  );
  Object.assign(desk, opened);
}

async function save() {
  const text = await bench()("lock", { value: desk.secrets, key: desk.key });
  const link = el("a.dc-button.dc-button--wide", {
    href: URL.createObjectURL(new Blob([text], { type: "application/json" })),
    download: `so-kin-${new Date().toISOString().slice(0, 10)}.json`,
  });
  link.append(sign("save"), t("saveFile"));
  await ask((done) => {
    const next = el("div.dc-acts", { hidden: true }, button(t("next"), done, "secondary"));
    link.addEventListener("click", () => (next.hidden = false));
    return [el("h1", t("saveFile")), el("p.dc-lead", t("saveFirst")), el("div.dc-acts", link), next];
  });
}

// Secrets first, then the file, then the server's half, then paper.
async function print(households) {
  const fresh = households.filter(({ id }) => !desk.secrets[id]);
  for (const { id } of fresh) desk.secrets[id] = randomDigits(SECRET_DIGITS);
  if (fresh.length) await save();
  const key = hex(randomBytes(16));
  const given = await insist(() => withPass("the/cap/", { key, households: households.map(({ id }) => id) }));
  const made = given.cards.map((one) => ({
    ...one,
    household: households.find(({ id }) => id === one.id),
    secret: desk.secrets[one.id],
  }));
  await ask((done) => {
    const sheets = el("div.dc-paper", cards(desk.state, made));
    const list = el("div.dc-paper", sealedList(desk.state, desk.secrets));
    const only = (one) => () => {
      sheets.hidden = one !== sheets;
      list.hidden = one !== list;
      window.print();
    };
    return [
      el(
        "div.dc-screen",
        el("h1", t("cardsReady", { count: made.length })),
        el("p", t("cardsSay")),
        el("div.dc-acts", button([sign("print"), t("printCards")], only(sheets))),
        el("p.dc-under", t("listSays")),
        el("div.dc-acts", button([sign("print"), t("printList")], only(list), "secondary")),
        el("div.dc-acts", button(t("wipe"), done, "secondary")),
      ),
      sheets,
      list,
    ];
  });
  await refresh();
}

async function refresh() {
  desk.state = await insist(() => withPass("the/", {}));
}

async function list() {
  const { uuid, roll, blocked } = desk.state.vote;
  const ids = roll.filter((id) => !blocked.includes(id));
  const lacking = ids.filter((id) => !desk.secrets[id]).length;
  if (lacking) {
    return ask((done) => [
      el("h1", t("vote")),
      notice("act", t("lacking", { count: lacking })),
      el("div.dc-acts", button(t("next"), done)),
    ]);
  }
  const working = progress(t("computing"));
  show(() => [el("h1", t("vote")), working.node]);
  const credentials = [];
  const waiting = [...ids];
  const work = async (number) => {
    for (let id = waiting.pop(); id; id = waiting.pop()) {
      credentials.push({ id, credential: await bench(number)("listed", { digits: desk.secrets[id], uuid }) });
      working.set(credentials.length / ids.length);
    }
  };
  const workers = Math.min(MOST_WORKERS, navigator.hardwareConcurrency || 1);
  await Promise.all(Array.from({ length: workers }, (_, number) => work(number)));
  desk.state = await insist(() => withPass("the/danh-sach/", { uuid, credentials }));
}

const home = (done) => {
  const { households, vote } = desk.state;
  const waiting = without(({ id, card }) => desk.secrets[id] && card);
  const opened = Boolean(desk.key);
  return [
    el("h1", t("title")),
    el("p", t("about")),
    rows(
      row(t("households"), `${households.length}`),
      row(t("withCard"), `${households.filter(({ card }) => card).length}`),
      opened && row(t("withSecret"), `${households.filter(({ id }) => desk.secrets[id]).length}`),
    ),
    !opened && el("div.dc-acts", button(t("load"), () => done(loadFile)), button(t("start"), () => done(firstKey), "secondary")),
    opened && [
      el(
        "div.dc-acts",
        waiting.length > 0 && button(t("make", { count: waiting.length }), () => done(() => print(waiting))),
        button(t("remake"), () => done(remake), "secondary"),
      ),
      vote && [
        el("h2.dc-under", t("vote")),
        el("p", t("voteSays", { title: vote.title, roll: vote.roll.length })),
        vote.listed > 0 && notice("done", t("listed", vote)),
        el("div.dc-acts", button(t("send"), () => done(list), vote.listed ? "secondary" : "")),
      ],
      el("div.dc-acts", button(t("wipe"), () => done(wipe), "secondary")),
    ],
  ];
};

const remake = async () => print([await ask((done) => askHousehold(desk.state.households, done))]);

// The page is the only place where the secrets stand in clear: it goes, they go.
function wipe() {
  Object.assign(desk, { secrets: {}, key: "", pass: "" });
  show(() => [el("h1", t("done")), el("p.dc-lead", t("doneSays"))]);
  return new Promise(() => {});
}

async function main() {
  show(() => [el("h1", t("opening"))]);
  desk.pass = takeFragment(window);
  if (!desk.pass) return show(() => [el("h1", t("noPass")), el("p.dc-lead", t("noPassSays"))]);
  await insist(findWard);
  await refresh();
  brand(desk.state.khu_pho, desk.state.ward);
  for (;;) {
    try {
      await (await ask(home))();
    } catch (error) {
      if (!(error instanceof Refused) || error.said.refused === "secret.pass_ended") throw error;
      await refused(error);
    }
  }
}

window.addEventListener("beforeunload", (event) => desk.key && event.preventDefault());
controls(async () => {});
main().catch((error) => ended(error));
