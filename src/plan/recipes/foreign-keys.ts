import type { Operation } from "../../django/operation.ts";
import type { Statement } from "../../schema/change.ts";
import type { Constraint } from "../../schema/schema.ts";
import { isMySql } from "../../sql/dialect.ts";
import type { Change } from "../course.ts";
import { runSql } from "../operations.ts";
import { alterTable } from "../sql/raw.ts";

/** RunSQL that drops every foreign key constraint of the tables, by its real name; backwards they are not asked of the rows that are there (PostgreSQL). */
export function dropForeignKeys({ before, context: { dialect } }: Change, tables: readonly string[]): readonly Operation[] {
  if (dialect.vendor === "sqlite") return [];
  const keys = tables.flatMap((table) => [...(before.schema.tables.get(table)?.constraints.values() ?? [])].filter((constraint) => constraint.kind === "foreign key").map((constraint) => ({ table, constraint })));
  return keys.map(({ table, constraint }) => {
    const name = dialect.quoteName(constraint.name);
    const drop = isMySql(dialect.vendor) ? `DROP FOREIGN KEY ${name}` : `DROP CONSTRAINT ${name}`;
    const deferrable = dialect.vendor === "postgresql" && constraint.deferrable === "deferred" ? " DEFERRABLE INITIALLY DEFERRED" : "";
    return runSql([alterTable(dialect, table, drop)], [alterTable(dialect, table, `ADD CONSTRAINT ${name} ${references(constraint, dialect.quoteName)}${deferrable}${dialect.vendor === "postgresql" ? " NOT VALID" : ""}`)]);
  });
}

/** Statements that make tables again as they were without their foreign keys, which release 1 took away and its way back brings back. */
export function withoutForeignKeys(statements: readonly Statement[], really: boolean): readonly Statement[] {
  return really ? statements.filter(({ change }) => !(change.kind === "AddConstraint" && change.constraint.kind === "foreign key")) : statements;
}

/** `FOREIGN KEY ("a") REFERENCES "t" ("b")`, with its ON DELETE. */
export function references(key: Constraint & { readonly kind: "foreign key" }, quote: (name: string) => string): string {
  const list = (names: readonly string[]) => names.map(quote).join(", ");
  return `FOREIGN KEY (${list(key.columns)}) REFERENCES ${quote(key.toTable)} (${list(key.toColumns)})${key.onDelete === null ? "" : ` ON DELETE ${key.onDelete}`}`;
}
