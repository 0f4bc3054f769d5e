import { createHash } from "node:crypto";
import type { Replacement } from "../plan/first-step.ts";
import { code, fence, prose, visibleLines } from "../report/escape.ts";
import type { Remark } from "../report/remarks.ts";
import { isWithin, type Hunk } from "./hunks.ts";

/** A review comment to be posted, without the line that it is known by. */
export interface Draft {
  readonly path: string;
  readonly first: number;
  readonly last: number;
  readonly body: string;
  /** The same for the same thing to say about the same file, wherever the lines have moved to. */
  readonly fingerprint: string;
}

export interface Drafts {
  readonly drafts: readonly Draft[];
  /** Remarks that have no place of their own: not on lines of the diff, or too many. */
  readonly left: readonly Remark[];
}

/** More comments than this are noise, and the comment on the pull request has everything. */
const most = 20;
/** Above so many characters a suggestion is no help to read. */
const longestSuggestion = 10_000;

/** Remarks as review comments, with a suggestion where its lines are in the diff, too. */
export function draftsOf(remarks: readonly Remark[], hunks: ReadonlyMap<string, readonly Hunk[]>): Drafts {
  const drafts: Draft[] = [];
  const left: Remark[] = [];
  const taken = new Set<string>();
  const fits = ({ path, first, last }: Pick<Replacement, "path" | "first" | "last">) => isWithin(hunks.get(path) ?? [], first, last);
  for (const remark of remarks) {
    const { path, first, last, fix } = remark;
    const suggests = fix !== null && [fix.own, ...fix.others].every((one) => fits(one) && isPlain(one.text)) ? fix : null;
    const range = fits(remark) ? { first, last } : fits({ path, first, last: first }) ? { first, last: first } : null;
    const made = range === null ? [] : [{ path, ...range, body: `${remark.text}${suggests === null ? "" : `\n${ownSuggestion(suggests)}`}` }, ...(suggests?.others ?? []).map((one) => ({ path: one.path, first: one.first, last: one.last, body: otherSuggestion(remark, one) }))];
    if (made.length === 0 || drafts.length + made.length > most) left.push(remark);
    else for (const one of made) drafts.push({ ...one, fingerprint: fingerprint(one, taken) });
  }
  return { drafts, left };
}

/** A suggestion is applied as it stands, so nothing in it may be hidden. */
function isPlain(text: string): boolean {
  return text.length <= longestSuggestion && visibleLines(text) === text && !text.endsWith("\n");
}

function ownSuggestion({ step, own, others }: NonNullable<Remark["fix"]>): string {
  const together = others.length === 0 ? [] : [`Apply it together with the one in ${others.map(({ path }) => code(path)).join(", ")}.`];
  const words = [...(step.explanation === "" ? [] : [prose(step.explanation)]), ...together].join(" ");
  return `${words === "" ? "" : `${words}\n\n`}${fence(own.text, "suggestion")}`;
}

function otherSuggestion({ label, fix }: Remark, { text }: Replacement): string {
  return `Goes with the suggestion for ${label} in ${code(fix!.own.path)}:\n\n${fence(text, "suggestion")}`;
}

function fingerprint({ path, body }: Pick<Draft, "path" | "body">, taken: Set<string>): string {
  for (let number = 0; ; number++) {
    const hash = createHash("sha256").update(JSON.stringify([path, body, number])).digest("hex").slice(0, 20);
    if (taken.has(hash)) continue;
    taken.add(hash);
    return hash;
  }
}
