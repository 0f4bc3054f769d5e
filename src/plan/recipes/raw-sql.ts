import type { Operation } from "../../django/operation.ts";
import { changesOf, type SchemaChange } from "../../schema/change.ts";
import { isMySql } from "../../sql/dialect.ts";
import { type Change, fieldOf, type OwnMigration, type Part, type Recipe } from "../course.ts";
import { onlySql } from "../data.ts";
import { operation, runSql, stateOnly } from "../operations.ts";
import { alterTable } from "../sql/raw.ts";
import { statementsOf } from "../sql/sql-of.ts";
import { backfill } from "./backfill.ts";
import { uniqueMigrations } from "./field-indexes.ts";
import { notNullMigrations } from "./not-null.ts";
import { removal } from "./removed-field.ts";
import { requiredColumn } from "./required-column.ts";
import { renamedField } from "./renamed-field.ts";
import { slug } from "./words.ts";
import { codeSpan } from "../../code-span.ts";

type RunSql = Extract<Operation, { kind: "RunSQL" }>;
type Titled = readonly [title: string, migration: OwnMigration];

/** Raw SQL for which there is a form that makes nobody wait. */
export const rawSql: Recipe = {
  id: "raw-sql",
  title: "Raw SQL with a safer form",
  when: "`RunSQL` of one statement that builds an index, adds a constraint, sets NOT NULL, or adds a column that must have a value, drops or renames one, with a `state_operations` that says so.",
  databases: "PostgreSQL: `CONCURRENTLY`, `NOT VALID` and `VALIDATE`, a unique index first and the constraint from it. MySQL and MariaDB: `ALGORITHM` and `LOCK`, so that the server refuses where it would stop writes.",
  reversible: "As your `reverse_sql` says; where the steps are others than your statement, each has a way back of its own, and the plan says so.",
  releases: ["The same with `state_operations` alone where the rule is one that the running release may break; else the safer form at once.", "The safer form, in migrations of its own."],
  course(change) {
    const { operation: run, record } = change;
    if (run.kind !== "RunSQL") return null;
    const made = record.statements.flatMap(changesOf).filter(({ kind }) => kind !== "NoEffect");
    const [only] = made;
    const sql = onlySql(run)?.trim().replace(/;$/, "").trimEnd();
    if (only === undefined || only.kind === "Unknown" || only.kind === "WriteRows" || only.kind === "Other") return null;
    if (made.length !== 1 || sql === undefined) return "it does several things. Give each statement a `RunSQL` of its own, with its own way back";
    if (only.kind === "DropColumn" || only.kind === "RenameColumn") return asWritten(run, asOperation(change, run, only));
    if (only.kind === "AddColumn" && !only.column.null && only.column.default === null) return asWritten(run, required(change, run, only));
    const files = safer(change, run, only, sql);
    if (files === null || typeof files === "string") return files;
    // A rule that rows may break comes when code that keeps it runs everywhere.
    const later = record.breaks.length > 0;
    const parts = files.map(([title, migration], index): Part => ({ release: later ? 1 : 0, phase: later ? "contract" : "expand", title, explanation: index === 0 && later && only.kind === "AddConstraint" ? "It fails where rows do not comply: look for them first, and correct them." : "", does: { kind: "file", migration } }));
    const told = run.stateOperations.length > 0;
    const state: Part = { release: 0, phase: "expand", title: told ? "Let the models say it; the database does not have it yet" : "Leave it out of this release", explanation: `The running release may still write other values. New code must not${told ? "" : ", though nothing in the models says so"}.`, does: { kind: "instead", operations: told ? [stateOnly(run.stateOperations)] : [] } };
    return asWritten(run, { shortcuts: [], parts: later ? [state, ...parts] : parts });
  },
};

/** With the `hints` and `elidable` of the author; where the way back is another than the author's, that is said. */
function asWritten(run: RunSql, course: ReturnType<Recipe["course"]>): ReturnType<Recipe["course"]> {
  if (course === null || typeof course === "string") return course;
  const { more } = run;
  const given = (one: Operation): Operation => (more !== undefined && (one.kind === "RunSQL" || one.kind === "RunPython") && one.more === undefined ? { ...one, more } : one);
  const parts = course.parts.map((part): Part => {
    const { does } = part;
    if (does.kind === "file") return { ...part, does: { ...does, migration: { ...does.migration, operations: does.migration.operations.map(given) } } };
    return does.kind === "instead" ? { ...part, does: { ...does, operations: does.operations.map(given) } } : part;
  });
  const kept = parts.some(({ does }) => (does.kind === "file" ? does.migration.operations : does.kind === "instead" ? does.operations : []).some((one) => one.kind === "RunSQL" && one.reverseSql === run.reverseSql));
  const own = typeof run.reverseSql === "string" && run.reverseSql !== "" && !kept;
  return { ...course, parts: own ? parts.map((part, index) => (index === 0 ? { ...part, explanation: `${part.explanation}${part.explanation === "" ? "" : " "}Each step has a way back of its own, in the place of your \`reverse_sql\`.` } : part)) : parts };
}

/** Dropping and renaming columns is what RemoveField and RenameField do: their recipes know how. */
function asOperation(change: Change, run: RunSql, made: SchemaChange & { readonly kind: "DropColumn" | "RenameColumn" }): ReturnType<Recipe["course"]> {
  const [state] = run.stateOperations;
  if (run.stateOperations.length !== 1 || state === undefined) return made.kind === "DropColumn" ? "give it `state_operations` with the `RemoveField`, so that the project state follows" : "give it `state_operations` with the `RenameField`, so that the project state follows";
  if (made.kind === "DropColumn" && state.kind === "RemoveField") {
    const field = fieldOf(change.before, change.app, state.model, state.name);
    return field?.column === made.column ? removal(change, field, 0) : null;
  }
  return made.kind === "RenameColumn" && state.kind === "RenameField" ? renamedField.course({ ...change, operation: state }) : null;
}

