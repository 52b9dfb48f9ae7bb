import assert from "node:assert/strict";
import test from "node:test";
import { preferences } from "../js/preferences.mjs";
import { share } from "../js/share.mjs";
import { browser, element, page } from "./fake.mjs";

test("letters grow without leaving the page, and the server is told", () => {
  const sent = [];
  class FormData { set(name, value) { sent.push([name, value]); } }
  const large = element({}, { name: "size", value: "large" });
  const normal = element({}, { name: "size", value: "normal" });
  const form = element({}, { action: "/co-chu/" });
  const document = page({ "form[data-sizes]": [form], "form[data-sizes] button": [normal, large] });
  const window = browser({ FormData, fetch: async (...call) => sent.push(call[0]) });
  preferences(document, window);
  let stayed = false;

  form.fire("submit", { submitter: large, preventDefault: () => (stayed = true) });

  assert.ok(stayed);
  assert.deepEqual(sent, [["size", "large"], "/co-chu/"]);
  assert.ok(document.documentElement.classList.contains("size-large"));
  assert.equal(large.getAttribute("aria-pressed"), "true");
  assert.equal(normal.getAttribute("aria-pressed"), "false");
});

test("the share button shows only where the phone can share", () => {
  const button = element({ share: "", shareTitle: "Mời", shareText: "Khu phố 3" });
  share(page({ "button[data-share]": [button] }), browser());
  assert.equal(button.hidden, true);

  let given;
  const window = browser({ navigator: { share: async (what) => (given = what) } });
  share(page({ "button[data-share]": [button] }), window);
  button.fire("click");
  assert.deepEqual(given, { title: "Mời", text: "Khu phố 3", url: "http://phuong.example/" });
});
