import assert from "node:assert/strict";
import test from "node:test";
import { copy, copyText } from "../js/copy.mjs";
import { browser, element, page } from "./fake.mjs";

const field = (works) => ({
  value: "Khu phố 3 mời biểu quyết",
  focus() {},
  select() {},
  ownerDocument: { execCommand: (name) => name === "copy" && works },
});

test("HTTPS: the clipboard gets exactly the text", async () => {
  let got = "";
  const window = browser({ navigator: { clipboard: { writeText: async (text) => { got = text; } } } });
  assert.equal(await copyText(field(false), window), true);
  assert.equal(got, "Khu phố 3 mời biểu quyết");
});

test("plain HTTP: the old way", async () => {
  assert.equal(await copyText(field(true), browser()), true);
  assert.equal(await copyText(field(false), browser()), false);
});

test("the button appears and says what happened", async () => {
  const button = element();
  const said = element({ done: "Đã chép.", failed: "Chưa chép được." });
  const parts = { "[data-copy-button]": button, textarea: field(false), "[role=status]": said };
  copy(page({ "[data-copy]": [{ querySelector: (selector) => parts[selector] }] }), browser());

  assert.equal(button.hidden, false);
  await button.fire("click");
  assert.equal(said.textContent, "Chưa chép được.");
});
