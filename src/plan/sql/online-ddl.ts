import type { Database } from "../../django/project.ts";
import type { Operation } from "../../django/operation.ts";
import { endOf, type Point, type WalkContext } from "../../history/walk.ts";
import type { Value } from "../../python/value.ts";
import { ddlClause } from "../../safety/impact/mysql/clause.ts";
import { applyChange } from "../../schema/apply.ts";
import type { SchemaChange } from "../../schema/change.ts";
import type { Schema } from "../../schema/schema.ts";
import { isMySql } from "../../sql/dialect.ts";
import type { Change, Part } from "../course.ts";
import { operation } from "../operations.ts";
import { indexForForeignKeys } from "./foreign-key-index.ts";
import { migrationOf } from "./sql-of.ts";

/** Where operations stand that are to be asked for as mild as can be. */
export interface Ground {
  readonly app: string;
  readonly point: Point;
  readonly context: WalkContext;
  readonly database: Database;
  /** SQL that stays as it is written. */
  readonly theirs?: readonly Value[];
}

/** The parts of a course with `withOnlineDdl` for their operations; what the author wrote stays as written. */
export function partsOnline(parts: readonly Part[], { operation: written, app, before, context, database }: Change): readonly Part[] {
  const online = new Map<Part, Part>();
  let point = before;
  for (const part of [...parts].sort((a, b) => a.release - b.release)) {
    const { does } = part;
    if (does.kind === "functions" || does.kind === "nothing") continue;
    const ground = { app, point, context, database, theirs: written.kind === "RunSQL" ? [written.sql, written.reverseSql] : [] };
    const { operations, after } = withOnlineDdl(does.kind === "file" ? does.migration.operations : does.operations, ground);
    online.set(part, { ...part, does: does.kind === "file" ? { ...does, migration: { ...does.migration, operations } } : { ...does, operations } });
    point = after;
  }
  return parts.map((part) => online.get(part) ?? part);
}

/**
 * Operations with `ALGORITHM` and `LOCK` in every statement of their RunSQL that alters a table of MySQL or MariaDB, as mild as the server is known to
 * manage it: it then refuses rather than copy the table or stop writes. An index that a foreign key needs is made before the last one goes.
 */
export function withOnlineDdl(operations: readonly Operation[], { app, point, context, database, theirs = [] }: Ground): { readonly operations: readonly Operation[]; readonly after: Point } {
  if (!isMySql(database.vendor)) return { operations, after: point };
  const way = (sql: Value, { schema }: Point) => (theirs.includes(sql) ? sql : script(sql, schema, context, database));
  const online: Operation[] = [];
  let before = point;
  for (const one of operations) {
    const after = endOf([migrationOf(app, [one])], before, context);
    online.push(one.kind === "RunSQL" ? operation({ ...one, sql: way(one.sql, before), reverseSql: way(one.reverseSql, after) }) : one);
    before = after;
  }
  return { operations: online, after: before };
}

/** RunSQL's text, or its list of texts. */
function script(sql: Value, schema: Schema, context: WalkContext, database: Database): Value {
  const texts = typeof sql === "string" ? [sql] : typeof sql === "object" && sql?.kind === "list" && sql.items.every((item) => typeof item === "string") ? sql.items : null;
  if (texts === null) return sql;
  let current = schema;
  const items = texts.flatMap((text) => {
    const changes = context.raw(text, () => current);
    const before = current;
    current = changes.reduce((moved, change) => applyChange(moved, change, database.vendor), current);
    return [...indexForForeignKeys(changes, before, context.dialect), text].map((one) => asking(one, one === text ? changes : context.raw(one, () => before), before, database));
  });
  return items.length === 1 ? items[0]! : { kind: "list", items };
}

/** One statement with its clause; as it is where it has one, or none is known. */
function asking(text: string, changes: readonly SchemaChange[], schema: Schema, { vendor, version }: Database): string {
  const separator = /^ALTER TABLE\b/i.test(text) ? "," : /^(CREATE (UNIQUE )?|DROP )INDEX\b/i.test(text) ? "" : null;
  if (separator === null || changes.length === 0 || /;|\b(ALGORITHM|LOCK)\s*=/i.test(text) || (vendor !== "mysql" && vendor !== "mariadb")) return text;
  const clause = ddlClause(changes, schema, vendor, version);
  return clause === null ? text : [text, ...`ALGORITHM=${clause}`.split(", ")].join(`${separator} `);
}
