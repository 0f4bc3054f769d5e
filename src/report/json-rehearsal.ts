import type { Cell, Rehearsal, RehearsedStep } from "../rehearsal/types.ts";

/** A rehearsal as `review --format json` prints it: the same members, cells by the release's name. */
export interface JsonRehearsal {
  server: string | null;
  stopped: string | null;
  proven: boolean;
  schemas: { schema: string; releases: Record<string, Cell>; steps: readonly RehearsedStep[] }[];
  notes: string[];
}

export function rehearsalToJson({ server, stopped, proven, releases, rows, notes }: Rehearsal): JsonRehearsal {
  return {
    server,
    stopped,
    proven,
    schemas: rows.map(({ schema, cells, steps }) => ({ schema, releases: Object.fromEntries(cells.flatMap((cell, at) => (cell ? [[releases[at]!, { held: cell.held, of: cell.of, failures: cell.failures }] as const] : []))), steps })),
    notes: [...notes],
  };
}
