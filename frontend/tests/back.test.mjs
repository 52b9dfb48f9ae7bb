import assert from "node:assert/strict";
import { test } from "node:test";
import { back } from "../js/back.mjs";

function visit(ballot) {
  const written = [];
  const document = { querySelector: (words) => (ballot && words === ".dc-page--ballot" ? {} : null) };
  const history = { state: null, replaceState: (...values) => written.push(values) };
  back(document, { history, location: { href: "http://phuong.test/xem-lai/" } });
  return written;
}

test("a page of the ballot is asked for anew when somebody goes back to it", () => {
  assert.deepEqual(visit(true), [[null, "", "http://phuong.test/xem-lai/"]]);
});

test("other pages keep what was typed", () => {
  assert.deepEqual(visit(false), []);
});
