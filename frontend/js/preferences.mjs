// A− A A+ without leaving the page: an open ballot keeps what is chosen and typed.
export function preferences(document, window) {
  for (const form of document.querySelectorAll("form[data-sizes]")) {
    form.addEventListener("submit", (event) => {
      const chosen = event.submitter;
      if (!chosen || chosen.name !== "size") return;
      event.preventDefault();
      const body = new window.FormData(form, chosen);
      body.set("size", chosen.value);
      window.fetch(form.action, { method: "POST", body, redirect: "manual" }).catch(() => {});
      const root = document.documentElement;
      root.classList.remove("size-small", "size-normal", "size-large");
      root.classList.add(`size-${chosen.value}`);
      for (const button of document.querySelectorAll("form[data-sizes] button")) {
        button.setAttribute("aria-pressed", String(button.value === chosen.value));
      }
    });
  }
}
