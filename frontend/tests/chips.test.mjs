import assert from "node:assert/strict";
import test from "node:test";
import { chips, state } from "../js/chips.mjs";
import { browser, element, page } from "./fake.mjs";

const until = Date.parse("2026-11-15T17:00:00+07:00");

test("days are Vietnamese days", () => {
  assert.deepEqual(state(until, Date.parse("2026-11-11T23:59:00+07:00")), { name: "left", days: 4 });
  assert.deepEqual(state(until, Date.parse("2026-11-12T00:01:00+07:00")), { name: "left", days: 3 });
  assert.deepEqual(state(until, Date.parse("2026-11-14T17:30:00Z")), { name: "today", days: 0 });
});

test("after the end the page says nothing by itself", () => {
  assert.equal(state(until, until + 1), null);
});

test("an open page is told anew each minute", () => {
  const words = element({}, { textContent: "còn 9 ngày" });
  const soon = new Date(Date.now() + 1000).toISOString();
  const chip = element({ until: soon, left: "còn {n} ngày", today: "hôm nay" }, { querySelector: () => words });
  const window = browser();
  chips(page({ "[data-until]": [chip] }), window);

  window.waiting[0].work();

  assert.match(words.textContent, /^(hôm nay|còn 1 ngày)$/);
  assert.equal(window.waiting[0].after, 60_000);
});

test("a page without chips keeps no clock", () => {
  const window = browser();
  chips(page(), window);
  assert.equal(window.waiting.length, 0);
});
