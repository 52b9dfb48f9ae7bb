// The culture house's machine forgets a household after a minute without a touch.
export function kiosk(document, window) {
  const { kiosk: seconds, kioskHome: home } = document.body.dataset;
  if (!seconds || !home) return;
  let timer;
  const forget = () => {
    for (const form of document.forms) form.reset();
    window.location.replace(home);
  };
  const wait = () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(forget, Number(seconds) * 1000);
  };
  for (const name of ["pointerdown", "keydown", "scroll", "input"]) {
    document.addEventListener(name, wait, { passive: true, capture: true });
  }
  window.addEventListener("pageshow", (event) => (event.persisted ? forget() : wait()));
  wait();
}
