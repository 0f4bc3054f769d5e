import { code } from "../../django/graph/words.ts";
import type { UsageSummary } from "../../usage/summary.ts";
import type { Usage } from "../../usage/types.ts";
import type { Finding, OperationRecord } from "../types.ts";
import { finding } from "./findings.ts";
import { stillNamed } from "./rules/stillNamed.ts";
import { listed } from "./words.ts";

const most = 3;

/** What the running release's code still names of what an operation takes away: an error where raw SQL does, a warning where Python may. The bare name alone is nothing to tell. */
export function stillNamedFindings({ place }: Pick<OperationRecord, "place">, summaries: readonly UsageSummary[]): readonly Finding[] {
  return summaries.flatMap((summary) => {
    const sure = summary.first.filter(({ certainty }) => certainty !== "possible");
    if (sure.length === 0) return [];
    const places = listed([...sure.slice(0, most).map(placeOf), ...(sure.length > most ? [`${sure.length - most} more`] : [])]);
    const told = finding(stillNamed, `The running release's code still names ${code(summary.of)}: ${places}.`, place);
    return [isSql(sure) ? told : { ...told, level: "warning" as const }];
  });
}

/** SQL that names table and column. */
export function isSql(usages: readonly Usage[]): boolean {
  return usages.some(({ kind, certainty }) => kind === "SQL" && certainty === "certain");
}

function placeOf({ path, line, kind, certainty }: Usage): string {
  return `${code(`${path}:${line}`)} (${kind === "SQL" ? "SQL" : certainty})`;
}
