import assert from "node:assert/strict";
import test from "node:test";
import { file } from "../js/file.mjs";
import { element, page } from "./fake.mjs";

function input(files) {
  const marks = new Set();
  return element({}, { files, marks, toggleAttribute: (name, on) => (on ? marks.add(name) : marks.delete(name)) });
}

test("a file field is marked as long as nothing is chosen", () => {
  const one = input([]);
  file(page({ ".dc-file-input": [one] }));
  assert.ok(one.marks.has("data-empty"));

  one.files = [{ name: "danh-sach.xlsx" }];
  one.fire("change");
  assert.ok(!one.marks.has("data-empty"));
});
