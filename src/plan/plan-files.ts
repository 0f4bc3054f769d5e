import type { Edit, Plan, PlannedRelease, Step } from "./types.ts";

/**
 * A plan as files to save: `release-1/shop/migrations/0002_more.py` and so on, each file whole. Beside the folder, for it is
 * copied over the repository, `release-1.md` says when it ships, what its steps are and what code goes with them; a `README.md` has the order.
 */
export function planFiles(plan: Plan): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const release of plan.releases) {
    const folder = `release-${release.number}`;
    for (const edit of release.steps.flatMap((step) => step.edits)) {
      const text = wholeOf(edit);
      if (text !== null && isBelow(edit.path)) files.set(`${folder}/${edit.path}`, text);
    }
    files.set(`${folder}.md`, aboutRelease(release));
  }
  const ways = (other: boolean) => plan.shortcuts.filter(({ another }) => (another === true) === other).map(({ target, text, code }) => `## ${other ? "Another way" : "Shorter"}, for ${target}\n\n${text}\n${code === null ? "" : `\n${fence(code, other ? "sql" : "python")}\n`}`);
  const sections = [...ways(false), ...order(plan), ...ways(true), ...plan.without.map(({ target, reason }) => `## No recipe: ${target}\n\n${reason}\n`)];
  if (sections.length > 0) files.set("README.md", ["# The plan", "", ...sections].join("\n"));
  return files;
}

/** Which release ships when, and what it does. */
function order({ releases }: Plan): readonly string[] {
  if (releases.length === 0) return [];
  const one = (release: PlannedRelease) => [
    `${release.number}. [Release ${release.number}](release-${release.number}.md) (${release.phase}): ${release.gate === null ? "ship it first" : `ship it ${release.gate}`}.`,
    ...release.steps.map(({ target, title }) => `   - ${target}: ${title}`),
  ];
  const how = releases.length === 1 ? "One release is enough, with these changes." : "Each folder holds the files of one release, whole, at their places in the repository: copy them over it, write what code the page of the release has beside them, commit, deploy, and wait until what stands before the next release is true. Every release can be taken back until the next one has shipped; its steps say with which values.";
  return ["## The releases", "", how, "", ...releases.flatMap(one), ""];
}

/** The file after the edit; null for code that goes into a file that is not known. */
function wholeOf(edit: Edit): string | null {
  if (edit.kind === "new file" || (edit.kind === "code" && edit.language === "sql")) return edit.text;
  return edit.whole ?? null;
}

/** Paths of the repository stay below the folder. */
export function isBelow(path: string): boolean {
  return path !== "" && !path.startsWith("/") && !path.includes("\\") && !path.includes("\0") && !path.split("/").includes("..");
}

function aboutRelease({ number, phase, gate, steps }: PlannedRelease): string {
  return [`# Release ${number} (${phase})`, "", gate === null ? "Ship it first." : `Ship it ${gate}.`, "", ...steps.map(stepText)].join("\n");
}

function stepText({ target, title, explanation, edits, sql, unknown }: Step): string {
  const code = edits.filter((edit) => edit.kind === "code" && edit.language === "python");
  const saved = edits.filter((edit) => !code.includes(edit));
  return [
    `## ${target}: ${title}`,
    ...(explanation === "" ? [] : ["", explanation]),
    ...(saved.length === 0 ? [] : ["", ...saved.map((edit) => `- \`${edit.path.replaceAll("`", "'")}\``)]),
    ...code.flatMap((edit) => ["", `To write by hand, in \`${edit.path.replaceAll("`", "'")}\`:`, "", fence(edit.text.trimEnd(), "python")]),
    ...(sql.length === 0 ? [] : ["", fence(sql.map((item) => `${item.sql};`).join("\n"), "sql")]),
    ...(unknown === null ? [] : ["", unknown]),
    "",
  ].join("\n");
}

/** A fence longer than any in the text. */
function fence(text: string, language: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const marks = "`".repeat(longest + 1);
  return `${marks}${language}\n${text}\n${marks}`;
}
