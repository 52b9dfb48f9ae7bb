// How numbers become text, text becomes a question, and a secret becomes a number.
import { base64, number, utf8 } from "./bytes.mjs";
import { expand } from "./derive.mjs";
import { modulo } from "./group.mjs";
import { sha256 } from "./sha256.mjs";

export const fingerprint = (text) => base64(sha256(utf8(text)));

// The eight digits of a ballot that people read.
export function shortCode(text) {
  const digits = (number(sha256(utf8(text)).slice(0, 8)) % 100000000n).toString().padStart(8, "0");
  return `${digits.slice(0, 4)} ${digits.slice(4)}`;
}

export const challenge = (prefix, commitments) => modulo(number(sha256(utf8(prefix + commitments.join(",")))));

export const exponent = (secret, purpose) => modulo(number(expand(secret, purpose)));
