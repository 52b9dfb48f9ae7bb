import assert from "node:assert/strict";
import { createHash, createHmac } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import test from "node:test";
import { privateCredential, publicCredential, readElection, seal } from "../js/secret/ballot.mjs";
import { base64, compact, hex, same, unhex, utf8 } from "../js/secret/bytes.mjs";
import * as ceremony from "../js/secret/ceremony.mjs";
import { expand, hmac256, slow } from "../js/secret/derive.mjs";
import { Q, g, member, power, scalar } from "../js/secret/group.mjs";
import { challenge, fingerprint, shortCode } from "../js/secret/protocol.mjs";
import { below, randomDigits } from "../js/secret/random.mjs";
import { sha256 } from "../js/secret/sha256.mjs";
import { sha512 } from "../js/secret/sha512.mjs";
import { memberKeys, newSheet, readSheet, typed } from "../js/secret/sheet.mjs";
import { close, padAndKey, reveal } from "../js/secret/shares.mjs";

// Beside the sources; in a copy of frontend/ alone these comparisons are left to the tests in Python.
const file = new URL("../../tests/crypto/vectors.json", import.meta.url);
const vectors = existsSync(file) && JSON.parse(readFileSync(file, "utf8"));
const held = (name, work) => test(name, { skip: !vectors && "no vectors here" }, () => work(vectors));

test("digests of every length around a block", () => {
  for (let length = 0; length < 300; length++) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 7 + length) & 255);
    assert.equal(hex(sha256(bytes)), createHash("sha256").update(bytes).digest("hex"));
    assert.equal(hex(sha512(bytes)), createHash("sha512").update(bytes).digest("hex"));
    assert.equal(hex(hmac256(bytes, bytes)), createHmac("sha256", bytes).update(bytes).digest("hex"));
  }
});

held("derivations", ({ slow: one, expand: other, challenge: asked }) => {
  assert.equal(hex(slow(one.secret, one.salt)), one.bytes);
  assert.equal(hex(expand(unhex(other.secret), other.purpose)), other.bytes);
  assert.equal(`${challenge(asked.prefix, asked.elements)}`, asked.value);
});

held("group", ({ group }) => {
  assert.equal(`${g.power(5n)}`, group["g^5"]);
  assert.equal(`${Q}`, group.order);
  assert.equal(member(group["g^5"]), power(g.element, 5n));
});

held("credential, sheet, share, group code, election", (all) => {
  const { credential, sheet, share, group_code: code, vote } = all;
  const secret = privateCredential(credential.card, credential.uuid);
  assert.equal(`${secret}`, credential.private);
  assert.equal(publicCredential(secret), credential.public);
  const keys = memberKeys(sheet.sheet, sheet.uuid, sheet.polynomial.length);
  assert.deepEqual([`${keys.signing}`, `${keys.reading}`], [sheet.signing, sheet.reading]);
  assert.deepEqual(keys.polynomial.map(String), sheet.polynomial);
  assert.deepEqual(padAndKey(BigInt(share.common), share.point, share.context).map(hex), share.pad_and_key);
  assert.equal(ceremony.groupCode(code.uuid, code.certificates), code.code);
  assert.equal(fingerprint(vote.text), vote.fingerprint);
  assert.equal(shortCode(vote.text), vote.short);
  assert.equal(compact(JSON.parse(vote.text)), vote.text);
});

test("what is no number of the group is refused", () => {
  for (const text of ["", "0", "-1", "01", "+1", " 1", "1 ", "2", "1e3", "0x1", "9".repeat(617), "9".repeat(10 ** 6), 1, null]) {
    assert.throws(() => member(text), `${text}`.slice(0, 20));
  }
  assert.throws(() => scalar(`${Q}`));
  assert.equal(scalar(`${Q - 1n}`), Q - 1n);
});

test("a sheet finds every wrong digit and every exchange of neighbours", () => {
  const sheet = newSheet();
  assert.equal(readSheet(sheet.replace(/(.{4})/g, "$1 ")), sheet);
  for (let i = 0; i < sheet.length; i++) {
    const other = `${sheet.slice(0, i)}${(Number(sheet[i]) + 1) % 10}${sheet.slice(i + 1)}`;
    assert.equal(readSheet(other), null);
    const turned = sheet.slice(0, i) + (sheet[i + 1] ?? "") + sheet[i] + sheet.slice(i + 2);
    if (turned !== sheet) assert.equal(readSheet(turned), null);
  }
});

test("typed digits", () => {
  assert.equal(typed("1234 5678-9012\u00a03456 7890", 20), "12345678901234567890");
  for (const wrong of ["", "1234", "1234567890123456789a", "１２３４５６７８９０１２３４５６７８９０"]) assert.equal(typed(wrong, 20), null);
});

test("random numbers fill their range and never leave it", () => {
  const seen = new Set(Array.from({ length: 400 }, () => below(10n)));
  assert.deepEqual([...seen].sort(), [0n, 1n, 2n, 3n, 4n, 5n, 6n, 7n, 8n, 9n]);
  assert.match(randomDigits(20), /^[0-9]{20}$/);
  const thirds = [0, 0, 0];
  for (let i = 0; i < 6000; i++) thirds[Number(below(3n))] += 1;
  assert.ok(Math.min(...thirds) > 1780, `${thirds}`);
});

test("texts are compared whole", () => {
  assert.ok(same("abc", "abc"));
  for (const other of ["abd", "ab", "abcd", "", "abcabc"]) assert.ok(!same("abc", other));
  assert.equal(base64(utf8("ab")), "YWI");
});

