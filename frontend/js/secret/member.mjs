// What a member's device does next, from the sheet and the ward's state of the ceremony alone (docs/decisions/0020).
import { checkSum } from "./archive.mjs";
import { compact } from "./bytes.mjs";
import * as ceremony from "./ceremony.mjs";
import { g } from "./group.mjs";
import { fingerprint } from "./protocol.mjs";
import { memberKeys, newSheet } from "./sheet.mjs";

const kept = new Map(); // slow results, by what they came from

function once(name, work) {
  if (!kept.has(name)) kept.set(name, work());
  return kept.get(name);
}

function must(holds, what) {
  if (!holds) throw new Error(what);
}

const all = (list) => list.every((one) => one !== null);
const keysOf = ({ uuid, size }, sheet, told) =>
  once(`keys|${uuid}|${sheet}`, () => memberKeys(sheet, uuid, ceremony.NEEDED[size], told));

// What was seen once must not change: the promises, then the certificates, of one attempt.
function unchanged({ uuid, attempt, promises, certificates }) {
  for (const [what, list] of Object.entries({ promises, certificates })) {
    list.forEach((one, i) => {
      if (one === null) return;
      const text = compact(one);
      must(once(`${what}|${uuid}|${attempt}|${i}`, () => text) === text, "changed");
    });
  }
}

// `post` is what is due now; `waits` names the list that others still have to fill.
function advance({ state, sheet }, told) {
  const { uuid, size, me, promises, certificates, contributions } = state;
  const where = { uuid, size };
  const keys = keysOf(where, sheet, told);
  const own = once(`own|${uuid}|${sheet}`, () => ceremony.certificate(where, me, keys));
  const due = (kind, value) => ({ post: { kind, value } });
  unchanged(state);
  must(all(promises) || certificates.every((one) => one === null), "order");
  if (promises[me - 1] === null) return due("promise", ceremony.promise(own));
  must(promises[me - 1] === ceremony.promise(own), "sheet");
  if (!all(promises)) return { waits: "promises" };
  if (certificates[me - 1] === null) return due("certificate", own);
  if (!all(certificates)) return { waits: "certificates" };
  const digest = fingerprint(compact(certificates));
  const members = once(`members|${digest}`, () => ceremony.checkCertificates(where, certificates, promises));
  if (contributions[me - 1] === null) {
    return due("contribution", ceremony.contribute(where, me, keys, certificates, members));
  }
  if (!all(contributions)) return { waits: "contributions" };
  const { secret, expected } = part(state, keys, members);
  if (state.keys[me - 1] === null) return due("key", ceremony.memberKey(keys, secret));
  must(state.keys.every((one, i) => one === null || one.public_key === expected[i]), "key");
  if (!all(state.keys)) return { waits: "keys" };
  return { code: once(`code|${digest}`, () => ceremony.groupCode(uuid, certificates, told)) };
}

// The member's part of the key, and everybody's public one.
function part({ uuid, size, me, certificates, contributions }, keys, members) {
  const where = { uuid, size };
  return once(`part|${fingerprint(compact([certificates, contributions]))}|${me}`, () => {
    const commitments = ceremony.checkContributions(where, certificates, members, contributions);
    const secret = ceremony.memberSecret(where, me, keys, contributions, commitments);
    return { secret, expected: ceremony.expectedKeys(commitments) };
  });
}

// The member's part of the opening, of nothing but the sum of the archive's ballots.
function open({ state, sheet, archive }, told) {
  const { uuid, size, certificates, promises } = state;
  const where = { uuid, size };
  const keys = keysOf(where, sheet, told);
  must(promises[state.me - 1] === ceremony.promise(ceremony.certificate(where, state.me, keys)), "sheet");
  const members = ceremony.checkCertificates(where, certificates, promises);
  const { secret } = part(state, keys, members);
  const tally = checkSum(new Uint8Array(archive), state, g.power(secret).toString());
  return ceremony.opening(state.election, tally, secret);
}

export const tasks = { newSheet: () => newSheet(), advance, open };
