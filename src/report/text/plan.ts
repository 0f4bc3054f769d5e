import type { Plan, PlannedRelease, Step } from "../../plan/types.ts";
import { visible } from "../escape.ts";
import { closed } from "../statements.ts";
import { impactLine } from "../waits.ts";
import { firstRelease, numberWord } from "../words.ts";
import { indented, linesOf } from "./parts.ts";

/** What to ship in which order. `merged`: of what is merged, not of a pull request. */
export function planLines(plan: Plan | null, merged = false): string[][] {
  if (plan === null) return [];
  const { releases, shortcuts, without } = plan;
  return [
    releases.length === 0 ? [] : [`The plan: ${releases.length === 1 ? "one release, with these changes" : `${numberWord(releases.length)} releases instead of one`}`],
    ...shortcuts.map(({ target, text, code, another }) => [visible(`${another ? "Another way" : "Shorter"}, for ${target}: ${text}`), ...(code === null ? [] : indented(linesOf(code), 4))]),
    ...releases.flatMap((release) => releaseLines(release, merged)),
    without.length === 0 ? [] : ["To be done by hand:", ...indented(without.map(({ target, reason }) => visible(`${target}: ${reason}`)))],
  ];
}

function releaseLines({ number, phase, gate, steps }: PlannedRelease, merged: boolean): string[][] {
  const when = gate ?? (number === 1 ? firstRelease(merged) : "");
  return [[`Release ${number} (${phase})${when === "" ? "" : `: ${visible(when)}`}`], ...steps.map((step) => indented(stepLines(step)))];
}

function stepLines({ target, title, explanation, edits, sql, unknown }: Step): string[] {
  return [
    visible(`${target}: ${title}`),
    ...(explanation === "" ? [] : [visible(explanation)]),
    ...edits.flatMap(({ path, kind, text }) => [`${visible(path)}${kind === "new file" ? " (new)" : ""}`, ...indented(linesOf(text), 4)]),
    ...(sql.length === 0 ? [] : ["SQL"]),
    ...sql.flatMap((item) => indented([...(item.note === null ? [] : [`-- ${visible(item.note)}`]), ...(item.impact === null ? [] : [`-- ${visible(impactLine(item.impact))}`]), ...linesOf(closed(item.sql))], 4)),
    ...(unknown === null ? [] : [`unknown SQL: ${visible(unknown)}`]),
  ];
}
