// The paper sheet of a team member: 26 drawn digits and two that tell a slip. All of the member's keys come from it.
import { number, utf8 } from "./bytes.mjs";
import { expand, slow } from "./derive.mjs";
import { NAME, modulo } from "./group.mjs";
import { exponent } from "./protocol.mjs";
import { randomDigits } from "./random.mjs";
import { sha256 } from "./sha256.mjs";

const DRAWN = 26;
export const SHEET_DIGITS = DRAWN + 2;

// ISO 7064, MOD 97-10.
const checked = (drawn) => (98n - ((BigInt(drawn) * 100n) % 97n)).toString().padStart(2, "0");

export function newSheet() {
  const drawn = randomDigits(DRAWN);
  return drawn + checked(drawn);
}

export const grouped = (digits) => digits.match(/.{1,4}/g).join(" ");

// Digits as typed or scanned; spaces and dashes do not matter. Null where their number is not right.
export function typed(text, count) {
  const digits = text.replace(/[\s\u00a0\u2013-]/g, "");
  return digits.length === count && /^[0-9]+$/.test(digits) ? digits : null;
}

export function readSheet(text) {
  const digits = typed(text, SHEET_DIGITS);
  return digits && checked(digits.slice(0, DRAWN)) === digits.slice(DRAWN) ? digits : null;
}

export function memberKeys(sheet, uuid, needed, told) {
  const secret = slow(sheet, `danchu-team|${uuid}`, told);
  const derived = (purpose) => exponent(secret, `danchu-team|${NAME}|${purpose}`);
  return {
    signing: derived("signing"),
    reading: derived("reading"),
    polynomial: Array.from({ length: needed }, (_, power) => derived(`polynomial|${power}`)),
    // For signatures that an erased phone must be able to give again: one number for one message, never for two.
    once: (message) =>
      modulo(number(expand(secret, `danchu-team|${NAME}|once|${number(sha256(utf8(message)))}`))),
  };
}
