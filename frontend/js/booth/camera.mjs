// Reads a QR code from the camera, or from a photograph where a page may not use the camera (plain HTTP).
import { decodeQR } from "qr/decode.js";
import { t } from "./language.mjs";
import { button, el, fill, sign } from "./page.mjs";

const EVERY = 200; // milliseconds between looks

function pixels(source, width, height) {
  const scale = Math.min(1, 1000 / Math.max(width, height));
  const canvas = el("canvas", { width: Math.round(width * scale), height: Math.round(height * scale) });
  const drawn = canvas.getContext("2d", { willReadFrequently: true });
  drawn.drawImage(source, 0, 0, canvas.width, canvas.height);
  return drawn.getImageData(0, 0, canvas.width, canvas.height);
}

function read(source, width, height) {
  try {
    return decodeQR(pixels(source, width, height));
  } catch {
    return null; // no code in this picture
  }
}

async function live(found) {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  const video = el("video.dc-camera", { playsinline: true, muted: true });
  video.srcObject = stream;
  await video.play();
  const stop = () => {
    clearInterval(timer);
    for (const track of stream.getTracks()) track.stop();
  };
  const timer = setInterval(() => {
    if (!video.isConnected) return stop();
    const text = video.videoWidth && read(video, video.videoWidth, video.videoHeight);
    return text && found(text) && stop();
  }, EVERY);
  return video;
}

// A button that opens the camera, or takes a photograph. `found` gets each text and says whether it was the right one.
export function scanner(found) {
  const place = el("div");
  const unread = el("p.govuk-error-message", { role: "alert", hidden: true }, t("photoUnread"));
  const photo = async (event) => {
    const [file] = event.target.files;
    if (!file) return;
    const image = await createImageBitmap(file).catch(() => null);
    const text = image && read(image, image.width, image.height);
    unread.hidden = Boolean(text && found(text));
  };
  const file = el("input.dc-file-input", { type: "file", id: "anh", accept: "image/*", capture: "environment", change: photo });
  const byPhoto = () => fill(place, el("label.govuk-label", { for: "anh" }, t("photo")), file, unread);
  if (!navigator.mediaDevices?.getUserMedia) {
    byPhoto();
    return place;
  }
  const start = () => live(found).then((video) => fill(place, video), byPhoto);
  place.append(button([sign("camera"), t("scanSheet")], start, "secondary"));
  return place;
}
