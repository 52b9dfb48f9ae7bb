// The browser's writer for tests in other languages: one JSON call a line on stdin, one answer a line on stdout.
import { createInterface } from "node:readline";
import * as ballot from "../js/secret/ballot.mjs";
import * as ceremony from "../js/secret/ceremony.mjs";
import { memberKeys, newSheet } from "../js/secret/sheet.mjs";

function member({ uuid, size, number, sheet, certificates, contributions, election, tally }) {
  const where = { uuid, size };
  const keys = memberKeys(sheet, uuid, ceremony.NEEDED[size]);
  const own = ceremony.certificate(where, number, keys);
  if (!certificates) return { certificate: own, promise: ceremony.promise(own) };
  const members = ceremony.checkCertificates(where, certificates, certificates.map(ceremony.promise));
  if (!contributions) {
    const code = ceremony.groupCode(uuid, certificates);
    return { code, contribution: ceremony.contribute(where, number, keys, certificates, members) };
  }
  const commitments = ceremony.checkContributions(where, certificates, members, contributions);
  const secret = ceremony.memberSecret(where, number, keys, contributions, commitments);
  if (!tally) return { key: ceremony.memberKey(keys, secret), expected: ceremony.expectedKeys(commitments) };
  return { opening: ceremony.opening(election, JSON.parse(tally), secret) };
}

const does = {
  sheet: () => newSheet(),
  public: ({ digits, uuid }) => ballot.publicCredential(ballot.privateCredential(digits, uuid)),
  seal: ({ election, digits, choice }) => {
    const read = ballot.readElection(election);
    const sealed = ballot.seal(read, ballot.privateCredential(digits, read.uuid), choice);
    return { ...sealed, opens: [0, 1, 2].map((one) => ballot.opensTo(read, sealed.text, one, sealed.randomness)) };
  },
  member,
};

for await (const line of createInterface({ input: process.stdin })) {
  const { do: what, ...given } = JSON.parse(line);
  let answer;
  try {
    answer = { value: does[what](given) };
  } catch (error) {
    answer = { error: error.message };
  }
  console.log(JSON.stringify(answer));
}
