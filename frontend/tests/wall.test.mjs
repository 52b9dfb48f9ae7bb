import assert from "node:assert/strict";
import test from "node:test";
import { wall } from "../js/wall.mjs";
import { browser, element, page } from "./fake.mjs";

function hall(answer) {
  const parts = { header: "old clock", main: "old figures" };
  const find = (into) => (name) => ({ name, words: into[name], replaceWith: (fresh) => (into[name] = fresh.words) });
  const window = browser({
    fetch: answer,
    DOMParser: class {
      parseFromString(text) {
        return { querySelector: find({ header: "new clock", main: text }) };
      }
    },
  });
  wall(page({}, { body: element({ refresh: "5" }), querySelector: find(parts) }), window);
  return { window, parts };
}

test("after five seconds the wall shows what is true now, and waits again", async () => {
  const { window, parts } = hall(async () => ({ ok: true, text: async () => "151 households" }));
  assert.equal(window.waiting[0].after, 5000);

  await window.waiting[0].work();

  assert.deepEqual(parts, { header: "new clock", main: "151 households" });
  assert.equal(window.waiting.length, 2);
});

test("without the network the last figures stay and it tries again", async () => {
  for (const answer of [async () => ({ ok: false }), async () => Promise.reject(new Error("offline"))]) {
    const { window, parts } = hall(answer);

    await window.waiting[0].work();

    assert.equal(parts.main, "old figures");
    assert.equal(window.waiting.length, 2);
  }
});

test("any other page does not reload itself", () => {
  const window = browser();
  wall(page(), window);
  assert.equal(window.waiting.length, 0);
});
