// A page left open over midnight keeps telling the right number of days. Days are Vietnamese days.
const DAY = 86_400_000;
const OFFSET = 7 * 3_600_000;

export function dayNumber(milliseconds) {
  return Math.floor((milliseconds + OFFSET) / DAY);
}

export function state(until, now) {
  const days = dayNumber(until) - dayNumber(now);
  if (now > until) return null; // what happens after the end is the server's to say
  return days === 0 ? { name: "today", days } : { name: "left", days };
}

export function chips(document, window) {
  const refresh = () => {
    for (const chip of document.querySelectorAll("[data-until]")) {
      const shown = state(Date.parse(chip.dataset.until), Date.now());
      if (!shown) continue;
      chip.classList.toggle("dc-chip--today", shown.name === "today");
      chip.querySelector("[data-words]").textContent = chip.dataset[shown.name].replace("{n}", String(shown.days));
    }
  };
  if (document.querySelector("[data-until]")) window.setInterval(refresh, 60_000);
}
