// From a secret on paper to keys: HMAC, the slow function (PBKDF2-HMAC-SHA256) and HKDF-SHA512, as danchu.crypto does.
import { utf8 } from "./bytes.mjs";
import { compress, sha256, start, toBytes } from "./sha256.mjs";
import { sha512 } from "./sha512.mjs";

export const STEPS = 2 ** 17;
const INNER = 0x36, OUTER = 0x5c;

function padded(key, size, hash) {
  const block = new Uint8Array(size);
  block.set(key.length > size ? hash(key) : key);
  return block;
}

function hmac(hash, size, key, message) {
  const block = padded(key, size, hash);
  const inner = hash(new Uint8Array([...block.map((x) => x ^ INNER), ...message]));
  return hash(new Uint8Array([...block.map((x) => x ^ OUTER), ...inner]));
}

export const hmac256 = (key, message) => hmac((bytes) => sha256(bytes), 64, key, message);

// The state after the key's block: computed once, used for all steps.
function after(key, pad) {
  const words = new DataView(key.map((x) => x ^ pad).buffer);
  const state = start();
  compress(state, Int32Array.from({ length: 16 }, (_, i) => words.getInt32(4 * i)));
  return state;
}

// 32 bytes; `told` hears of the progress, from 0 to 1.
export function slow(secret, salt, told = () => {}) {
  const key = padded(utf8(secret), 64, sha256);
  const inner = after(key, INNER), outer = after(key, OUTER);
  const first = sha256(new Uint8Array([...utf8(salt), 0, 0, 0, 1]), inner.slice(), 64);
  const view = new DataView(sha256(first, outer.slice(), 64).buffer);
  const block = new Int32Array(16); // 32 bytes, then the padding of a message of 96
  block[8] = 0x80000000 | 0;
  block[15] = 96 * 8;
  const sum = Int32Array.from({ length: 8 }, (_, i) => view.getInt32(4 * i));
  block.set(sum);
  const state = new Int32Array(8);
  for (let step = 1; step < STEPS; step++) {
    state.set(inner);
    compress(state, block);
    block.set(state);
    state.set(outer);
    compress(state, block);
    block.set(state);
    for (let i = 0; i < 8; i++) sum[i] ^= state[i];
    if (step % 8192 === 0) told(step / STEPS);
  }
  return toBytes(sum);
}

// 64 bytes that only this secret gives for this purpose.
export function expand(secret, purpose) {
  const extracted = hmac(sha512, 128, new Uint8Array(64), secret);
  return hmac(sha512, 128, extracted, new Uint8Array([...utf8(purpose), 1]));
}
