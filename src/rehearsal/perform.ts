import type { Attempt, Job, Probe, StageCell, StageMigration, StageStatement, Told } from "./job.ts";
import { statementsToSend } from "./refuse.ts";
import type { Failure, RehearsedStep } from "./types.ts";

/** Runs SQL text and gives the last statement's rows. Throws ServerError. */
export type Server = (sql: string) => Promise<{ readonly rows: readonly Record<string, unknown>[]; readonly notices: readonly string[] }>;

export class ServerError extends Error {
  override name = "ServerError";
  readonly code: string | null;
  readonly constraint: string | null;
  constructor(message: string, code: string | null, constraint: string | null) {
    super(message);
    this.code = code;
    this.constraint = constraint;
  }
}

/** The server does not answer as a server does any more: its stack ran over, or worse. */
class Broken extends Error {}

/** Rules about values: a statement that its own schema refuses by one is none that the release sends (unique, check, exclusion). */
const rules = new Set(["23505", "23514", "23P01"]);

/** Does a job statement by statement and tells of everything that happened. Throws nothing that the server says. */
export async function perform(job: Job, server: Server, tell: (told: Told) => void): Promise<void> {
  const { rows } = await server("SELECT current_setting('server_version') AS version");
  const version = rows[0]?.["version"];
  tell({ kind: "server", version: typeof version === "string" ? version : "" });
  for (const name of job.extensions) await server(`CREATE EXTENSION IF NOT EXISTS "${name}"`).catch((error: ServerError) => tell({ kind: "note", note: `extension ${name}: ${error.message}` }));
  for (const note of job.notes) tell({ kind: "note", note });
  await all(job.setup, server, tell);
  await seed(job, server, tell);
  const chosen = new Map<string, number | null>();
  for (const [at, stage] of job.stages.entries()) {
    tell({ kind: "doing", what: stage.schema });
    let ran = await migrate(stage.migrations, server, at === 1);
    if (ran.dataFailed) {
      // Rows that the running release may write stand in the way. Without them the rest can be seen, too.
      for (const { step } of ran.steps.filter(({ step }) => step.error !== null)) tell({ kind: "step", schema: stage.schema, step });
      await server(`TRUNCATE ${ran.tables.join(", ")} CASCADE`);
      await seed(job, server, tell);
      ran = await migrate(stage.migrations, server, false);
    }
    for (const { step } of ran.steps) tell({ kind: "step", schema: stage.schema, step });
    // Its schema was not reached, and none after it.
    if (ran.steps.some(({ step }) => step.error !== null)) return;
    // Releases have connections of their own: what the migrations set for theirs is not seen there.
    await server("RESET SESSION AUTHORIZATION; RESET ALL; SET client_min_messages = warning");
    for (const cell of stage.cells) {
      tell({ kind: "doing", what: `${cell.release} on ${stage.schema}` });
      tell({ kind: "cell", schema: stage.schema, release: cell.release, cell: await matrixCell(cell, server, chosen) });
    }
  }
}

async function all(attempts: readonly Attempt[], server: Server, tell: (told: Told) => void): Promise<void> {
  for (const { what, sql } of attempts) {
    let first: string | null = null;
    let done = -1;
    for (const [at, text] of [...new Set(sql)].entries()) {
      const failed = await server(text).then(() => null, (error: ServerError) => error.message);
      if (failed === null) {
        done = at;
        break;
      }
      first ??= failed;
    }
    if (done < 0) tell({ kind: "note", note: `${what} could not be built: ${first ?? ""}` });
    else if (done > 0 && what.startsWith("table")) tell({ kind: "note", note: `${what}: text stands in for types that the embedded server does not have (${first ?? ""})` });
    await alive(server);
  }
}

async function seed(job: Job, server: Server, tell: (told: Told) => void): Promise<void> {
  await server("SET session_replication_role = replica");
  await all(job.seeds, server, tell);
  await server("SET session_replication_role = origin");
}

interface Ran {
  readonly steps: readonly { readonly step: RehearsedStep }[];
  /** A rule was broken by rows that are there. */
  readonly dataFailed: boolean;
  readonly tables: readonly string[];
}

/** Migrations in order; the first that fails is taken back, as far as the database can, and ends it. */
async function migrate(migrations: readonly StageMigration[], server: Server, retry: boolean): Promise<Ran> {
  const steps: { step: RehearsedStep }[] = [];
  const tables = await tableNames(server);
  const names = [...tables.values()].map((name) => `"${name}"`);
  await server("SET client_min_messages = debug1");
  try {
    for (const migration of migrations) {
      if (migration.atomic) await server("BEGIN");
      let failed: RehearsedStep | null = null;
      for (const statement of migration.statements) {
        for (const step of await run(migration, statement, server, tables)) {
          steps.push({ step });
          if (step.error) failed = step;
        }
        if (failed) break;
      }
      if (migration.atomic) {
        const error = await server(failed ? "ROLLBACK" : "COMMIT").then(() => null, (one: ServerError) => one);
        if (error) steps.push({ step: (failed = { migration: migration.name, sql: "COMMIT", error: { message: error.message, code: error.code }, locks: {}, works: [], left: null }) });
      }
      await alive(server);
      // A data error in a migration that commits as it goes leaves a half that cannot be run again.
      if (failed) return { steps, dataFailed: retry && migration.atomic && migrations.indexOf(migration) === 0 && /^2[23]/.test(failed.error?.code ?? "") && names.length > 0, tables: names };
    }
    return { steps, dataFailed: false, tables: names };
  } finally {
    await server("SET client_min_messages = warning").catch(() => null);
  }
}

