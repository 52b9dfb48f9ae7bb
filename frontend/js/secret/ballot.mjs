// The ballot: one choice encrypted, proved to be one, signed. The bytes are those of danchu.crypto.ballots.
import { compact, same } from "./bytes.mjs";
import { slow } from "./derive.mjs";
import { NAME, P, fixed, g, member, product, randomExponent } from "./group.mjs";
import { exponent, fingerprint, shortCode } from "./protocol.mjs";
import { knowKey, someIsZero } from "./proofs.mjs";

export const SECRET_DIGITS = 20;

// The exponent that signs a household's ballots in one vote.
export function privateCredential(digits, uuid, told) {
  return exponent(slow(digits, `danchu-credential|${uuid}`, told), `danchu-credential|${NAME}`);
}

export const publicCredential = (secret) => g.power(secret).toString();

// What the page needs of an election; throws for one that this booth cannot vote in.
export function readElection(text) {
  const { group, public_key: key, questions, uuid } = JSON.parse(text);
  const [asked, ...more] = questions;
  const plain = asked.min === 1 && asked.max === 1 && asked.answers.length === 3 && !asked.blank && !asked.type;
  if (group !== NAME || more.length || !plain) throw new Error("election");
  return { text, uuid, answers: asked.answers, question: asked.question, key: fixed(member(key)) };
}

export function encrypt(key, randomness, yes) {
  const beta = key.power(randomness);
  return { alpha: g.power(randomness), beta: yes ? (beta * g.element) % P : beta };
}

export function seal(election, credential, choice, told = () => {}) {
  const bond = fingerprint(election.text);
  const owner = publicCredential(credential);
  const context = `${bond}|${owner}`;
  const steps = election.answers.length + 2;
  const randomness = election.answers.map(randomExponent);
  const pairs = randomness.map((r, i) => encrypt(election.key, r, i === choice));
  const texts = pairs.map(({ alpha, beta }) => `${alpha},${beta}`);
  const individual = pairs.map((_, i) => {
    const yes = i === choice;
    told((i + 1) / steps);
    const shifts = yes ? [1n, 0n] : [0n, -1n];
    return someIsZero(`prove|${context}|${texts[i]}|`, election.key, shifts, Number(yes), randomness[i]);
  });
  const [alpha, beta] = ["alpha", "beta"].map((name) => product(pairs.map((pair) => pair[name])));
  const sum = randomness.reduce((one, other) => one + other);
  const overall = someIsZero(`prove|${context}|${texts.join(",")}|${alpha},${beta}|`, election.key, [0n], 0, sum);
  told((steps - 1) / steps);
  const unsigned = {
    election_uuid: election.uuid,
    election_hash: bond,
    credential: owner,
    answers: [{ choices: pairs.map(spelled), individual_proofs: individual, overall_proof: overall }],
  };
  const hash = fingerprint(compact(unsigned));
  const text = compact({ ...unsigned, signature: { hash, proof: knowKey(`sig|${hash}|`, credential) } });
  told(1);
  return { text, choice, randomness: randomness.map(String), tracker: fingerprint(text), short: shortCode(text) };
}

const spelled = ({ alpha, beta }) => ({ alpha: alpha.toString(), beta: beta.toString() });

// Whether a test ballot was sealed for that choice and no other.
export function opensTo(election, text, choice, randomness) {
  const expected = randomness.map((r, i) => spelled(encrypt(election.key, BigInt(r), i === choice)));
  return same(compact(expected), compact(JSON.parse(text).answers[0].choices));
}
