// Builds wwwroot/dist: one script, one style sheet, one sprite. Called by Assets.targets, or by hand: node build.mjs
import { build } from "esbuild";
import { fileURLToPath } from "node:url";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { keepOnly } from "./assets/tabler.mjs";

const dist = new URL("wwwroot/dist/", import.meta.url);
const here = (path) => new URL(path, import.meta.url);

await rm(dist, { recursive: true, force: true });
await mkdir(dist, { recursive: true });

// Tabler whole is 600 KB of CSS. Only its reset and the parts named here are shipped; a page that wants another part adds its class.
const parts = ["btn", "form-control", "form-label", "is-invalid", "invalid-feedback", "form-hint", "visually-hidden"];
const tabler = keepOnly(await readFile(here("node_modules/@tabler/core/dist/css/tabler.css"), "utf8"), parts);
const names = ["tokens", "base", "frame", "clock", "register", "overview", "case", "intake", "inbox", "order", "files", "signature", "owners", "account", "messages", "watching", "phone", "search", "knowledge", "claims", "rules", "print", "statement"];
const ours = await Promise.all(names.map((name) => readFile(here(`assets/css/${name}.css`), "utf8")));
const sheet = ["@layer tabler, shouwen;", `@layer tabler {\n${tabler}\n}`, `@layer shouwen {\n${ours.join("\n")}\n}`].join("\n");

await build({
  stdin: { contents: sheet, loader: "css" },
  outfile: fileURLToPath(new URL("shouwen.css", dist)),
  minify: true,
  target: ["chrome109", "safari16", "firefox115"],
  logLevel: "warning",
});

// Two scripts: what every page has, and the charts, which only the overview loads.
await build({
  entryPoints: [
    { in: fileURLToPath(here("assets/app.js")), out: "shouwen" },
    { in: fileURLToPath(here("assets/charts.js")), out: "charts" },
  ],
  outdir: fileURLToPath(dist),
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  legalComments: "none",
  logLevel: "warning",
});

// Asked for by single pages (PageScript, SignaturePad).
await build({
  entryPoints: ["passkey", "signature"].map((name) => fileURLToPath(here(`assets/${name}.js`))),
  outdir: fileURLToPath(dist),
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  logLevel: "warning",
});

// The icons used, as one sprite; the set has five thousand.
const icons = JSON.parse(await readFile(here("assets/icons.json"), "utf8"));
const symbols = await Promise.all(
  icons.map(async (icon) => {
    const svg = await readFile(here(`node_modules/@tabler/icons/icons/outline/${icon}.svg`), "utf8");
    const drawing = svg.replace(/<!--[^]*?-->/g, "").replace(/<\/?svg[^>]*>/g, "").replace(/\s*\n\s*/g, "");
    const pen = 'fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"';
    return `<symbol id="${icon}" viewBox="0 0 24 24" ${pen}>${drawing}</symbol>`;
  }),
);
await writeFile(new URL("icons.svg", dist), `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>\n`);
