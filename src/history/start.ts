import { bind } from "../django/bind/bind.ts";
import { externalState } from "../django/contrib/external.ts";
import type { Migration } from "../django/operation.ts";
import type { BoundField, BoundModel } from "../django/bound.ts";
import { applyChange, emptySchema } from "../schema/apply.ts";
import type { ColumnDefinition, SchemaChange } from "../schema/change.ts";
import { mysqlChanges } from "../schema/raw/mysql.ts";
import { loadPostgresqlReader } from "../schema/raw/load.ts";
import { splitScript } from "../schema/raw/tokens.ts";
import type { Schema } from "../schema/schema.ts";
import { dialectOf } from "../sql/dialect.ts";
import { type OpenProject, settingOf } from "./open.ts";
import type { Point, WalkContext } from "./walk.ts";

/** What a project's history is replayed with. Loads PostgreSQL's parser where there is raw SQL to read: in its own migrations unless told otherwise. */
export async function walkContextOf(project: OpenProject, rawSql: boolean = project.order.some(hasRawSql)): Promise<WalkContext> {
  const { facts } = project;
  const database = facts.database.value;
  const zone = project.setting("TIME_ZONE");
  const dialect = dialectOf(database, facts.django.value, { useTz: facts.useTz.value, timeZone: typeof zone === "string" ? zone : null });
  const reader = database.vendor === "postgresql" && rawSql ? await loadPostgresqlReader() : null;
  return {
    dialect,
    bind: { facts, python: project.python, setting: project.setting },
    forward: { setting: (name) => settingOf(facts, name) },
    raw: (sql, schema) => (reader ? reader(sql, (index) => tableOfIndex(schema(), index)) : mysqlChanges(sql)),
    split: splitScript,
  };
}

/** Before the first migration: the models and tables of well-known packages, of which only the primary key is known. */
export function startOf(project: OpenProject, context: WalkContext): Point {
  const state = externalState((label) => !project.labels.has(label));
  const bound = bind(state, context.bind);
  const { vendor } = context.dialect;
  const schema = bound.keys.reduce((schema, key) => {
    const model = bound.get(key);
    return model?.pk ? applyChange(schema, tableOf(model, model.pk), vendor) : schema;
  }, emptySchema);
  return { state, bound, schema };
}

function tableOf(model: BoundModel, pk: BoundField): SchemaChange {
  const column: ColumnDefinition = { name: pk.column!, type: pk.dbType!, null: false, collation: null, comment: null, default: null, generated: null, identity: pk.suffix !== null, primaryKey: true, unique: false, check: null, references: null, indexTablespace: null };
  return { kind: "CreateTable", table: model.table, columns: [column], constraints: [], comment: null, tablespace: null };
}

function hasRawSql(migration: Migration): boolean {
  return migration.operations.some((operation) => operation.kind === "RunSQL" || (operation.kind === "SeparateDatabaseAndState" && operation.databaseOperations.some((part) => part.kind === "RunSQL")));
}

function tableOfIndex(schema: Schema, index: string): string | null {
  for (const table of schema.tables.values()) if (table.indexes.has(index) || table.constraints.has(index)) return table.name;
  return null;
}

