// The proofs that let everybody check and nobody see.
import { P, g, modulo, power, randomExponent, scalar } from "./group.mjs";
import { challenge } from "./protocol.mjs";

const written = (asked, answered) => ({ challenge: asked.toString(), response: answered.toString() });

// The prover knows x of g^x. `once` is random, or drawn from the prover's own secret for this prefix alone.
export function knowKey(prefix, secret, once = randomExponent()) {
  const asked = challenge(prefix, [g.power(once)]);
  return written(asked, modulo(once - secret * asked));
}

export const sign = (message, secret, once) => knowKey(`sigmsg|${message}|`, secret, once);

export function signed(message, owner, proof) {
  const asked = scalar(proof.challenge);
  const commitment = (g.power(scalar(proof.response)) * power(owner, asked)) % P;
  return challenge(`sigmsg|${message}|`, [commitment]) === asked;
}

// The x of g^x is that of alpha^x.
export function sameExponent(prefix, alpha, secret) {
  const once = randomExponent();
  const asked = challenge(prefix, [g.power(once), power(alpha, once)]);
  return written(asked, modulo(once - secret * asked));
}

// One of the pairs (g^r, y^r·g^shift) has shift 0, and nobody learns which; it is the one at `real`.
// The others' answers are chosen first; as r and the shift are known, tables of g and y give their commitments.
export function someIsZero(prefix, key, shifts, real, randomness) {
  const asked = shifts.map(randomExponent);
  const answered = shifts.map(randomExponent);
  const commitments = shifts.flatMap((shift, i) => {
    if (i === real) return [g.power(answered[i]), key.power(answered[i])];
    const both = answered[i] + randomness * asked[i];
    return [g.power(both), (key.power(both) * g.power(shift * asked[i])) % P];
  });
  const others = asked.reduce((sum, one, i) => (i === real ? sum : sum + one), 0n);
  asked[real] = modulo(challenge(prefix, commitments) - others);
  answered[real] = modulo(answered[real] - randomness * asked[real]);
  return asked.map((one, i) => written(one, answered[i]));
}
