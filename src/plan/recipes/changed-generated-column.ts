import { codeSpan } from "../../code-span.ts";
import { releaseTables } from "../../django/bind/release.ts";
import { breakages } from "../../safety/breakage/breakages.ts";
import { applyChange } from "../../schema/apply.ts";
import type { Part, Recipe } from "../course.ts";
import { fieldOf, isRefused } from "../course.ts";
import { operation, runSql, withArguments } from "../operations.ts";
import { sqlOf, statementsOf, textsOf } from "../sql/sql-of.ts";
import { canBeVirtual, tooNarrow, withTrigger } from "./generated-column.ts";
import { beside } from "./shadow.ts";
import { slug } from "./words.ts";

const ownName = "Add the new one under a name of its own beside it, let the code use that, and remove the old one in the next release";

/** A generated column that is to be computed otherwise. */
export const changedGeneratedColumn: Recipe = {
  id: "changed-generated-column",
  title: "A generated column that is computed otherwise",
  when: "`AlterField` of a `GeneratedField` to another expression or `db_persist`: makemigrations writes it, and migrate refuses it (\"Modifying GeneratedFields is not supported\").",
  databases: "MySQL and MariaDB, and PostgreSQL 18 with Django 6.0: `db_persist=False`, which touches no row. Older PostgreSQL: a plain column that a trigger fills, for Django the same. SQLite makes the table anew for a stored column: no plan.",
  reversible: "Always. Back from release 2 the server computes the old column anew.",
  releases: ["A second column with the new expression; the field keeps its name and takes that column with `db_column`. The running release reads the old one, and no code writes either.", "Drop the old column."],
  course(change) {
    const { operation: alter, app, before, context, record, database } = change;
    if (alter.kind !== "AlterField" || !isRefused(record)) return null;
    const [old, next] = [fieldOf(before, app, alter.model, alter.field.name), fieldOf(change.after, app, alter.model, alter.field.name)];
    if (!old?.field || !next || (!old.generated && !next.generated)) return null;
    if (!old.generated || !next.generated) return `Django cannot make ${old.generated ? "a plain column of a generated one" : "a generated column of a plain one"}. ${ownName}${next.generated ? "" : "; fill it in between"}`;
    const [column, model] = [old.column!, old.model.name];
    const fresh = beside(column, "new");
    if (database.vendor === "sqlite") return `Django asks for the field to be removed and added again. ${ownName}`;
    const table = before.schema.tables.get(old.model.table);
    if (!table || table.columns.has(fresh)) return `there is a column ${codeSpan(fresh)} already. ${ownName}`;
    const held = [...table.indexes.values(), ...table.constraints.values()].find((one) => one.columns.includes(column) || ("reads" in one && one.reads.includes(column)));
    if (held || next.unique || next.dbIndex) return `${held ? `${codeSpan(held.name ?? column)} reads the column` : "it has an index"}, which Django would have to make again. ${ownName}, with an index of its own`;
    const field = withArguments(alter.field, { db_column: fresh, ...(canBeVirtual(change) ? { db_persist: false } : {}) });
    const remove = operation({ kind: "RemoveField", model, name: old.name });
    const add = (one: typeof field) => operation({ kind: "AddField", model, field: one, preserveDefault: true });
    const gone = statementsOf([remove], app, before, context);
    const made = gone && statementsOf([add(field)], app, gone.after, context);
    const drop = gone && textsOf(gone.statements);
    const back = gone && sqlOf([add(old.field)], app, gone.after, context);
    const sql = made && textsOf(made.statements);
    const away = made && sqlOf([remove], app, made.after, context);
    if (!drop || !back || !sql || !away) return `its SQL is not known. ${ownName}`;
    const state = operation({ ...alter, field });
    const first = made.statements[0]!.change;
    const broken = breakages(releaseTables(before.bound), before.schema, applyChange(before.schema, first, database.vendor), { tables: new Set([table.name]), database, changes: [first], side: "running" })[0];
    if (broken) return tooNarrow(broken);
    const beginning = canBeVirtual(change)
      ? { shortcuts: [], parts: [{ release: 0, phase: "expand", title: `Add the column ${codeSpan(fresh)} beside ${codeSpan(column)}, computed when it is read`, explanation: "", does: { kind: "instead", operations: [runSql(sql, away, [state])] } } satisfies Part] }
      : withTrigger(change, first.kind === "AddColumn" ? first : null, { model, column: fresh, type: typeof next.dbType === "string" ? next.dbType : null, state });
    if (typeof beginning === "string") return beginning;
    const last: Part = { release: 1, phase: "contract", title: `Drop ${codeSpan(column)}`, explanation: "`RunSQL`, because the project state does not know the column any more. Backwards the server computes it anew for every row.", gate: `nothing names the column ${codeSpan(column)} any more`, does: { kind: "file", migration: { name: slug("drop", model, column), atomic: true, operations: [runSql(drop, back)] } } };
    return { shortcuts: [], parts: [...beginning.parts, last], differs: `the column of ${old.name} is ${fresh}` };
  },
};
