// Pages of the ballot that answer a form: going back to one asks for it anew instead of failing, since none is kept.
export function back(document, window) {
  if (!document.querySelector(".dc-page--ballot")) return;
  window.history.replaceState(window.history.state, "", window.location.href);
}
