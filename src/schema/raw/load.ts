import type { TableOfIndex } from "./postgresql.ts";
import type { SchemaChange } from "../change.ts";

/** Loads PostgreSQL's parser (WebAssembly, 1.7 MB), which is wanted only where a migration holds raw SQL. */
export async function loadPostgresqlReader(): Promise<(sql: string, tableOfIndex: TableOfIndex) => readonly SchemaChange[]> {
  const [{ loadModule }, { postgresqlChanges }] = await Promise.all([import("libpg-query"), import("./postgresql.ts")]);
  await loadModule();
  return postgresqlChanges;
}
