// The comment as a reviewer sees it: Markdown by GitHub's rules (its sanitizer's schema included) and styles, light and dark, in headless Chromium.
//   node scripts/picture.mjs MARKDOWN OUT [--open] [--height N]   writes OUT-light.png and OUT-dark.png; --open unfolds every <details>
// Needs Chromium (CHROMIUM, else /usr/bin/chromium) and packages that are not the project's:
//   npm install --no-save playwright-core@1.65.1 unified remark-parse remark-gfm remark-breaks remark-github-blockquote-alert remark-rehype rehype-raw rehype-sanitize rehype-highlight rehype-stringify github-markdown-css@5.9.0
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { open: { type: "boolean", default: false }, height: { type: "string" } } });
const [source, out] = positionals;
if (out === undefined) {
  console.error("Usage: node scripts/picture.mjs MARKDOWN OUT [--open] [--height N]");
  process.exit(2);
}
const load = async (name) => (await import(name)).default;
const { unified } = await import("unified");
const { remarkAlert } = await import("remark-github-blockquote-alert");
const { chromium } = await import("playwright-core");

const markup = String(
  await unified()
    .use(await load("remark-parse"))
    .use(await load("remark-gfm"))
    .use(await load("remark-breaks"))
    .use(remarkAlert)
    .use(await load("remark-rehype"), { allowDangerousHtml: true })
    .use(await load("rehype-raw"))
    .use(await load("rehype-sanitize"))
    .use(await load("rehype-highlight"))
    .use(await load("rehype-stringify"))
    .process(readFileSync(source, "utf8")),
);
const page = (theme) => `<!doctype html><meta charset="utf-8"><style>${styles(theme)}</style><body><main class="markdown-body">${values.open ? markup.replaceAll("<details>", "<details open>") : markup}</main></body>`;

/** As wide as a comment on a pull request's page. */
function styles(theme) {
  const sheet = readFileSync(createRequire(import.meta.url).resolve(`github-markdown-css/github-markdown-${theme}.css`), "utf8");
  const [ground, edge, keyword, string, plus, minus, plusGround, minusGround] = theme === "light" ? ["#fff", "#d1d9e0", "#cf222e", "#0a3069", "#116329", "#82071e", "#dafbe1", "#ffebe9"] : ["#0d1117", "#3d444d", "#ff7b72", "#a5d6ff", "#aff5b4", "#ffdcd7", "#033a16", "#67060c"];
  return `${sheet}
    body { margin: 0; padding: 16px; background: ${ground}; } main { box-sizing: border-box; width: 830px; padding: 16px; border: 1px solid ${edge}; border-radius: 6px; font-size: 14px; }
    .hljs-keyword, .hljs-built_in { color: ${keyword} } .hljs-string { color: ${string} }
    .hljs-addition { color: ${plus}; background: ${plusGround} } .hljs-deletion { color: ${minus}; background: ${minusGround} }`;
}

const profile = mkdtempSync(join(tmpdir(), "django-expand-contract-picture-"));
const browser = await chromium.launchPersistentContext(profile, {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  viewport: { width: 862, height: 600 },
  deviceScaleFactor: 2,
});
try {
  const tab = await browser.newPage();
  await tab.route("**/*", (route) => route.abort());
  for (const theme of ["light", "dark"]) {
    await tab.setContent(page(theme));
    const path = `${out}-${theme}.png`;
    const clip = values.height === undefined ? undefined : { x: 0, y: 0, width: 862, height: Number(values.height) };
    await tab.screenshot({ path, fullPage: true, ...(clip && { clip }) });
    console.log(path);
  }
} finally {
  await browser.close();
  rmSync(profile, { recursive: true, force: true });
}