/** A column that must have a value is what AddField makes: its recipe knows how, where the state says which field it is. */
function required(change: Change, run: RunSql, { table, column }: SchemaChange & { readonly kind: "AddColumn" }): ReturnType<Recipe["course"]> {
  const { dialect } = change.context;
  const [name, type] = [dialect.quoteName(column.name), typeof column.type === "string" ? column.type : "…"];
  const advice = `a column that must have a value needs one for the rows that are there, and a \`DEFAULT\` as long as a release does not send any. Give it \`state_operations\` with the \`AddField\`, and there is a plan; or add it in this release with ${codeSpan(alterTable(dialect, table, `ADD COLUMN ${name} ${type}`))} alone, write a value in the code, fill the rows that have none in the next release, and set \`NOT NULL\` then`;
  const [state] = run.stateOperations;
  if (run.stateOperations.length !== 1 || state?.kind !== "AddField") return advice;
  const field = fieldOf(change.after, change.app, state.model, state.field.name);
  const made = statementsOf([state], change.app, change.before, change.context);
  if (field?.model.table !== table || field.column !== column.name || !made) return advice;
  const deferred = made.statements.filter((statement) => statement.change.kind === "CreateIndex");
  const course = requiredColumn.course({ ...change, operation: state, record: { ...change.record, statements: made.statements.filter((statement) => !deferred.includes(statement)), deferred } });
  if (course === null || typeof course === "string") return course ?? advice;
  if (field.dbType === column.type || typeof field.dbType !== "string") return course;
  const told = `The column has the type of the field, ${codeSpan(field.dbType)}, where your SQL says ${codeSpan(type)}.`;
  return { ...course, parts: course.parts.map((part, index) => (index === 0 ? { ...part, explanation: [part.explanation, told].filter((text) => text !== "").join(" ") } : part)) };
}

function safer(change: Change, run: RunSql, made: SchemaChange, sql: string): readonly Titled[] | string | null {
  const { dialect } = change.context;
  const mysql = isMySql(dialect.vendor);
  if (dialect.vendor === "sqlite") return null;
  const later = change.record.breaks.length > 0;
  const as = (text: string): Operation => operation({ kind: "RunSQL", sql: text, reverseSql: run.reverseSql, stateOperations: later ? [] : run.stateOperations, ...(run.more && { more: run.more }) });
  switch (made.kind) {
    case "CreateIndex": {
      if (made.concurrently) return null;
      const built = mysql ? `${sql} ALGORITHM=INPLACE LOCK=NONE` : sql.replace(/^(\s*CREATE\s+(?:UNIQUE\s+)?INDEX)\s+/i, "$1 CONCURRENTLY ");
      return [["Build the index while writes go on", { name: slug(made.index.name), atomic: false, operations: [as(built)] }]];
    }
    case "AddConstraint": {
      const { constraint } = made;
      if (constraint.name === null) return "give the constraint a name, so that a later statement can say which one it means";
      const name = dialect.quoteName(constraint.name);
      if (constraint.kind === "unique" && constraint.usingIndex === null && constraint.include.length === 0 && constraint.nullsDistinct === null) {
        const files = uniqueMigrations({ table: made.table, columns: constraint.columns, name: constraint.name, as: slug(constraint.name), deferrable: constraint.deferrable }, dialect);
        return files.map((file, index) => [file.atomic ? "Make the constraint from the index" : "Build the index while writes go on", index === files.length - 1 && !later ? withState(file, run) : file]);
      }
      if (mysql || (constraint.kind !== "check" && constraint.kind !== "foreign key") || constraint.notValid) return null;
      return [
        ["Add the constraint, `NOT VALID`: rows that are there are not read", { name: slug(constraint.name), atomic: true, operations: [as(`${sql} NOT VALID`)] }],
        ["Validate the constraint; writes go on", { name: slug(constraint.name, "valid"), atomic: true, operations: [runSql([alterTable(dialect, made.table, `VALIDATE CONSTRAINT ${name}`)], [])] }],
      ];
    }
    case "AlterColumn": {
      const [action] = made.actions;
      if (made.actions.length !== 1 || action?.kind !== "SetNotNull") return null;
      const field = change.before.bound.keys.flatMap((key) => change.before.bound.get(key)?.localFields ?? []).find((one) => one.model.table === made.table && one.column === action.column);
      if (!field) return null;
      const files = notNullMigrations(field, dialect, change.database);
      const fill: readonly Titled[] = run.stateOperations.length === 0 ? [] : [["Fill the rows that are NULL; say in the function what the value is", backfill({ app: field.model.app, model: field.model.name, field: field.name, with: { kind: "to write" } })]];
      return [...fill, ...files.map((file, index): Titled => [index === files.length - 1 ? `Make ${codeSpan(action.column)} NOT NULL` : "Ask it of new rows first, with a rule that is `NOT VALID`", file])];
    }
    default:
      return null;
  }
}

/** The project state follows with the last of the files. */
function withState(file: OwnMigration, run: RunSql): OwnMigration {
  return { ...file, operations: file.operations.map((one, index) => (index === file.operations.length - 1 && one.kind === "RunSQL" ? { ...one, stateOperations: run.stateOperations } : one)) };
}
