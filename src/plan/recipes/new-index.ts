import type { Value } from "../../python/value.ts";
import type { Operation } from "../../django/operation.ts";
import type { Change, OwnMigration, Part, Recipe } from "../course.ts";
import { fieldOf, modelOf } from "../course.ts";
import { tableOf } from "../data.ts";
import { apart, operation, runSql, stateOnly, withArguments } from "../operations.ts";
import { isMySql } from "../../sql/dialect.ts";
import { concurrently } from "../sql/raw.ts";
import { sqlOf, textsOf } from "../sql/sql-of.ts";
import { indexMigrations, withoutIndex } from "./field-indexes.ts";
import { slug } from "./words.ts";

/** An index on a table that is in use. */
export const newIndex: Recipe = {
  id: "new-index",
  title: "A new index",
  when: "`AddIndex`, `db_index=True`, or a nullable column with an index or a unique rule of its own, on a table that is there: writes wait while the index is built.",
  databases: "PostgreSQL: `AddIndexConcurrently` (for `db_index` `CREATE INDEX CONCURRENTLY` by `RunSQL`), in a migration of its own with `atomic = False`. MySQL and MariaDB: `ALGORITHM=INPLACE LOCK=NONE` (MariaDB `NOCOPY`), so that the server refuses where it would stop writes; an index over an expression stops them whatever is asked, and has no plan.",
  reversible: "Always.",
  releases: ["Build the index while writes go on. If it fails, PostgreSQL leaves an invalid index behind: drop it and run the migration again."],
  course(change) {
    const { operation: add, app, record, database } = change;
    if (!record.impact.blocksWrites || record.breaks.length > 0) return null;
    if (add.kind === "AddField") return withNewColumn(change, add);
    const statements = [...record.statements, ...record.deferred];
    const model = add.kind === "AddIndex" || add.kind === "AlterField" ? modelOf(change.after, app, add.model) : null;
    if (!model) return null;
    if (add.kind === "AddIndex" && database.vendor === "postgresql") return own({ name: slug(model.name, nameOf(add.index)), atomic: false, operations: [{ ...add, type: "AddIndexConcurrently", concurrently: true }] });
    const texts = textsOf(statements);
    if (texts === null || !texts.every((text) => text.startsWith("CREATE INDEX ")) || database.vendor === "sqlite") return null;
    if (add.kind !== "AddIndex" && (add.kind !== "AlterField" || !fieldOf(change.after, app, add.model, add.field.name)?.dbIndex)) return null;
    // MySQL stops writes for an index over an expression, however it is asked.
    if (isMySql(database.vendor) && statements.some((statement) => statement.change.kind === "CreateIndex" && statement.change.index.expressions.length > 0)) return null;
    const quote = change.context.dialect.quoteName;
    const build = (text: string) => (database.vendor === "postgresql" ? concurrently(text) : text);
    const drop = (text: string) => {
      const name = /^CREATE INDEX (\S+)/.exec(text)![1]!;
      return isMySql(database.vendor) ? `DROP INDEX ${name} ON ${quote(model.table)}` : `DROP INDEX CONCURRENTLY IF EXISTS ${name}`;
    };
    const state = operation(add);
    const operations = texts.map((text, index) => runSql([build(text)], [drop(text)], index === texts.length - 1 ? [state] : []));
    return own({ name: slug(model.name, add.kind === "AddIndex" ? nameOf(add.index) : `${add.field.name}_idx`), atomic: false, operations });
  },
};

/** A column that comes with an index or a unique rule: first the column, then those. */
function withNewColumn(change: Change, add: Extract<Operation, { kind: "AddField" | "AlterField" }>) {
  const field = fieldOf(change.after, change.app, add.model, add.field.name);
  if (!field?.column || field.remote || !(field.unique || field.dbIndex) || change.database.vendor !== "postgresql") return null;
  const bare = operation({ kind: "AddField", model: add.model, field: withArguments(add.field, { unique: undefined, ...withoutIndex(field) }), preserveDefault: add.preserveDefault });
  const files = indexMigrations(field, textsOf(change.record.deferred) ?? [], change.context.dialect, change.database);
  const parts: Part[] = [
    { release: 0, phase: "expand", title: "Add the column alone, without its index", explanation: "", does: { kind: "instead", operations: [apart([bare], [add])] } },
    ...files.map((migration): Part => ({ release: 0, phase: "expand", title: migration.atomic ? "Make the unique constraint from the index" : "Build the index while writes go on", explanation: "", does: { kind: "file", migration } })),
  ];
  return { shortcuts: [], parts };
}

function own(migration: OwnMigration) {
  const part: Part = {
    release: 0,
    phase: "expand",
    title: "Build the index while writes go on, in a migration of its own",
    explanation: migration.atomic ? "" : "It cannot run in a transaction (`atomic = False`). If it fails, drop the invalid index it leaves behind and run it again.",
    does: { kind: "file", migration },
  };
  return { shortcuts: [], parts: [part] };
}

/** An index that goes while the table is in use. */
export const removedIndex: Recipe = {
  id: "removed-index",
  title: "An index that goes",
  when: "`RemoveIndex` on a table that the configuration calls hot (`hot-tables`, `row-counts`): dropping it takes a lock that reads and writes wait for, if only for a moment, and it waits for every transaction that is open while all others queue behind it.",
  databases: "PostgreSQL: `RemoveIndexConcurrently`, in a migration of its own with `atomic = False`. Elsewhere an index goes with the short lock that every change of a table takes: set `lock_wait_timeout`.",
  reversible: "Always.",
  releases: ["Drop the index while reads and writes go on."],
  course(change) {
    const { operation: remove, app, record, database } = change;
    if (remove.kind !== "RemoveIndex" || remove.concurrently || database.vendor !== "postgresql" || record.breaks.length > 0) return null;
    const drop: Operation = { ...remove, type: "RemoveIndexConcurrently", concurrently: true };
    const part = (operations: readonly Operation[], before: readonly Part[] = []) => ({ shortcuts: [], parts: [...before, { release: 0, phase: "expand" as const, title: "Drop the index while reads and writes go on", explanation: "It cannot run in a transaction (`atomic = False`).", does: { kind: "file" as const, migration: { name: slug("remove", remove.name), atomic: false, operations } } }] });
    if (!changesLater(change)) return part([drop]);
    // Its fields may be gone from the project state by then: the state first, in the place where it was.
    const index = change.before.state.models.get(`${app}.${remove.model.toLowerCase()}`)?.indexes.get(remove.name);
    const build = index === undefined ? null : operation({ kind: "AddIndex", model: remove.model, index, concurrently: true });
    const [drops, builds] = [sqlOf([drop], app, change.before, change.context), build && sqlOf([build], app, change.after, change.context)];
    if (!drops || !builds) return "the SQL of the index is not known";
    return part([runSql(drops, builds)], [{ release: 0, phase: "expand", title: "Take the index out of the project state; it stays in the database", explanation: "", does: { kind: "instead", operations: [stateOnly([remove])] } }]);
  },
};

/** Does the pull request change the model or its fields after the operation? */
function changesLater(change: Change): boolean {
  const later = change.all.slice(change.all.indexOf(change) + 1).filter(({ app, operation: { kind } }) => app === change.app && kind !== "RemoveIndex" && kind !== "AddIndex");
  return later.some((other) => other.operation.kind === "RenameModel" || tableOf(other) === tableOf(change));
}

function nameOf(index: Value): string {
  const name = index !== null && typeof index === "object" && index.kind === "call" ? index.kwargs.get("name") : undefined;
  return typeof name === "string" ? name : "index";
}
