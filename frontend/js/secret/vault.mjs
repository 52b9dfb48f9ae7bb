// The file of household secrets: locked with 28 drawn digits, so that nothing on the device can be read without them.
// A stream of HMAC-SHA256 covers the text, another key authenticates it; crypto.subtle does not exist on plain HTTP.
import { hex, same, unhex, utf8 } from "./bytes.mjs";
import { expand, hmac256, slow } from "./derive.mjs";
import { randomBytes } from "./random.mjs";

const BLOCK = 32;

function keysFrom(digits, salt, told) {
  const both = expand(slow(digits, `danchu-cards|${salt}`, told), "danchu-cards");
  return [both.slice(0, BLOCK), both.slice(BLOCK)];
}

function covered(bytes, key) {
  const out = new Uint8Array(bytes.length);
  const counter = new DataView(new ArrayBuffer(8));
  for (let at = 0; at < bytes.length; at += BLOCK) {
    counter.setUint32(4, at / BLOCK);
    const pad = hmac256(key, new Uint8Array(counter.buffer));
    for (let i = at; i < Math.min(at + BLOCK, bytes.length); i++) out[i] = bytes[i] ^ pad[i - at];
  }
  return out;
}

// A new salt each time: the same pad never covers two texts.
export function lock(value, digits, told) {
  const salt = hex(randomBytes(16));
  const [key, seal] = keysFrom(digits, salt, told);
  const sealed = covered(utf8(JSON.stringify(value)), key);
  return JSON.stringify({ danchu: "so-kin", version: 1, salt, sealed: hex(sealed), tag: hex(hmac256(seal, sealed)) });
}

export const isVault = (text) => {
  try {
    return JSON.parse(text).danchu === "so-kin";
  } catch {
    return false;
  }
};

// Null where the digits are not this file's, or the file was altered.
export function unlock(text, digits, told) {
  const { salt, sealed, tag } = JSON.parse(text);
  const [key, seal] = keysFrom(digits, salt, told);
  const bytes = unhex(sealed);
  if (!same(hex(hmac256(seal, bytes)), tag)) return null;
  return JSON.parse(new TextDecoder().decode(covered(bytes, key)));
}
