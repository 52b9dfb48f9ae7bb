// BELENIOS-2048: the numbers modulo P whose order divides Q. Elements are BigInt, exponents too.
import { below } from "./random.mjs";

export const NAME = "BELENIOS-2048";
export const P = BigInt(
  "0xa3ef2d011fefb1b6e39e568fccdffb0fb7dc7ef3a791b6862791811d21fc35f21e6d36856b428030421f514ed40bfd4c06e092a495af8d" +
  "79a2f85e0fb11c0ede07dd973f9c53e50930c6e82ac36de1ae3fb8c3aabfff12ce27a5022ddd8912d107435012768a2cdd0a4091d8fa44" +
  "7f6c7ebc15a349fa318a6b4fe17d8d47e843a3e14dfa9b2162f4d7229abe93a188b46b006517d6f6747ebbb29c9ec3099b607f18fb1a8b" +
  "c858279aa8599411d998d3e3fada9e010840d082d8c31911acdd4a0e7992d0f18cc759cb5de0acf66a3882555bc810941e021b6a4ccfa0" +
  "4ee4008f878affa2375e2999b44f6cef17d707301e59e0e6351e051ed9cec4157646e64f",
);
export const Q = BigInt(
  "0xadb6066a73522565f4daa0f2579db7f2f0fa90c2168bc709e20263387d55c491",
);
export const G = BigInt(
  "0x1307c1ab5f295885d7caa3a78a42415e31fd1c5807b61fb1e781878a52230a51988b98c259597f9c5a9dfd001d26ba31d9d8976f01d95a" +
  "1c8262ee68a0e92cea541e5219e0d0d094301b894236823fe1d4bc04e29f3748aefd4f10d5b1a356a8643e673fd9d215fc8fe5fb9cf9fd" +
  "b8ea88fdb1a3381a697fdf9c2458570b06d26aef1be365fdd90165f397c6b870df8c1b9e519edcee8bb0f74b7a1615a274ba60a7ea574a" +
  "61f552d2dde0ce514e0927c4ff49b1964c4a913731ae4268d60d7f22127b6cbba44d453ac8b72fd04e0991b7aeff04867d8724ac638f5f" +
  "34100d2d47aa680d43771902743d663f42d853c041e1c91fe3823f4bcf284308f1d7e653",
);

const WINDOW = 4n; // bits; a table of 64 × 15 powers pays from the fourth power on
const ROWS = 64;

export const modulo = (exponent) => ((exponent % Q) + Q) % Q;
export const randomExponent = () => 1n + below(Q - 1n);
export const product = (elements) => elements.reduce((one, other) => (one * other) % P, 1n);

export function power(element, exponent) {
  let result = 1n;
  for (const digit of modulo(exponent).toString(2)) {
    result = (result * result) % P;
    if (digit === "1") result = (result * element) % P;
  }
  return result;
}

// An element whose powers are taken often.
export function fixed(element) {
  const table = [];
  let base = element;
  for (let row = 0; row < ROWS; row++) {
    const powers = [1n, base];
    while (powers.length < 16) powers.push((powers[powers.length - 1] * base) % P);
    table.push(powers);
    base = (powers[15] * base) % P;
  }
  const raise = (exponent) => {
    let left = modulo(exponent);
    let result = 1n;
    for (let row = 0; left; row++, left >>= WINDOW) result = (result * table[row][Number(left & 15n)]) % P;
    return result;
  };
  return { element, power: raise };
}

let generator;
export const g = { element: G, power: (exponent) => (generator ??= fixed(G)).power(exponent) };

// Elements have an inverse: their power to Q − 1.
export const inverse = (element) => power(element, Q - 1n);

function decimal(text, limit) {
  if (typeof text !== "string" || text.length > 617 || !/^(0|[1-9][0-9]*)$/.test(text)) throw new Error("number");
  const value = BigInt(text);
  if (value >= limit) throw new Error("number");
  return value;
}

export const scalar = (text) => decimal(text, Q);

// A member, proved to be one.
export function member(text) {
  const value = decimal(text, P);
  if (value === 0n || raw(value, Q) !== 1n) throw new Error("member");
  return value;
}

// power() takes exponents modulo Q; here Q itself is the question.
function raw(element, exponent) {
  return (power(element, exponent - 1n) * element) % P;
}
