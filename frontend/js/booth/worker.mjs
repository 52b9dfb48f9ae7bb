// All arithmetic happens here, off the page: what is pressed is answered at once however slow the device.
import * as ballot from "../secret/ballot.mjs";
import * as team from "../secret/member.mjs";
import { lock, unlock } from "../secret/vault.mjs";

const kept = {};

const tasks = {
  // A household's credential in one vote; the private half stays in the worker.
  credential({ digits, uuid }, told) {
    kept.credential = ballot.privateCredential(digits, uuid, told);
    return ballot.publicCredential(kept.credential);
  },
  seal({ election, choice }, told) {
    return ballot.seal(ballot.readElection(election), kept.credential, choice, told);
  },
  opens({ election, text, choice, randomness }) {
    return ballot.opensTo(ballot.readElection(election), text, choice, randomness);
  },
  // For the list of credentials: one of many, nothing kept.
  listed: ({ digits, uuid }) => ballot.publicCredential(ballot.privateCredential(digits, uuid)),
  lock: ({ value, key }, told) => lock(value, key, told),
  unlock: ({ text, key }, told) => unlock(text, key, told),
  ...team.tasks,
};

self.onmessage = ({ data: { id, what, given } }) => {
  try {
    self.postMessage({ id, value: tasks[what](given, (told) => self.postMessage({ id, told })) });
  } catch (error) {
    self.postMessage({ id, error: String(error.message) });
  }
};
