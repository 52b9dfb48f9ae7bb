// A file field that need not be filled in says, like a required one does by itself, that nothing is chosen yet.
export function file(document) {
  for (const input of document.querySelectorAll(".dc-file-input")) {
    const say = () => input.toggleAttribute("data-empty", input.files.length === 0);
    input.addEventListener("change", say);
    say();
  }
}
