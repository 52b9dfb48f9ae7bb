// The ceremony: each round is a function from the sheet and what everybody posted to what this member posts.
// The same rounds as danchu.crypto.ceremony, where they are explained. Whatever does not hold throws.
import { compact, hex, number, utf8 } from "./bytes.mjs";
import { slow } from "./derive.mjs";
import { NAME, g, member, modulo, power, product } from "./group.mjs";
import { knowKey, sameExponent, sign, signed } from "./proofs.mjs";
import { fingerprint } from "./protocol.mjs";
import { sha256 } from "./sha256.mjs";
import { close, reveal } from "./shares.mjs";

export const NEEDED = { 3: 2, 4: 3, 5: 3 };

function must(holds, what) {
  if (!holds) throw new Error(what);
}

const message = (content, keys) => {
  const text = compact(content);
  return { message: text, signature: sign(text, keys.signing, keys.once(text)) };
};

const context = (size, index) => ({ group: NAME, size, threshold: NEEDED[size], index });

export function certificate({ size }, number, keys) {
  const content = { context: context(size, number), verification: `${g.power(keys.signing)}`, encryption: `${g.power(keys.reading)}` };
  return message(content, keys);
}

const digest = (value) => hex(sha256(utf8(compact(value))));
export const promise = (cert) => digest(cert);

export function groupCode(uuid, certificates, told) {
  const bytes = slow(digest(certificates), `danchu-group-code|${uuid}`, told);
  return (number(bytes) % 100000000n).toString().padStart(8, "0");
}

// The signing and reading key of each member.
export function checkCertificates({ size }, certificates, promises) {
  must(certificates.length === size && promises.length === size, "certificates");
  return certificates.map((one, i) => {
    must(promise(one) === promises[i], "promise");
    const content = read(one);
    must(compact(content.context) === compact(context(size, i + 1)), "context");
    const [signing, reading] = [content.verification, content.encryption].map(member);
    must(signed(one.message, signing, one.signature), "signature");
    return { signing, reading };
  });
}

function read(one) {
  const content = JSON.parse(one.message);
  must(compact(content) === one.message, "spelling");
  return content;
}

const agreed = (certs, coefexps) => `certs_sig|${compact({ certs, coefexps })}`;
const envelope = ({ uuid }, author, reader) => `${uuid}|${author}|${reader}`;
const valueAt = (polynomial, point) => polynomial.reduceRight((value, one) => modulo(value * BigInt(point) + one), 0n);

export function contribute(ceremony, number, keys, certificates, members) {
  const coefexps = keys.polynomial.map((one) => g.power(one).toString());
  return {
    coefficients: message({ coefexps }, keys),
    agreement: sign(agreed(certificates, coefexps), keys.signing),
    shares: members.map(({ reading }, i) =>
      close(valueAt(keys.polynomial, i + 1), reading, envelope(ceremony, number, i + 1)),
    ),
  };
}

// Everybody's commitments, each signed by its author under all certificates.
export function checkContributions({ size }, certificates, members, contributions) {
  must(contributions.length === size, "contributions");
  return contributions.map((one, i) => {
    const { coefexps } = read(one.coefficients);
    must(coefexps.length === NEEDED[size] && one.shares.length === size, "shape");
    must(signed(one.coefficients.message, members[i].signing, one.coefficients.signature), "signature");
    must(signed(agreed(certificates, coefexps), members[i].signing, one.agreement), "agreement");
    return coefexps.map(member);
  });
}

const publicShare = (committed, number) =>
  product(committed.map((point, k) => power(point, BigInt(number) ** BigInt(k))));

// The member's part of the key: the shares checked and added.
export function memberSecret(ceremony, number, keys, contributions, commitments) {
  const shares = contributions.map((one, i) => {
    const share = reveal(one.shares[number - 1], keys.reading, envelope(ceremony, i + 1, number));
    must(g.power(share) === publicShare(commitments[i], number), "share");
    return share;
  });
  return modulo(shares.reduce((one, other) => one + other));
}

export function memberKey(keys, secret) {
  const key = g.power(secret).toString();
  return { pok: knowKey(`pok|${NAME}|${key}|`, secret), public_key: key, signature: sign(key, keys.signing) };
}

// The key that the commitments give to each member, whatever was posted.
export const expectedKeys = (commitments) =>
  commitments.map((_, i) => product(commitments.map((committed) => publicShare(committed, i + 1))).toString());

// The member's part of the opening of a sum.
export function opening(electionText, tally, secret) {
  const prefix = `decrypt|${fingerprint(electionText)}|${g.power(secret)}|`;
  const alphas = tally[0].map(({ alpha }) => member(alpha));
  return compact({
    decryption_factors: [alphas.map((alpha) => power(alpha, secret).toString())],
    decryption_proofs: [alphas.map((alpha) => sameExponent(prefix, alpha, secret))],
  });
}
