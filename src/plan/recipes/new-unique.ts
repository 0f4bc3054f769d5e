import type { Statement } from "../../schema/change.ts";
import type { Change, OwnMigration, Part, Recipe } from "../course.ts";
import { modelOf } from "../course.ts";
import { runSql, stateOnly } from "../operations.ts";
import { isMySql } from "../../sql/dialect.ts";
import { concurrently } from "../sql/raw.ts";
import type { Edit } from "../types.ts";
import { uniqueMigrations } from "./field-indexes.ts";
import { slug } from "./words.ts";

/** Values that must not be there twice any more. */
export const newUnique: Recipe = {
  id: "new-unique",
  title: "A new unique rule",
  when: "`UniqueConstraint`, `unique=True` or `unique_together` on a table that is there: the running release may still insert duplicates, and building the index stops writes.",
  databases: "PostgreSQL: `CREATE UNIQUE INDEX CONCURRENTLY`, then the constraint `USING INDEX`. MySQL and MariaDB: `ALGORITHM=INPLACE, LOCK=NONE` (MariaDB `NOCOPY`); over an expression MySQL stops writes whatever is asked (`LOCK=SHARED`). The way back makes the index that a foreign key needs before it drops the rule that begins with its column.",
  reversible: "Always.",
  releases: ["The models have the rule, the database does not yet: new code keeps it.", "Look for duplicates, then build the index and the constraint while writes go on."],
  course(change) {
    const { operation: add, app, record, database } = change;
    const name = add.kind === "AddConstraint" || add.kind === "AlterField" ? add.model : add.kind === "AlterUniqueTogether" ? add.name : null;
    const model = name === null ? null : modelOf(change.after, app, name);
    if (!model || database.vendor === "sqlite") return null;
    const statements = [...record.statements, ...record.deferred];
    if (!statements.some(isUnique)) return null;
    const files = ruleMigrations(statements, change, model.name);
    if (files === null) return "it does more than make a unique rule; do that in an operation of its own";
    const stopsWrites = isMySql(database.vendor) && statements.some((statement) => statement.change.kind === "CreateIndex" && statement.change.index.expressions.length > 0);
    const parts: Part[] = [
      { release: 0, phase: "expand", title: "Give the models the rule; the database does not have it yet", explanation: "New code keeps it: validation asks for it, and code that saves without validation must. The running release may still write duplicates.", does: { kind: "instead", operations: [stateOnly([add])] } },
      ...files.map((migration, index): Part => ({
        release: 1,
        phase: "contract",
        title: migration.atomic ? "Make the constraint from the index" : stopsWrites ? "Build the index; writes wait until it is done" : "Build the index while writes go on",
        explanation: index === 0 ? "It fails where there are duplicates: look for them first, and correct them." : "",
        does: { kind: "file", migration },
        ...(index === 0 ? { code: duplicates(statements, change) } : {}),
      })),
    ];
    return { shortcuts: [], parts };
  },
};

function isUnique({ change }: Statement): boolean {
  return (change.kind === "AddConstraint" && change.constraint.kind === "unique") || (change.kind === "CreateIndex" && change.index.unique);
}

/** The migrations that make unique rules and the indexes beside them; null where a statement is another one. */
export function ruleMigrations(statements: readonly Statement[], change: Change, name: string): readonly OwnMigration[] | null {
  const made = statements.map((statement, index) => migrationsOf(statement, change, slug(name, "uniq", ...(statements.length > 1 ? [String(index + 1)] : []))));
  return made.every((one) => one !== null) ? made.flat() : null;
}

function migrationsOf(statement: Statement, { context: { dialect } }: Change, name: string): readonly OwnMigration[] | null {
  const { change, sql } = statement;
  if (sql === null) return null;
  if (change.kind === "CreateIndex") {
    const quoted = dialect.quoteName(change.index.name);
    if (isMySql(dialect.vendor)) return [{ name, atomic: false, operations: [runSql([sql], [`DROP INDEX ${quoted} ON ${dialect.quoteName(change.table)}`])] }];
    return [{ name, atomic: false, operations: [runSql([concurrently(sql)], [`DROP INDEX CONCURRENTLY IF EXISTS ${quoted}`])] }];
  }
  if (change.kind !== "AddConstraint" || change.constraint.kind !== "unique") return null;
  const { constraint } = change;
  if (constraint.name === null || constraint.include.length > 0 || constraint.opclasses.length > 0 || constraint.nullsDistinct !== null) return null;
  return uniqueMigrations({ table: change.table, columns: constraint.columns, name: constraint.name, as: name, deferrable: constraint.deferrable }, dialect);
}

/** A query for what is there twice. */
function duplicates(statements: readonly Statement[], { context: { dialect } }: Change): readonly Edit[] {
  const queries = statements.flatMap(({ change }) => {
    const columns = change.kind === "AddConstraint" && change.constraint.kind === "unique" ? change.constraint.columns : change.kind === "CreateIndex" && change.index.unique && change.index.expressions.length === 0 ? change.index.columns : [];
    if (columns.length === 0 || !("table" in change) || change.table === null) return [];
    const condition = change.kind === "CreateIndex" && change.index.condition !== null ? ` WHERE ${change.index.condition}` : "";
    const list = columns.map((column) => dialect.quoteName(column)).join(", ");
    return [`SELECT ${list}, count(*) FROM ${dialect.quoteName(change.table)}${condition} GROUP BY ${list} HAVING count(*) > 1;`];
  });
  return queries.length === 0 ? [] : [{ path: "duplicates.sql", kind: "code", language: "sql", text: `${queries.join("\n")}\n` }];
}