test("a share is read by its reader alone, and unaltered", () => {
  const sealed = close(42n, g.power(7n), "vote|1|2");
  assert.equal(reveal(sealed, 7n, "vote|1|2"), 42n);
  assert.throws(() => reveal(sealed, 8n, "vote|1|2"));
  assert.throws(() => reveal(sealed, 7n, "vote|1|3"));
  assert.throws(() => reveal({ ...sealed, sealed: `00${sealed.sealed.slice(2)}` }, 7n, "vote|1|2"));
  assert.throws(() => reveal({ ...sealed, point: "2" }, 7n, "vote|1|2"));
});

const where = { uuid: "DanChuThoiHoaPhuong", size: 3 };

function team() {
  const keys = [1, 2, 3].map((number) => memberKeys(newSheet(), where.uuid, 2));
  const certificates = keys.map((one, i) => ceremony.certificate(where, i + 1, one));
  return { keys, certificates, promises: certificates.map(ceremony.promise) };
}

test("three phones make one key, and an erased phone makes its certificate again", () => {
  const { keys, certificates, promises } = team();
  const members = ceremony.checkCertificates(where, certificates, promises);
  const posted = keys.map((one, i) => ceremony.contribute(where, i + 1, one, certificates, members));
  const commitments = ceremony.checkContributions(where, certificates, members, posted);
  const secrets = keys.map((one, i) => ceremony.memberSecret(where, i + 1, one, posted, commitments));
  const expected = ceremony.expectedKeys(commitments);
  assert.deepEqual(keys.map((one, i) => ceremony.memberKey(one, secrets[i]).public_key), expected);
  assert.deepEqual(ceremony.certificate(where, 1, keys[0]), certificates[0]);
});

test("nothing false gets through the rounds", () => {
  const { keys, certificates, promises } = team();
  const stranger = memberKeys(newSheet(), where.uuid, 2);
  const swapped = [certificates[0], ceremony.certificate(where, 2, stranger), certificates[2]];
  assert.throws(() => ceremony.checkCertificates(where, swapped, promises), /promise/);
  assert.notEqual(ceremony.groupCode(where.uuid, swapped), ceremony.groupCode(where.uuid, certificates));
  const moved = [certificates[1], certificates[0], certificates[2]];
  assert.throws(() => ceremony.checkCertificates(where, moved, moved.map(ceremony.promise)), /context/);
  const unsigned = [...certificates.slice(0, 2), { ...certificates[2], signature: certificates[0].signature }];
  assert.throws(() => ceremony.checkCertificates(where, unsigned, unsigned.map(ceremony.promise)), /signature/);

  const members = ceremony.checkCertificates(where, certificates, promises);
  const posted = keys.map((one, i) => ceremony.contribute(where, i + 1, one, certificates, members));
  const check = (others) => ceremony.checkContributions(where, certificates, members, others);
  const foreign = ceremony.contribute(where, 2, stranger, certificates, members);
  assert.throws(() => check([posted[0], foreign, posted[2]]), /signature/);
  assert.throws(() => check([posted[0], { ...posted[1], agreement: posted[0].agreement }, posted[2]]), /agreement/);
  assert.throws(() => check(posted.slice(0, 2)), /contributions/);
  const shares = [...posted[1].shares];
  [shares[0], shares[2]] = [shares[2], shares[0]];
  const crossed = [posted[0], { ...posted[1], shares }, posted[2]];
  assert.throws(() => ceremony.memberSecret(where, 1, keys[0], crossed, check(crossed)), /share/);
  const [free, ...rest] = keys[1].polynomial;
  const liar = ceremony.contribute(where, 2, { ...keys[1], polynomial: [free + 1n, ...rest] }, certificates, members);
  const lied = [posted[0], { ...posted[1], shares: liar.shares }, posted[2]];
  assert.throws(() => ceremony.memberSecret(where, 1, keys[0], lied, check(lied)), /share/);
  const other = members.map(({ signing }) => ({ signing, reading: g.power(9n) }));
  const sealedElsewhere = ceremony.contribute(where, 2, keys[1], certificates, other);
  const lost = [posted[0], sealedElsewhere, posted[2]];
  assert.throws(() => ceremony.memberSecret(where, 1, keys[0], lost, check(lost)), /share/);
});

held("an election this booth cannot vote in is refused", ({ vote }) => {
  const election = JSON.parse(vote.text);
  const asked = election.questions[0];
  const wrong = [
    { group: "RFC-3526-2048" },
    { public_key: "2" },
    { questions: [asked, asked] },
    { questions: [{ ...asked, max: 2 }] },
    { questions: [{ ...asked, min: 0 }] },
    { questions: [{ ...asked, blank: true }] },
    { questions: [{ ...asked, answers: ["a", "b"] }] },
  ];
  for (const one of wrong) assert.throws(() => readElection(compact({ ...election, ...one })));
});

held("two ballots of one choice have nothing in common but their voter", ({ vote }) => {
  const election = readElection(vote.text);
  const told = [];
  const [one, other] = [0, 0].map(() => JSON.parse(seal(election, 11n, 0, (part) => told.push(part)).text));
  assert.equal(one.credential, other.credential);
  assert.notEqual(one.answers[0].choices[0].alpha, other.answers[0].choices[0].alpha);
  assert.equal(told[told.length - 1], 1);
});
