import type { Probe, StageCell } from "./job.ts";
import { type Server, ServerError } from "./server.ts";
import type { Cell, Failure } from "./types.ts";

/** The way to say a statement that its own schema took, by the probe's id; null: its own schema takes none. */
export type Chosen = Map<string, number | null>;

/** One release's statements on the schema there is. Rows of its INSERTs stay; all else is taken back. */
export async function matrixCell(cell: StageCell, server: Server, chosen: Chosen): Promise<Cell> {
  const failures: Failure[] = [];
  let of = 0;
  await server.send("BEGIN");
  for (const probe of cell.probes) {
    const result = await tried(probe, cell, server, chosen);
    if (result === "none") continue;
    of += 1;
    if (result !== null) failures.push({ statement: probe.statement, table: probe.table, sql: result.sql, error: result.error.message, code: result.error.code });
  }
  await server.send("COMMIT");
  return { held: of - failures.length, of, failures };
}

/** null: it held. "none": the release does not send it. */
async function tried(probe: Probe, cell: StageCell, server: Server, chosen: Chosen): Promise<null | "none" | { readonly sql: string; readonly error: ServerError }> {
  const known = chosen.get(probe.id);
  if (known === null) return "none";
  const choices = known === undefined ? probe.sql : [probe.sql[known] ?? probe.sql[0]!];
  const isRule = ({ code }: ServerError): boolean => server.rules.has(code ?? "");
  let first: { sql: string; error: ServerError } | null = null;
  for (const [at, sql] of choices.entries()) {
    const error = await once(sql, probe.stays, server);
    if (error === null) {
      if (cell.home && known === undefined) chosen.set(probe.id, at);
      return null;
    }
    first ??= { sql, error };
    if (!isRule(error)) break;
  }
  const { error } = first!;
  if (!isRule(error)) return first;
  if (cell.kept.includes(error.constraint ?? "")) return "none";
  if (!cell.home || known !== undefined) return first;
  chosen.set(probe.id, null);
  return "none";
}

async function once(sql: string, stays: boolean, server: Server): Promise<ServerError | null> {
  try {
    await server.send(["SAVEPOINT one", sql, server.checkNow, stays ? null : "ROLLBACK TO one", "RELEASE SAVEPOINT one"].filter((part) => part !== null).join(";\n"));
    return null;
  } catch (error) {
    if (!(error instanceof ServerError)) throw error;
    await server.send("ROLLBACK TO one");
    return error;
  }
}
