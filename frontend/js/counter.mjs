// Letters left in a text box; spoken only when the person stops typing.
export function left(text, limit) {
  return limit - [...text.normalize("NFC")].length;
}

export function counter(document, window) {
  for (const field of document.querySelectorAll("textarea[data-counter]")) {
    const said = document.getElementById(field.dataset.counter);
    if (!said) continue;
    let timer;
    const say = () => {
      const rest = left(field.value, Number(said.dataset.limit));
      said.textContent = (rest < 0 ? said.dataset.over : said.dataset.left).replace("{n}", String(Math.abs(rest)));
    };
    field.addEventListener("input", () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(say, 400);
    });
    say();
  }
}
