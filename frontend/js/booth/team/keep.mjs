// The copy of the sheet on this device: a convenience that browsers may erase; the paper is the key.
const name = ({ uuid, attempt }) => `to-chia|${uuid}|${attempt}`;

// A file opened from a disk shares its storage with every other such file.
const storage = () => (location.protocol === "file:" ? null : window.localStorage);

function attempt(work) {
  try {
    return work(storage());
  } catch {
    return undefined; // storage refused: the paper suffices
  }
}

export const keep = (state, sheet) => attempt((place) => place?.setItem(name(state), sheet));
export const kept = (state) => attempt((place) => place?.getItem(name(state))) ?? null;
export const forget = (state) => attempt((place) => place?.removeItem(name(state)));
