import assert from "node:assert/strict";
import test from "node:test";
import { busy } from "../js/busy.mjs";
import { browser, element, page } from "./fake.mjs";

function sending() {
  const words = element({}, { textContent: "Gửi phiếu" });
  const form = element({});
  const button = element({ busy: "Đang gửi…" }, { querySelector: () => words, form });
  const document = page({ '[aria-busy="true"][data-label]': [button] });
  const window = browser();
  busy(document, window);
  return { words, form, button, document, window };
}

test("a sent form says so and keeps its words readable", () => {
  const { words, form, button, document } = sending();

  document.fire("submit", { target: form, submitter: button, preventDefault: () => assert.fail("stopped") });

  assert.equal(words.textContent, "Đang gửi…");
  assert.equal(button.getAttribute("aria-busy"), "true");
});

test("an impatient second press does not send again", () => {
  const { form, button, document } = sending();
  let stopped = 0;
  const event = { target: form, submitter: button, preventDefault: () => (stopped += 1) };

  document.fire("submit", event);
  document.fire("submit", event);

  assert.equal(stopped, 1);
});

test("coming back gives the button back", () => {
  const { words, form, button, document, window } = sending();
  document.fire("submit", { target: form, submitter: button, preventDefault() {} });

  window.fire("pageshow");

  assert.equal(words.textContent, "Gửi phiếu");
  assert.equal(button.getAttribute("aria-busy"), null);
  assert.equal(form.dataset.sent, undefined);
});

test("a form whose button says nothing is left alone", () => {
  const document = page();
  busy(document, browser());
  const form = element({}, { querySelector: () => null });

  document.fire("submit", { target: form, submitter: element({}), preventDefault: () => assert.fail("stopped") });

  assert.equal(form.dataset.sent, undefined);
});
