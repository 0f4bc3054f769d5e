import { rulePage } from "../safety/findings/docs.ts";
import { allRules } from "../safety/findings/rules.ts";
import type { Level } from "../safety/types.ts";

/** A rule as SARIF's reportingDescriptor, with what GitHub shows of it. */
export interface SarifRule {
  readonly id: string;
  readonly name: string;
  readonly shortDescription: { readonly text: string };
  readonly fullDescription: { readonly text: string };
  readonly help: { readonly text: string; readonly markdown: string };
  readonly helpUri: string;
  readonly defaultConfiguration: { readonly level: Level };
  readonly properties: { readonly tags: readonly string[]; readonly precision: "high"; readonly "problem.severity": "error" | "warning" | "recommendation" };
}

/** For files that could not be used: the one thing told that is no finding. */
export const unreadFile = "unread-file";

const severities = { error: "error", warning: "warning", note: "recommendation" } as const;

/** The rule of a finding; `pages` is where docs/findings/ is published. */
export function ruleOf(id: string, pages: string): SarifRule {
  const rule = allRules.find((one) => one.id === id);
  if (rule) return descriptor({ ...rule, markdown: rulePage(rule), uri: `${pages}/${id}.md` });
  const own = id === unreadFile ? { title: "A file that could not be read", why: "It could not be read, so nothing in it counts as safe.", advice: "Mend the file, or take it out with `exclude` in the configuration of the base." } : { title: id.replaceAll("-", " "), why: "The migration graph does not hold together.", advice: "Mend what the message says." };
  return descriptor({ id, level: "error", ...own, markdown: `${own.why}\n\n${own.advice}\n`, uri: `${pages}/README.md` });
}

function descriptor({ id, level, title, why, advice, markdown, uri }: { readonly id: string; readonly level: Level; readonly title: string; readonly why: string; readonly advice: string; readonly markdown: string; readonly uri: string }): SarifRule {
  return {
    id,
    name: id.replace(/(^|-)(\w)/g, (_, _dash, letter: string) => letter.toUpperCase()),
    shortDescription: { text: title.replaceAll("`", "") },
    fullDescription: { text: why.replaceAll("`", "").slice(0, 1024) },
    help: { text: `${why}\n\n${advice}`, markdown },
    helpUri: uri,
    defaultConfiguration: { level },
    properties: { tags: ["django", "migrations"], precision: "high", "problem.severity": severities[level] },
  };
}
