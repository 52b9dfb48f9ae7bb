// A machine at the culture house goes back to its first page after a minute without a touch.
export function leaveAlone(window, seconds, leave) {
  let timer;
  const wait = () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(leave, seconds * 1000);
  };
  for (const name of ["pointerdown", "keydown", "scroll", "input"]) {
    window.addEventListener(name, wait, { passive: true, capture: true });
  }
  window.addEventListener("pageshow", (event) => (event.persisted ? leave() : wait()));
  wait();
}
