// The phone's own share sheet, where there is one (HTTPS only); otherwise the button stays hidden.
export function share(document, window) {
  if (!window.navigator.share) return;
  for (const button of document.querySelectorAll("button[data-share]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const { shareTitle: title, shareText: text, share: url } = button.dataset;
      window.navigator.share({ title, text, url: url || window.location.href }).catch(() => {});
    });
  }
}
