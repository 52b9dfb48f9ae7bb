// A QR code as a drawing, with its quiet zone.
import { encodeQR } from "qr";
import { drawing } from "./page.mjs";

export function qr(text, label) {
  const squares = encodeQR(text, "raw", { border: 4 });
  const path = squares.flatMap((line, y) => line.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
  const spoken = label ? { "aria-hidden": null, role: "img", "aria-label": label } : {};
  return drawing(squares.length, squares.length, path, { class: "dc-qr", "shape-rendering": "crispEdges", ...spoken });
}
