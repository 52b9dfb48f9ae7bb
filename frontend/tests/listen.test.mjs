import assert from "node:assert/strict";
import test from "node:test";
import { listen, voiceFor } from "../js/listen.mjs";
import { browser, element, page } from "./fake.mjs";

test("finds the Vietnamese voice however it is spelt", () => {
  const voices = [{ lang: "en-US" }, { lang: "vi_VN" }];
  assert.equal(voiceFor(voices, "vi"), voices[1]);
  assert.equal(voiceFor([{ lang: "en-US" }], "vi"), undefined);
});

test("is offered only where a voice is", () => {
  for (const [lang, hidden] of [["vi-VN", false], ["en-US", true]]) {
    const button = element({ speak: "x", lang: "vi" });
    const window = browser({ speechSynthesis: { getVoices: () => [{ lang }] } });
    listen(page({ "button[data-speak]": [button], "#x": [element()] }), window);
    assert.equal(button.hidden, hidden);
  }
});
