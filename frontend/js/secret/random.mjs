// The system's randomness, and nothing else's.
import { number } from "./bytes.mjs";

export const randomBytes = (count) => globalThis.crypto.getRandomValues(new Uint8Array(count));

// A number from 0 to below `limit`, each as likely: a draw that does not fit is drawn again.
export function below(limit) {
  const bits = limit.toString(2).length;
  const spare = BigInt((8 - (bits % 8)) % 8);
  for (;;) {
    const drawn = number(randomBytes(Math.ceil(bits / 8))) >> spare;
    if (drawn < limit) return drawn;
  }
}

export const randomDigits = (count) => below(10n ** BigInt(count)).toString().padStart(count, "0");