async function run(migration: StageMigration, { sql, label, left, standIn }: StageStatement, server: Server, tables: ReadonlyMap<number, string>): Promise<RehearsedStep[]> {
  const base = { migration: migration.name, error: null, locks: {}, works: [], left } as const;
  const done: RehearsedStep[] = sql === null ? [{ ...base, sql: label }] : [];
  for (const sent of sql === null ? standIn.map((text) => ({ sql: text })) : statementsToSend(sql)) {
    if ("refused" in sent) {
      done.push({ ...base, sql: sent.sql, left: sent.refused });
      continue;
    }
    try {
      const { notices } = await server(sent.sql);
      if (sql === null) continue;
      await alive(server);
      done.push({ ...base, sql: sent.sql, locks: migration.atomic ? await locksNow(server, tables) : {}, works: notices.filter((notice) => /^(rewriting|verifying|building|validating)\b/.test(notice)) });
    } catch (error) {
      if (!(error instanceof ServerError)) throw error;
      return [...done, { ...base, sql: sent.sql, error: { message: error.message, code: error.code } }];
    }
  }
  return done;
}

/** A server whose stack ran over gives empty answers without an error: then nothing that it says counts any more. */
async function alive(server: Server): Promise<void> {
  const { rows } = await server("SELECT 1 AS one").catch((error: unknown) => {
    // In a transaction that failed already.
    if (error instanceof ServerError && error.code === "25P02") return { rows: [{ one: 1 }] };
    throw error;
  });
  if (rows[0]?.["one"] !== 1) throw new Broken("the embedded server does not answer any more, as after a recursion without end");
}

async function tableNames(server: Server): Promise<Map<number, string>> {
  const { rows } = await server("SELECT oid::int AS oid, relname FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace");
  return new Map(rows.map((row) => [Number(row["oid"]), String(row["relname"])]));
}

const strength = ["AccessShareLock", "RowShareLock", "RowExclusiveLock", "ShareUpdateExclusiveLock", "ShareLock", "ShareRowExclusiveLock", "ExclusiveLock", "AccessExclusiveLock"];

async function locksNow(server: Server, tables: ReadonlyMap<number, string>): Promise<Record<string, string>> {
  const { rows } = await server("SELECT relation::int AS oid, mode FROM pg_locks WHERE pid = pg_backend_pid() AND locktype = 'relation'");
  const found: Record<string, string> = {};
  for (const row of rows) {
    const table = tables.get(Number(row["oid"]));
    const mode = String(row["mode"]);
    if (table !== undefined && strength.indexOf(mode) > strength.indexOf(found[table] ?? "")) found[table] = mode;
  }
  return found;
}

/** One release's statements on the schema there is. Rows of its INSERTs stay; all else is taken back. */
async function matrixCell(cell: StageCell, server: Server, chosen: Map<string, number | null>): Promise<{ held: number; of: number; failures: readonly Failure[] }> {
  const failures: Failure[] = [];
  let of = 0;
  await server("BEGIN");
  for (const probe of cell.probes) {
    const result = await tried(probe, cell, server, chosen);
    if (result === "none") continue;
    of += 1;
    if (result !== null) failures.push({ statement: probe.statement, table: probe.table, sql: result.sql, error: result.error.message, code: result.error.code });
  }
  await server("COMMIT");
  await alive(server);
  return { held: of - failures.length, of, failures };
}

/** null: it held. "none": the release does not send it. */
async function tried(probe: Probe, cell: StageCell, server: Server, chosen: Map<string, number | null>): Promise<null | "none" | { readonly sql: string; readonly error: ServerError }> {
  const known = chosen.get(probe.id);
  if (known === null) return "none";
  const choices = known === undefined ? probe.sql : [probe.sql[known] ?? probe.sql[0]!];
  let first: { sql: string; error: ServerError } | null = null;
  for (const [at, sql] of choices.entries()) {
    const error = await once(sql, probe.stays, server);
    if (error === null) {
      if (cell.home && known === undefined) chosen.set(probe.id, at);
      return null;
    }
    first ??= { sql, error };
    if (!rules.has(error.code ?? "")) break;
  }
  const { error } = first!;
  if (!rules.has(error.code ?? "")) return first;
  if (cell.kept.includes(error.constraint ?? "")) return "none";
  if (!cell.home || known !== undefined) return first;
  chosen.set(probe.id, null);
  return "none";
}

async function once(sql: string, stays: boolean, server: Server): Promise<ServerError | null> {
  try {
    await server(`SAVEPOINT one;\n${sql};\nSET CONSTRAINTS ALL IMMEDIATE;\n${stays ? "" : "ROLLBACK TO one;\n"}RELEASE one`);
    return null;
  } catch (error) {
    if (!(error instanceof ServerError)) throw error;
    await server("ROLLBACK TO one");
    return error;
  }
}
