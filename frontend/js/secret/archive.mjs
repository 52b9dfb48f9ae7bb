// What a member of the team checks before opening anything: that the sum is made of the ballots in the public file.
import { compact, hex } from "./bytes.mjs";
import { P } from "./group.mjs";
import { sha256 } from "./sha256.mjs";

const BLOCK = 512;
const decoder = new TextDecoder("utf-8", { fatal: true });

function must(holds, what) {
  if (!holds) throw new Error(what);
}

const ascii = (bytes) => String.fromCharCode(...bytes).replace(/\0.*$/, "");

// Every record's text by its hash, and the events in order, each bound to the one before.
export function readArchive(bytes) {
  const texts = new Map();
  const events = [];
  for (let at = 0; at < bytes.length; ) {
    const name = ascii(bytes.subarray(at, at + 100));
    const length = parseInt(ascii(bytes.subarray(at + 124, at + 136)), 8);
    const body = bytes.subarray(at + BLOCK, at + BLOCK + length);
    must(length >= 0 && body.length === length, "archive");
    at += BLOCK + Math.ceil(length / BLOCK) * BLOCK;
    if (name === "BELENIOS") continue;
    const digest = hex(sha256(body));
    must(name === `${digest}.data.json` || name === `${digest}.event.json`, "archive");
    const text = decoder.decode(body);
    texts.set(digest, text);
    if (!name.endsWith(".event.json")) continue;
    const event = JSON.parse(text);
    const before = events[events.length - 1];
    must(event.height === events.length && event.parent === before?.digest, "archive");
    events.push({ ...event, digest });
  }
  return { events, named: (digest) => texts.get(digest) };
}

// The sum of the last ballot of each credential on the list, and how many there are.
export function addUp({ events, named }) {
  const setup = JSON.parse(named(events[0].payload));
  const listed = new Set(JSON.parse(named(setup.credentials)));
  const last = new Map();
  for (const { type, payload } of events) {
    if (type !== "Ballot") continue;
    const ballot = JSON.parse(named(payload));
    must(listed.has(ballot.credential), "credential");
    last.set(ballot.credential, ballot.answers[0].choices);
  }
  const sums = Array.from({ length: 3 }, () => ({ alpha: 1n, beta: 1n }));
  for (const choices of last.values()) {
    must(choices.length === sums.length, "ballot");
    choices.forEach(({ alpha, beta }, i) => {
      sums[i] = { alpha: (sums[i].alpha * BigInt(alpha)) % P, beta: (sums[i].beta * BigInt(beta)) % P };
    });
  }
  const tally = [sums.map(({ alpha, beta }) => ({ alpha: `${alpha}`, beta: `${beta}` }))];
  return { ballots: last.size, tally, election: named(setup.election), trustees: JSON.parse(named(setup.trustees)) };
}

// Throws unless what the ward asks to open is the sum of the archive's ballots, in the vote whose keys these are.
export function checkSum(bytes, { election, count, me }, ownKey) {
  const archive = readArchive(bytes);
  const found = addUp(archive);
  must(archive.events.some(({ type }) => type === "EndBallots"), "open");
  must(found.election === election && found.ballots === count.ballots, "another vote");
  must(compact(found.tally) === count.tally, "sum");
  const [, team] = found.trustees.find(([kind]) => kind === "Pedersen");
  must(team.verification_keys[me - 1].public_key === ownKey, "key");
  return found.tally;
}
