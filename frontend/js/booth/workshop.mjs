// The page's side of the worker: each task is a promise, and tells how far it is.
// The worker's text is part of the page's script, so that the hash of the page names every byte that runs.
/* global WORKER */
const begin = () => new Worker(URL.createObjectURL(new Blob([WORKER], { type: "text/javascript" })));

export function workshop(worker = begin()) {
  const waiting = new Map();
  let last = 0;
  worker.onmessage = ({ data: { id, told, value, error } }) => {
    const task = waiting.get(id);
    if (told !== undefined) return task.told(told);
    waiting.delete(id);
    return error === undefined ? task.done(value) : task.failed(new Error(error));
  };
  worker.onerror = (event) => {
    for (const task of waiting.values()) task.failed(new Error(event.message));
    waiting.clear();
  };
  return (what, given = {}, told = () => {}) =>
    new Promise((done, failed) => {
      waiting.set(++last, { done, failed, told });
      worker.postMessage({ id: last, what, given });
    });
}
