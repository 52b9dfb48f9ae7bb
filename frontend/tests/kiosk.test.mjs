import assert from "node:assert/strict";
import test from "node:test";
import { kiosk } from "../js/kiosk.mjs";
import { browser, element, page } from "./fake.mjs";

function machine() {
  let emptied = 0;
  const window = browser();
  const document = page({}, {
    body: element({ kiosk: "60", kioskHome: "/may/" }),
    forms: [{ reset: () => (emptied += 1) }],
  });
  kiosk(document, window);
  return { window, document, emptied: () => emptied };
}

test("after a minute the machine forgets", () => {
  const { window, emptied } = machine();
  const last = window.waiting.at(-1);
  assert.equal(last.after, 60_000);

  last.work();

  assert.equal(emptied(), 1);
  assert.equal(window.location.href, "/may/");
});

test("a touch begins the minute again", () => {
  const { window, document } = machine();
  document.fire("pointerdown");
  assert.equal(window.waiting[0], undefined);
  assert.equal(window.waiting.at(-1).after, 60_000);
});

test("a page brought back from the browser's memory is forgotten at once", () => {
  const { window } = machine();
  window.fire("pageshow", { persisted: true });
  assert.equal(window.location.href, "/may/");
});

test("any other page keeps no such clock", () => {
  const window = browser();
  kiosk(page(), window);
  assert.equal(window.waiting.length, 0);
});
