import { parsePatch } from "diff";
import type { Place } from "../place.ts";
import type { Edit, Plan, Step } from "./types.ts";

/** Whole lines of a file (1-based, both included), and what stands in their place. */
export interface Replacement {
  readonly path: string;
  readonly first: number;
  readonly last: number;
  readonly text: string;
}

/** The first step of an operation's plan, where it only replaces lines of files that are there: the operation's own, and those of the models. */
export interface FirstStep {
  readonly step: Step;
  readonly own: Replacement;
  readonly others: readonly Replacement[];
}

/** An operation as the lines of a file. */
export interface OperationLines {
  readonly target: string | null;
  readonly place: Place;
  readonly lastLine: number;
}

/**
 * null where the first step is more than to replace lines in their place: a new file, an import, code to write by hand, several steps, a class that
 * other steps edit, too. `text` has the files as the pull request has them.
 */
export function firstStepOf(plan: Plan | null, { target, place, lastLine }: OperationLines, text: (path: string) => string | null): FirstStep | null {
  const all = (plan?.releases.find(({ number }) => number === 1)?.steps ?? []).map((one) => (one.alone ? { ...one, edits: one.alone } : one));
  const [step, ...more] = all.filter((one) => one.target === target);
  if (!step || more.length > 0 || !standsAlone(step, all)) return null;
  const own = step.edits.filter((edit) => edit.path === place.path);
  const within = own.length === 1 ? replacement(own[0]!, text(place.path), { first: place.line, last: lastLine }) : null;
  const others = step.edits.filter((edit) => edit.path !== place.path).map((edit) => replacement(edit, text(edit.path), null));
  if (within === null || others.some((one) => one === null)) return null;
  return { step, own: within, others: others.filter((one) => one !== null) };
}

/** Is what happens to its model's class all said in its own edits, and nothing else in them? */
function standsAlone(step: Step, all: readonly Step[]): boolean {
  const sharing = step.model === undefined ? [step] : all.filter(({ model }) => model === step.model);
  return sharing.length === 1 || sharing.every(({ edits, target }) => edits.every((edit) => edit.kind === "new file" || isMigration(edit) || isAbout(edit, target)));
}

function isMigration({ whole }: Edit): boolean {
  return whole !== undefined && /^class Migration\(/m.test(whole);
}

/** Does a diff of a models module change the assignment of the target's field alone? */
function isAbout(edit: Edit, target: string): boolean {
  const change = edit.kind === "diff" ? changeOf(edit.text) : null;
  const field = target.split(".")[2];
  const assigned = [...(change?.before ?? []), ...(change?.after ?? [])].flatMap((line) => /^ {4}(\w+)/.exec(line)?.[1] ?? []);
  return field !== undefined && assigned.length > 0 && assigned.every((name) => name === field);
}

/** The lines that a diff changes, if they stand together; with `whole`, those lines and the others of that range. */
function replacement(edit: Edit, text: string | null, whole: { readonly first: number; readonly last: number } | null): Replacement | null {
  // GitHub would give the new lines other ends than the file has.
  if (edit.kind !== "diff" || text === null || text.includes("\r")) return null;
  const change = changeOf(edit.text);
  const lines = text.split("\n");
  const at = change && (whole ? found(change, lines, whole.first - 1, whole.last) : found(change, lines, 0, lines.length));
  if (!change || at === null) return null;
  const range = whole ?? { first: at + 1, last: at + change.before.length };
  const put = [...lines.slice(range.first - 1, at), ...change.after, ...lines.slice(at + change.before.length, range.last)];
  return put.length === 0 ? null : { path: edit.path, first: range.first, last: range.last, text: put.join("\n") };
}

interface Change {
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Of the first line before, 0-based. */
  readonly at: number;
}

/** What a diff of one hunk takes out and puts in; with a line beside it where it takes out none. */
function changeOf(diff: string): Change | null {
  // Without its header: that is the file's name, whatever it holds.
  const [patch, ...more] = parsePatch(/^@@[^]*/m.exec(diff)?.[0] ?? "");
  const [hunk, ...others] = patch?.hunks ?? [];
  if (!hunk || more.length + others.length > 0) return null;
  const { lines } = hunk;
  const changed = (line: string) => !line.startsWith(" ");
  const [start, end] = [lines.findIndex(changed), lines.findLastIndex(changed) + 1];
  if (start < 0 || lines.some((line) => line.startsWith("\\"))) return null;
  const first = lines.slice(start, end).some((line) => !line.startsWith("+")) ? start : start - 1;
  if (first < 0) return null;
  const block = lines.slice(first, end);
  const side = (without: string) => block.filter((line) => !line.startsWith(without)).map((line) => line.slice(1));
  return { before: side("+"), after: side("-"), at: hunk.oldStart - 1 + lines.slice(0, first).filter((line) => !line.startsWith("+")).length };
}

/** Where the lines stand between two others: where the diff has them, or else at the only place there is. */
function found({ before, at }: Change, lines: readonly string[], from: number, to: number): number | null {
  const isAt = (index: number) => index >= from && index + before.length <= to && before.every((line, offset) => lines[index + offset] === line);
  if (isAt(at)) return at;
  const places = lines.flatMap((_, index) => (isAt(index) ? [index] : []));
  return places.length === 1 ? places[0]! : null;
}
