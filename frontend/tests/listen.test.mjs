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

test("a recording plays in place and stops at the second press", () => {
  const link = element({}, { href: "/nghe.mp3" });
  const done = [];
  class Audio {
    paused = true;
    constructor(src) { done.push(src); }
    play() { this.paused = false; done.push("play"); return Promise.resolve(); }
    pause() { this.paused = true; done.push("pause"); }
  }
  listen(page({ "a[data-listen]": [link] }), browser({ Audio }));

  link.fire("click", { preventDefault() {} });
  link.fire("click", { preventDefault() {} });

  assert.deepEqual(done, ["/nghe.mp3", "play", "pause"]);
});
