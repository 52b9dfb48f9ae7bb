// What stands behind # is read once and leaves the address bar and the history.
export function takeFragment(window) {
  const text = decodeURIComponent(window.location.hash.slice(1));
  window.history.replaceState(null, "", window.location.pathname);
  return text;
}

// A card's QR is CARD.DIGITS, a button of the ward's site gives GRANT alone.
export function readEntry(text) {
  const card = /^([A-Za-z0-9_-]{20,60})\.([0-9]{20})$/.exec(text);
  if (card) return { card: card[1], digits: card[2] };
  return /^[\w:~-]{8,200}$/.test(text) ? { grant: text } : {};
}

// Digits from a scanner that types the whole address of a card, or from fingers.
export const digitsOf = (text) => (/#[\w-]+\.([0-9]{20})\s*$/.exec(text)?.[1] ?? text).replace(/[\s.\u2013-]/g, "");
