import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import {
  safeWords
} from "./chunk-XFD7JVGX.js";
import "./chunk-F76VESVK.js";
import {
  UsageError
} from "./chunk-DE3AROLH.js";
import "./chunk-ORWAABAB.js";
import "./chunk-YDTEZH2C.js";
import "./chunk-VE6HXMP7.js";
import "./chunk-4M35CJUN.js";
import "./chunk-PFM5Z35S.js";

// src/cli/write-plan.ts
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

// src/plan/plan-files.ts
function planFiles(plan) {
  const files = /* @__PURE__ */ new Map();
  for (const release of plan.releases) {
    const folder = `release-${release.number}`;
    for (const edit of release.steps.flatMap((step) => step.edits)) {
      const text = wholeOf(edit);
      if (text !== null && isBelow(edit.path)) files.set(`${folder}/${edit.path}`, text);
    }
    files.set(`${folder}.md`, aboutRelease(release));
  }
  const ways = (other) => plan.shortcuts.filter(({ another }) => another === true === other).map(({ target, text, code }) => `## ${other ? "Another way" : "Shorter"}, for ${target}

${text}
${code === null ? "" : `
${fence(code, other ? "sql" : "python")}
`}`);
  const sections = [...ways(false), ...order(plan), ...ways(true), ...plan.without.map(({ target, reason }) => `## No recipe: ${target}

${reason}
`)];
  if (sections.length > 0) files.set("README.md", ["# The plan", "", ...sections].join("\n"));
  return files;
}
function order({ releases }) {
  if (releases.length === 0) return [];
  const one = (release) => [
    `${release.number}. [Release ${release.number}](release-${release.number}.md) (${release.phase}): ${release.gate === null ? "ship it first" : `ship it ${release.gate}`}.`,
    ...release.steps.map(({ target, title }) => `   - ${target}: ${title}`)
  ];
  const how = releases.length === 1 ? "One release is enough, with these changes." : "Each folder holds the files of one release, whole, at their places in the repository: copy them over it, write what code the page of the release has beside them, commit, deploy, and wait until what stands before the next release is true. Every release can be taken back until the next one has shipped; its steps say with which values.";
  return ["## The releases", "", how, "", ...releases.flatMap(one), ""];
}
function wholeOf(edit) {
  if (edit.kind === "new file" || edit.kind === "code" && edit.language === "sql") return edit.text;
  return edit.whole ?? null;
}
function isBelow(path) {
  return path !== "" && !path.startsWith("/") && !path.includes("\\") && !path.includes("\0") && !path.split("/").includes("..");
}
function aboutRelease({ number, phase, gate, steps }) {
  return [`# Release ${number} (${phase})`, "", gate === null ? "Ship it first." : `Ship it ${gate}.`, "", ...steps.map(stepText)].join("\n");
}
function stepText({ target, title, explanation, edits, sql, unknown }) {
  const code = edits.filter((edit) => edit.kind === "code" && edit.language === "python");
  const saved = edits.filter((edit) => !code.includes(edit));
  return [
    `## ${target}: ${title}`,
    ...explanation === "" ? [] : ["", explanation],
    ...saved.length === 0 ? [] : ["", ...saved.map((edit) => `- \`${edit.path.replaceAll("`", "'")}\``)],
    ...code.flatMap((edit) => ["", `To write by hand, in \`${edit.path.replaceAll("`", "'")}\`:`, "", fence(edit.text.trimEnd(), "python")]),
    ...sql.length === 0 ? [] : ["", fence(sql.map((item) => `${item.sql};`).join("\n"), "sql")],
    ...unknown === null ? [] : ["", unknown],
    ""
  ].join("\n");
}
function fence(text, language) {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const marks = "`".repeat(longest + 1);
  return `${marks}${language}
${text}
${marks}`;
}

// src/cli/write-plan.ts
async function writePlan(review, folder) {
  const count = await save(filesOf(review.projects), folder);
  return count === 0 ? "There is no plan to write: one release is enough.\n" : `${count} files of the plan are in ${folder}.
`;
}
function filesOf(projects) {
  const plans = projects.flatMap(({ root, plan }) => plan === null ? [] : [{ root, files: [...planFiles(plan)] }]);
  const place = (root) => plans.length === 1 ? "" : root === "" ? "root/" : root.replace(/\/?$/, "/");
  return plans.flatMap(({ root, files }) => files.map(([path, text]) => [`${place(root)}${path}`, text]));
}
async function writeContracts(audit, folder) {
  const contracts = audit.projects.flatMap(({ pending }) => pending.flatMap(({ contract }) => contract.files.flatMap(({ path, text }) => isBelow(path) ? [[`${safeWords[contract.safe].replaceAll(" ", "-")}/${path}`, text]] : [])));
  const plans = filesOf(audit.unreleased?.projects ?? []).map(([path, text]) => [`not-released/${path}`, text]);
  const count = await save([...contracts, ...plans], folder);
  return count === 0 ? "There is nothing to write: nothing is left to contract.\n" : `${count} files are in ${folder}.
`;
}
async function save(files, folder) {
  const there = files.map(([path]) => join(folder, path)).find((file) => existsSync(file));
  if (there !== void 0) throw new UsageError(`${there} is there already, so nothing was written. Name another folder, or remove the plan that is in ${folder} first.`);
  for (const [path, text] of files) {
    const file = join(folder, path);
    try {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    } catch (error) {
      throw new UsageError(`${file} cannot be written (${error instanceof Error && "code" in error ? String(error.code) : String(error)}). Name a folder that can be written to.`);
    }
  }
  return files.length;
}
export {
  writeContracts,
  writePlan
};
