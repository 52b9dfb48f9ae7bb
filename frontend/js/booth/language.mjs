// Both languages stand side by side; a text is looked up when it is drawn.
let now = "vi";
const texts = {};

export const words = (more) => Object.assign(texts, more);

// The language in use; given one, it changes.
export function language(to) {
  if (to) document.documentElement.lang = now = to;
  return now;
}

// A text by its name, {places} filled. Numbers keep their noun beside them on one line.
export function t(name, values = {}) {
  const text = texts[name][now === "vi" ? 0 : 1];
  return text.replace(/\{(\w+)\}/g, (_, place) => values[place]).replace(/(\d) (\p{L})/gu, "$1\u00a0$2");
}

words({
  sizes: ["Cỡ chữ", "Letter size"],
  again: ["Gửi lại", "Send again"],
  network: ["Chưa nối được với phường", "The ward cannot be reached"],
  networkSays: [
    "Có thể máy đang mất mạng. Điều ông/bà đã làm vẫn còn trên máy này.",
    "The device may be offline. What you have done is still on this device.",
  ],
  busy: ["Đang gửi…", "Sending…"],
  remedy: ["Cần làm gì", "What you can do"],
  basis: ["Căn cứ", "Legal basis"],
  back: ["Quay lại", "Back"],
  accident: ["Trang này gặp trục trặc", "Something went wrong on this page"],
  accidentSays: [
    "Chưa gửi gì đi. Mời mở lại trang, hoặc gọi người phụ trách ghi trên thẻ.",
    "Nothing was sent. Please open the page again, or call the person named on the card.",
  ],
});
