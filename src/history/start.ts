import { bind } from "../django/bind/bind.ts";
import { externalState } from "../django/contrib/external.ts";
import type { Migration } from "../django/operation.ts";
import { emptySchema } from "../schema/apply.ts";
import { mysqlChanges } from "../schema/raw/mysql.ts";
import { loadPostgresqlReader } from "../schema/raw/load.ts";
import { splitScript } from "../schema/raw/tokens.ts";
import type { Schema } from "../schema/schema.ts";
import { dialectOf } from "../sql/dialect.ts";
import { type OpenProject, settingOf } from "./open.ts";
import type { Point, WalkContext } from "./walk.ts";

/** What a project's history is replayed with. Loads PostgreSQL's parser where there is raw SQL to read. */
export async function walkContextOf(project: OpenProject): Promise<WalkContext> {
  const { facts } = project;
  const database = facts.database.value;
  const dialect = dialectOf(database, facts.django.value, { useTz: facts.useTz.value });
  const reader = database.vendor === "postgresql" && project.order.some(hasRawSql) ? await loadPostgresqlReader() : null;
  return {
    dialect,
    bind: { facts, python: project.python },
    forward: { setting: (name) => settingOf(facts, name) },
    raw: (sql, schema) => (reader ? reader(sql, (index) => tableOfIndex(schema(), index)) : mysqlChanges(sql)),
    split: splitScript,
  };
}

/** Before the first migration: the models of well-known packages, and no table. */
export function startOf(project: OpenProject, context: WalkContext): Point {
  const state = externalState((label) => !project.labels.has(label));
  return { state, bound: bind(state, context.bind), schema: emptySchema };
}

function hasRawSql(migration: Migration): boolean {
  return migration.operations.some((operation) => operation.kind === "RunSQL" || (operation.kind === "SeparateDatabaseAndState" && operation.databaseOperations.some((part) => part.kind === "RunSQL")));
}

function tableOfIndex(schema: Schema, index: string): string | null {
  for (const table of schema.tables.values()) if (table.indexes.has(index) || table.constraints.has(index)) return table.name;
  return null;
}

