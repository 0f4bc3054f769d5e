import { alive } from "./alive.ts";
import type { StageMigration, StageStatement } from "./job.ts";
import { type Server, ServerError } from "./server.ts";
import type { RehearsedStep } from "./types.ts";

export interface Ran {
  readonly steps: readonly RehearsedStep[];
  /** Rows that are there break a rule, and nothing is left of the attempt. */
  readonly rowsInTheWay: boolean;
  /** Quoted names of the tables that were there. */
  readonly tables: readonly string[];
}

/** Migrations in order; the first that fails is taken back, as far as the database can, and ends it. */
export async function migrate(migrations: readonly StageMigration[], server: Server): Promise<Ran> {
  const steps: RehearsedStep[] = [];
  const tables = await tableNames(server);
  const names = [...tables.values()].map((name) => server.quote(name));
  if (server.talkative !== null) await server.send(server.talkative);
  try {
    for (const [at, migration] of migrations.entries()) {
      const inTransaction = migration.atomic && server.transactional;
      if (inTransaction) await server.send("BEGIN");
      let failed: RehearsedStep | null = null;
      for (const statement of migration.statements) {
        const done = await run(migration.name, statement, server, inTransaction ? tables : null);
        steps.push(...done);
        failed = done.find(({ error }) => error !== null) ?? null;
        if (failed) break;
      }
      if (inTransaction) {
        const error = await server.send(failed ? "ROLLBACK" : "COMMIT").then(() => null, (one: ServerError) => one);
        if (error) steps.push((failed = { migration: migration.name, sql: "COMMIT", error: { message: error.message, code: error.code }, locks: {}, works: [], left: null }));
      }
      await alive(server);
      // One that commits as it goes leaves a half that cannot be run again.
      if (failed) return { steps, rowsInTheWay: inTransaction && at === 0 && names.length > 0 && server.isDataError(failed.error?.code ?? null), tables: names };
    }
    return { steps, rowsInTheWay: false, tables: names };
  } finally {
    if (server.quiet !== null) await server.send(server.quiet).catch(() => null);
  }
}

/** One statement of a migration; several where its text holds several. With the tables' names it is asked for locks. */
async function run(migration: string, { sql, label, left, standIn }: StageStatement, server: Server, tables: ReadonlyMap<number, string> | null): Promise<RehearsedStep[]> {
  const base = { migration, error: null, locks: {}, works: [], left } as const;
  const done: RehearsedStep[] = sql === null ? [{ ...base, sql: label }] : [];
  for (const sent of sql === null ? standIn.map((text) => ({ sql: text })) : server.split(sql)) {
    if ("refused" in sent) {
      done.push({ ...base, sql: sent.sql, left: sent.refused });
      continue;
    }
    try {
      const { notices } = await server.send(sent.sql);
      if (sql === null) continue;
      await alive(server);
      done.push({ ...base, sql: sent.sql, locks: tables ? await locksNow(server, tables) : {}, works: notices.filter((notice) => /^(rewriting|verifying|building|validating)\b/.test(notice)) });
    } catch (error) {
      if (!(error instanceof ServerError)) throw error;
      return [...done, { ...base, sql: sent.sql, error: { message: error.message, code: error.code } }];
    }
  }
  return done;
}

async function tableNames(server: Server): Promise<Map<number, string>> {
  const { rows } = await server.send(server.tables);
  return new Map(rows.map((row) => [Number(row["id"]), String(row["name"])]));
}

async function locksNow({ send, locks, strength }: Server, tables: ReadonlyMap<number, string>): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const row of locks === null ? [] : (await send(locks)).rows) {
    const table = tables.get(Number(row["id"]));
    const mode = String(row["mode"]);
    if (table !== undefined && strength.indexOf(mode) > strength.indexOf(found[table] ?? "")) found[table] = mode;
  }
  return found;
}
