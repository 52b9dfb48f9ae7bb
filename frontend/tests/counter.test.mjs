import assert from "node:assert/strict";
import test from "node:test";
import { counter, left } from "../js/counter.mjs";
import { browser, element, page } from "./fake.mjs";

test("a letter with two marks is one letter, composed or not", () => {
  assert.equal(left("Ễ", 10), 9);
  assert.equal(left("Ễ".normalize("NFD"), 10), 9);
});

test("says what is left, then what is too many", () => {
  const said = element({ limit: "5", left: "Còn {n}", over: "Thừa {n}" });
  const box = element({ counter: "x" }, { value: "hộ" });
  const window = browser();
  counter(page({ "textarea[data-counter]": [box], "#x": [said] }), window);
  assert.equal(said.textContent, "Còn 3");

  box.value = "khu phố 3";
  box.fire("input");
  assert.equal(said.textContent, "Còn 3");
  window.waiting.at(-1).work();
  assert.equal(said.textContent, "Thừa 4");
});
