// Text, bytes and numbers.
const encoder = new TextEncoder();

export const utf8 = (text) => encoder.encode(text);
export const hex = (bytes) => Array.from(bytes, (x) => x.toString(16).padStart(2, "0")).join("");
export const number = (bytes) => BigInt(`0x${hex(bytes)}`);

export function unhex(text) {
  if (!/^([0-9a-f]{2})*$/.test(text)) throw new Error("hex");
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

// Base 64 without padding, the ordinary alphabet.
export function base64(bytes) {
  return btoa(String.fromCharCode(...bytes)).replace(/=+$/, "");
}

// JSON in the one spelling of the archive; the keys in the order they were written.
export function compact(value) {
  return JSON.stringify(value).replace(/\x7f/g, "\\u007f");
}

// Equal, in a time that does not say where two texts differ.
export function same(one, other) {
  let different = one.length ^ other.length;
  for (let i = 0; i < one.length; i++) different |= one.charCodeAt(i) ^ other.charCodeAt(i % (other.length || 1));
  return different === 0;
}
