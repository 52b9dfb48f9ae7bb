// Writes src/danchu/ui/booth: the pages of their own origin, and danchu-team.html, which is one file.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { compile, Logger } from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const source = (name) => readFileSync(join(here, name), "utf8");
const digest = (text, form) => createHash("sha256").update(text).digest(form);
const integrity = (text) => `sha256-${digest(text, "base64")}`;

async function bundled(entry, define = {}) {
  const made = await build({
    entryPoints: [join(here, "js/booth", entry)],
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2020",
    charset: "utf8",
    legalComments: "none",
    write: false,
    define,
    absWorkingDir: here,
  });
  return made.outputFiles[0].text;
}

const petals = /d="([^"]+z)"\/><\/svg>/.exec(source("icons/mark.svg"))[1];
const seal =
  '<svg class="dc-seal" width="58" height="76" viewBox="0 0 58 76" aria-hidden="true" focusable="false">' +
  `<rect width="58" height="76"/><path transform="translate(10 26) scale(.38)" d="${petals}"/></svg>`;

// Only the machines that cannot draw the page read these.
const OLD = {
  household: {
    title: "Phiếu kín",
    waiting: "Đang mở phòng phiếu…",
    noscript: "Trình duyệt này tắt JavaScript nên chưa khóa kín được phiếu. Mời bật lên, dùng máy khác, đến nhà văn hóa, hoặc gọi số điện thoại ghi trên thẻ để được giúp tại nhà.",
    noscriptEn: "JavaScript is off in this browser, so it cannot seal a ballot. Please turn it on, use another device, come to the culture house, or call the number on the card.",
    oldTitle: "Máy này đời cũ",
    old: "Máy này đời cũ, chưa khóa kín được phiếu. Mời dùng máy khác, đến nhà văn hóa, hoặc gọi số điện thoại ghi trên thẻ để được giúp tại nhà.",
    oldEn: "This device is too old to seal a ballot. Please use another device, come to the culture house, or call the number on the card.",
  },
  work: {
    waiting: "Đang mở trang…",
    noscript: "Trang này cần JavaScript. Mời bật lên, hoặc mở bằng máy khác.",
    noscriptEn: "This page needs JavaScript. Please turn it on, or use another device.",
    oldTitle: "Máy này đời cũ",
    old: "Máy này đời cũ, chưa tính được chìa. Mời mở bằng Chrome hoặc Safari bản mới trên máy khác.",
    oldEn: "This device is too old. Please open the page with a recent Chrome or Safari on another device.",
  },
};

const PAGES = [
  { file: "index.html", script: "booth.js", entry: "household/index.mjs", ...OLD.household },
  { file: "to.html", script: "team.js", entry: "team/index.mjs", title: "Chìa mở kết quả", ...OLD.work },
  { file: "the.html", script: "cards.js", entry: "cards/index.mjs", title: "Thẻ biểu quyết của hộ", ...OLD.work },
];

const filled = (template, values) => template.replace(/\{\{(\w+)\}\}/g, (_, name) => values[name]);

// Everything in one file; its own policy names the two texts that may act.
function alone(page, script, sheet) {
  const policy =
    `default-src 'none'; script-src '${integrity(script)}'; style-src '${integrity(sheet)}'; ` +
    "worker-src blob:; connect-src http: https:; base-uri 'none'; form-action 'none'";
  const html = filled(source("booth/page.html"), { ...page, seal });
  const tags = [
    [/<link rel="icon"[^>]*>\n/, ""],
    [/<link rel="stylesheet"[^>]*>/, `<style>${sheet}</style>`],
    [/<script src[^>]*><\/script>/, `<script>${script}</script>`],
    ['<meta charset="utf-8">', `<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="${policy}">`],
  ];
  return tags.reduce((text, [what, instead]) => text.replace(what, () => instead), html);
}

export async function booth(out) {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const files = {};
  const WORKER = JSON.stringify(await bundled("worker.mjs"));
  files["booth.css"] = compile(join(here, "sass/booth.scss"), { style: "compressed", charset: false, logger: Logger.silent }).css;
  files["start.js"] = source("booth/start.js");
  files["mark.svg"] = source("icons/mark.svg");
  for (const page of PAGES) {
    const script = (files[page.script] = await bundled(page.entry, { WORKER }));
    files[page.file] = filled(source("booth/page.html"), {
      ...page,
      seal,
      sheetIntegrity: integrity(files["booth.css"]),
      startIntegrity: integrity(files["start.js"]),
      scriptIntegrity: integrity(script),
    });
  }
  const team = PAGES.find(({ file }) => file === "to.html");
  files["danchu-team.html"] = alone(team, files["team.js"], files["booth.css"]);
  files["LICENSES.txt"] = source("booth/LICENSES.txt");
  files.SHA256SUMS = Object.keys(files)
    .sort()
    .map((name) => `${digest(files[name], "hex")}  ${name}\n`)
    .join("");
  for (const [name, text] of Object.entries(files)) writeFileSync(join(out, name), text);
}
