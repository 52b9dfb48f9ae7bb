// "Chép gửi Zalo": over plain HTTP the clipboard interface is missing, so the old way stays as the second way.
export async function copyText(field, window) {
  try {
    await window.navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.focus();
    field.select();
    return field.ownerDocument.execCommand("copy");
  }
}

export function copy(document, window) {
  for (const box of document.querySelectorAll("[data-copy]")) {
    const button = box.querySelector("[data-copy-button]");
    const field = box.querySelector("textarea");
    const said = box.querySelector("[role=status]");
    button.hidden = false;
    button.addEventListener("click", async () => {
      said.textContent = (await copyText(field, window)) ? said.dataset.done : said.dataset.failed;
    });
  }
}
