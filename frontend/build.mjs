// Writes src/danchu/ui/static/ui and src/danchu/ui/booth from sass/, js/, fonts and icons; the same sources give the same bytes.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { compile, Logger } from "sass";
import { booth } from "./build-booth.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2] ?? join(here, "../src/danchu/ui/static/ui");
const fonts = join(here, "node_modules/@fontsource/be-vietnam-pro");
const manifest = {};

rmSync(out, { recursive: true, force: true });
mkdirSync(join(out, "fonts"), { recursive: true });

// name.ext → name.<12 hex>.ext: the server may tell browsers to keep such a file for ever.
function put(name, bytes, { hashed = true, zip = false } = {}) {
  const body = Buffer.from(bytes);
  const digest = createHash("sha256").update(body).digest("hex").slice(0, 12);
  const written = hashed ? name.replace(/(\.[^.]+)$/, `.${digest}$1`) : name;
  writeFileSync(join(out, written), body);
  if (zip) writeFileSync(join(out, `${written}.gz`), gzipSync(body, { level: 9 }));
  if (hashed) manifest[`ui/${name}`] = `ui/${written}`;
  return written;
}

const fontNames = {};
for (const subset of ["latin", "vietnamese"]) {
  const name = `fonts/be-vietnam-pro-${subset}-600.woff2`;
  fontNames[name] = put(name, readFileSync(join(fonts, `files/be-vietnam-pro-${subset}-600-normal.woff2`)));
}
put("fonts/OFL.txt", readFileSync(join(fonts, "LICENSE")), { hashed: false });

for (const sheet of ["base", "ballot"]) {
  let { css } = compile(join(here, `sass/${sheet}.scss`), { style: "compressed", logger: Logger.silent });
  for (const [name, written] of Object.entries(fontNames)) css = css.replaceAll(name, written);
  put(`${sheet}.css`, css, { zip: true });
}

const bundle = await build({
  entryPoints: [join(here, "js/index.mjs")],
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2020",
  charset: "utf8",
  write: false,
  absWorkingDir: here,
});
put("ui.js", bundle.outputFiles[0].contents, { zip: true });

for (const icon of ["mark.svg", "icon-180.png", "icon-192.png", "icon-512.png"]) {
  put(icon, readFileSync(join(here, "icons", icon)), { zip: icon.endsWith(".svg") });
}
const icons = [180, 192, 512].map((side) => ({
  src: manifest[`ui/icon-${side}.png`].replace("ui/", ""),
  sizes: `${side}x${side}`,
  type: "image/png",
}));
put(
  "site.webmanifest",
  JSON.stringify({
    name: "Dân chủ ở cơ sở",
    short_name: "Dân chủ",
    lang: "vi",
    start_url: "/",
    display: "browser",
    background_color: "#FFFFFF",
    theme_color: "#B3141B",
    icons,
  }),
);
put("LICENSES.txt", readFileSync(join(here, "LICENSES.txt")), { hashed: false });
put("manifest.json", `${JSON.stringify(manifest, Object.keys(manifest).sort(), 1)}\n`, { hashed: false });
await booth(process.argv[2] ? join(out, "../booth") : join(here, "../src/danchu/ui/booth"));
