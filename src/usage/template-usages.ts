import { type Names, suggests } from "./names.ts";
import type { Target, Usage } from "./types.ts";
import { codeSpan } from "../code-span.ts";

/** `{{ … }}` and `{% … %}`, not over more than a few lines; comments are left out. */
const tag = /\{#.*?#\}|\{\{([^]{0,2000}?)\}\}|\{%([^]{0,2000}?)%\}/g;
/** Names with dots, and strings, which name nothing that goes away. */
const path = /"[^"\n]*"|'[^'\n]*'|(?<![\p{L}\p{N}_.|])[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}\p{N}_]+|\[[^\]\n]*\])+/gu;

/** The places of a Django or Jinja template that take the field of something. */
export function templateUsages(target: Target, names: Names, text: string): readonly { readonly at: number; readonly verdict: Pick<Usage, "certainty" | "kind" | "how"> }[] {
  if (target.field === null && target.column === null) return [];
  return [...text.matchAll(tag)].flatMap((match) => {
    const inside = match[1] ?? match[2];
    if (inside === undefined) return [];
    return [...inside.matchAll(path)].flatMap((found) => {
      const parts = found[0].replace(/\[[^\]]*\]/g, "").split(".");
      const at = parts.findIndex((part, index) => index > 0 && names.python.has(part));
      if (at === -1) return [];
      const receiver = parts[at - 1]!;
      const certainty: Usage["certainty"] = suggests(receiver, target.model) ? "likely" : "possible";
      return [{ at: match.index + 2 + found.index, verdict: { certainty, kind: "template" as const, how: `attribute of ${codeSpan(receiver)}` } }];
    });
  });
}
