import type { BoundField } from "../../django/bound.ts";
import type { Field } from "../../django/operation.ts";
import type { Database } from "../../django/project.ts";
import type { Dialect } from "../../sql/dialect.ts";
import type { Schema } from "../../schema/schema.ts";
import type { Change, OwnMigration, Part, Recipe } from "../course.ts";
import { fieldOf } from "../course.ts";
import { apart, operation, runSql, withArguments } from "../operations.ts";
import { alterTable } from "../sql/raw.ts";
import { textsOf } from "../sql/sql-of.ts";
import { defaultOf } from "./defaults.ts";
import { indexMigrations } from "./field-indexes.ts";
import { references } from "./foreign-keys.ts";
import { slug } from "./words.ts";

/** A foreign key on a table that is in use. */
export const newForeignKey: Recipe = {
  id: "new-foreign-key",
  title: "A new foreign key",
  when: "`AddField` of a nullable `ForeignKey` or `OneToOneField` on a table that is there: writes wait on both tables while its index is built. A foreign key that must have a value is the recipe for a required column.",
  databases: "PostgreSQL: the column with its constraint, which is made without reading a row as long as the column is empty, then its index `CONCURRENTLY`, in a migration of its own. With a default: the column alone, the index, the constraint `NOT VALID`, then `VALIDATE`.",
  reversible: "Always.",
  releases: ["All in one release: the column with its constraint, then the index."],
  course(change) {
    const { operation: add, app, record, database } = change;
    if (add.kind !== "AddField" || database.vendor !== "postgresql" || record.breaks.length > 0) return null;
    const field = fieldOf(change.after, app, add.model, add.field.name);
    if (!field?.remote || !field.column || field.remote.kind === "many to many") return null;
    // Of a column without values nothing is checked: PostgreSQL makes the constraint at once (measured on 12 to 18: add_col_fk_inline_only).
    const empty = field.null && defaultOf(add.field).kind === "none" && field.dbDefault === undefined;
    const bare = operation({ kind: "AddField", model: add.model, field: bareForeignKey(add.field, field, empty), preserveDefault: add.preserveDefault });
    const files = empty ? indexesOnly(field, textsOf(record.deferred) ?? [], change.context.dialect, database) : foreignKeyMigrations(change, field);
    if (empty && files.length === 0) return null;
    const parts: Part[] = [
      empty
        ? { release: 0, phase: "expand", title: "Add the column with its constraint, without its index", explanation: "The column is empty, so no row is checked; both tables are locked for a moment only.", does: { kind: "instead", operations: [apart([bare], [add])] } }
        : { release: 0, phase: "expand", title: "Add the column alone, without index and constraint", explanation: "", does: { kind: "instead", operations: [apart([bare], [add])] } },
      ...files.map(([title, migration]): Part => ({ release: 0, phase: "expand", title, explanation: "", does: { kind: "file", migration } })),
    ];
    return { shortcuts: [], parts };
  },
};

/** A foreign key's column alone, or with its constraint. A OneToOneField is one without its unique rule. */
export function bareForeignKey(field: Field, bound: BoundField, constraint = false): Field {
  const bare = withArguments(field, { ...(constraint ? {} : { db_constraint: false }), db_index: false });
  return bound.remote?.kind === "one to one" ? { ...bare, path: "django.db.models.ForeignKey" } : bare;
}

/** Its indexes, each built while writes go on. */
function indexesOnly(field: BoundField, deferred: readonly string[], dialect: Dialect, database: Database): readonly (readonly [string, OwnMigration])[] {
  return indexMigrations(field, deferred, dialect, database).map((one) => [one.atomic ? "Make the unique constraint from the index" : "Build the index while writes go on", one] as const);
}

/** What the column lacks: its indexes, the constraint NOT VALID, its validation. Names are those that the pull request would have given. */
export function foreignKeyMigrations(change: Change, field: BoundField): readonly (readonly [string, OwnMigration])[] {
  return keyMigrations(change, field, change.after.schema, textsOf(change.record.deferred) ?? []);
}

/** The same for a column that stands in a schema as its AddField would have made it, with the texts of what that puts off. */
export function keyMigrations({ context: { dialect }, database }: Change, field: BoundField, schema: Schema, deferred: readonly string[]): readonly (readonly [string, OwnMigration])[] {
  const table = field.model.table;
  const files: (readonly [string, OwnMigration])[] = [...indexesOnly(field, deferred, dialect, database)];
  const constraint = [...(schema.tables.get(table)?.constraints.values() ?? [])].find((one) => one.kind === "foreign key" && one.columns.includes(field.column!));
  if (constraint?.kind !== "foreign key") return files;
  const name = dialect.quoteName(constraint.name);
  const deferrable = constraint.deferrable === "deferred" ? " DEFERRABLE INITIALLY DEFERRED" : "";
  const add = runSql([alterTable(dialect, table, `ADD CONSTRAINT ${name} ${references(constraint, dialect.quoteName)}${deferrable} NOT VALID`)], [alterTable(dialect, table, `DROP CONSTRAINT ${name}`)]);
  files.push(["Add the constraint, `NOT VALID`: rows that are there are not read", { name: slug(field.model.name, field.name, "fk"), atomic: true, operations: [add] }]);
  files.push(["Validate the constraint; writes go on", { name: slug(field.model.name, field.name, "fk_valid"), atomic: true, operations: [runSql([alterTable(dialect, table, `VALIDATE CONSTRAINT ${name}`)], [])] }]);
  return files;
}
