// A sent form says so on its button, and is not sent twice by an impatient second press.
export function busy(document, window) {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    const button = event.submitter ?? form.querySelector("[data-busy]");
    if (!button?.dataset.busy) return;
    form.dataset.sent = "1";
    const words = button.querySelector("[data-words]") ?? button;
    button.dataset.label = words.textContent;
    button.setAttribute("aria-busy", "true");
    words.textContent = button.dataset.busy;
  });
  // Coming back with the browser's own button shows the page as it was: give the button back.
  window.addEventListener("pageshow", () => {
    for (const button of document.querySelectorAll('[aria-busy="true"][data-label]')) {
      (button.querySelector("[data-words]") ?? button).textContent = button.dataset.label;
      button.removeAttribute("aria-busy");
      if (button.form) delete button.form.dataset.sent;
    }
  });
}
