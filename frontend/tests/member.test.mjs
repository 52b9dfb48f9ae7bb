import assert from "node:assert/strict";
import test from "node:test";
import { readLine } from "../js/booth/line.mjs";
import { digitsOf, readEntry, takeFragment } from "../js/booth/fragment.mjs";
import { readArchive } from "../js/secret/archive.mjs";
import * as ceremony from "../js/secret/ceremony.mjs";
import { tasks } from "../js/secret/member.mjs";
import { memberKeys, newSheet } from "../js/secret/sheet.mjs";
import { isVault, lock, unlock } from "../js/secret/vault.mjs";

const UUID = "DanChuThoiHoaPhuong";
const none = () => [null, null, null];
let turn = 0;

function fresh(me = 1) {
  turn += 1; // another attempt each time: what a device saw stays with its attempt
  const empty = { promises: none(), certificates: none(), contributions: none(), keys: none() };
  return { uuid: UUID, attempt: turn, size: 3, me, sheets: [false, false, false], ...empty };
}

function post(state, me, sheet) {
  const { post: due } = tasks.advance({ state: { ...state, me }, sheet });
  if (due) state[{ promise: "promises", certificate: "certificates", contribution: "contributions", key: "keys" }[due.kind]][me - 1] = due.value;
  return due?.kind;
}

test("the rounds run in their order, and a device that waits says for what", () => {
  const state = fresh();
  const sheets = [1, 2, 3].map(newSheet);
  assert.equal(post(state, 1, sheets[0]), "promise");
  assert.deepEqual(tasks.advance({ state, sheet: sheets[0] }), { waits: "promises" });
  for (const me of [2, 3]) post(state, me, sheets[me - 1]);
  for (const kind of ["certificate", "contribution", "key"]) {
    for (const me of [1, 2, 3]) assert.equal(post(state, me, sheets[me - 1]), kind);
  }
  const codes = [1, 2, 3].map((me) => tasks.advance({ state: { ...state, me }, sheet: sheets[me - 1] }).code);
  assert.match(codes[0], /^[0-9]{8}$/);
  assert.equal(new Set(codes).size, 1);

  const other = { ...state, keys: [state.keys[0], state.keys[2], state.keys[1]] };
  assert.throws(() => tasks.advance({ state: other, sheet: sheets[0] }), /key/);
});

test("a certificate before the last promise stops the ceremony", () => {
  const state = fresh();
  const sheet = newSheet();
  const keys = memberKeys(newSheet(), UUID, 2);
  post(state, 1, sheet);
  state.certificates[1] = ceremony.certificate({ uuid: UUID, size: 3 }, 2, keys);
  assert.throws(() => tasks.advance({ state, sheet }), /order/);
});

test("what was seen may not change", () => {
  const state = fresh();
  const sheet = newSheet();
  post(state, 2, newSheet());
  tasks.advance({ state, sheet });
  state.promises[1] = "0".repeat(64);
  assert.throws(() => tasks.advance({ state, sheet }), /changed/);
  assert.equal(tasks.advance({ state: { ...state, attempt: 1000 }, sheet }).post.kind, "promise");
});

test("another sheet is not this ceremony's", () => {
  const state = fresh();
  post(state, 1, newSheet());
  assert.throws(() => tasks.advance({ state, sheet: newSheet() }), /sheet/);
});

test("the file of secrets opens with its key alone, and unaltered", () => {
  const secrets = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`${i}`, `${i}`.padStart(20, "7")]));
  const key = newSheet();
  const text = lock(secrets, key);
  assert.ok(isVault(text) && !isVault("{}") && !isVault("x"));
  assert.deepEqual(unlock(text, key), secrets);
  assert.equal(unlock(text, newSheet()), null);
  const altered = JSON.parse(text);
  altered.sealed = `${altered.sealed[0] === "0" ? "1" : "0"}${altered.sealed.slice(1)}`;
  assert.equal(unlock(JSON.stringify(altered), key), null);
  assert.notEqual(lock(secrets, key), text);
});

test("a file that is no archive is refused", () => {
  for (const bytes of [new Uint8Array(512), new Uint8Array(700).fill(49), new Uint8Array(100)]) {
    assert.throws(() => readArchive(bytes));
  }
  assert.deepEqual(readArchive(new Uint8Array(0)).events, []);
});

test("what stands behind # is taken and leaves the address bar", () => {
  const seen = [];
  const window = { location: { hash: "#a%7Eb", pathname: "/w/x/" }, history: { replaceState: (...all) => seen.push(all) } };
  assert.equal(takeFragment(window), "a~b");
  assert.deepEqual(seen, [[null, "", "/w/x/"]]);
});

test("a card, a grant, and neither", () => {
  const token = "abcdefghijklmnopqrst-_";
  assert.deepEqual(readEntry(`${token}.12345678901234567890`), { card: token, digits: "12345678901234567890" });
  assert.deepEqual(readEntry("grant:0123~"), { grant: "grant:0123~" });
  for (const text of ["", "short", `${token}.123`, "<script>alert(1)</script>", "a".repeat(201)]) assert.deepEqual(readEntry(text), {});
  assert.equal(digitsOf(`https://x.example/#${token}.12345678901234567890\n`), "12345678901234567890");
  assert.equal(digitsOf("1234 5678\u20139012"), "123456789012");
});

test("the line of the team's page", () => {
  assert.deepEqual(readLine(" https://x.example/w/a/#PASS-0123\n"), { ward: "https://x.example/w/a/", pass: "PASS-0123" });
  for (const text of ["", "x", "https://x.example/", "javascript:alert(1)#PASS-0123", "https://x.example/#a b c d e f"]) {
    assert.equal(readLine(text), null);
  }
});
