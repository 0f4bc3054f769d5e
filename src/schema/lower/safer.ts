import { createHash } from "node:crypto";
import type { BoundField, BoundModel } from "../../django/bound.ts";
import type { Operation } from "../../django/operation.ts";
import type { IndexDefinition } from "../change.ts";
import { namesDigest } from "../names.ts";
import { metaOf } from "./create-model.ts";
import type { Editor } from "./editor.ts";
import { removeConstraint } from "./indexes-and-constraints.ts";
import { constraintChange, indexChange, nameOf } from "./meta.ts";
import type { Surroundings } from "./operation.ts";

/**
 * database_forwards of the operations of django-pg-migration-tools 0.1.26 (operations.py), with the statements that `sqlmigrate` prints: on a database
 * that has none of it yet. All of them refuse to run inside a transaction.
 */
export function saferOperation(editor: Editor, operation: Operation, { app, before, after }: Pick<Surroundings, "app" | "before" | "after">): void {
  const [old, next] = "model" in operation ? [before, after].map((state) => state.get(`${app}.${operation.model.toLowerCase()}`)) : [];
  if (editor.dialect.vendor !== "postgresql") return cannot(editor, `${operation.type} of django-pg-migration-tools runs on PostgreSQL alone`);
  if (!old || !next) return cannot(editor, `the model of ${operation.type} is not in the project's state here`);
  switch (operation.kind) {
    case "AddIndex": {
      const change = indexChange(editor, next, nameOf(operation.index) ?? "", operation.index);
      return change ? createIndex(editor, next, change.index) : undefined;
    }
    case "RemoveIndex":
      return dropIndex(editor, old, operation.name);
    case "AddConstraint":
      return addConstraint(editor, next, operation);
    case "RemoveConstraint": {
      const value = metaOf(old).constraints.get(operation.name);
      const made = value === undefined ? null : constraintChange(editor, old, operation.name, value);
      return made?.kind === "CreateIndex" ? dropIndex(editor, old, operation.name) : removeConstraint(editor, old, next, operation.name);
    }
    case "AlterField":
      return setNotNull(editor, next, next.field(operation.field.name));
    case "AddField":
      return addForeignKey(editor, next, next.field(operation.field.name), operation);
    case "RemoveField": {
      const field = old.field(operation.name);
      return field?.column ? dropColumn(editor, old, field.column) : cannot(editor, `${old.app}.${old.name}.${operation.name} is not in the project's state here`);
    }
    default:
      return cannot(editor, `${operation.type} of django-pg-migration-tools is not known here: see its SQL with \`sqlmigrate\``);
  }
}

function cannot(editor: Editor, reason: string): void {
  editor.doubt(reason);
  editor.execute({ kind: "Unknown", reason });
}

/** safer_create_index: no lock timeout while the index is built; what was set before is put back, for which `sqlmigrate` prints 0, too. */
function createIndex(editor: Editor, model: BoundModel, index: IndexDefinition): void {
  noLockTimeout(editor);
  editor.execute({ kind: "CreateIndex", table: model.table, index: { ...index, ifNotExists: true }, concurrently: true });
  noLockTimeout(editor);
}

function dropIndex(editor: Editor, model: BoundModel, name: string): void {
  noLockTimeout(editor);
  editor.execute({ kind: "DropIndex", table: model.table, name, concurrently: true, ifExists: true });
  noLockTimeout(editor);
}

function noLockTimeout(editor: Editor): void {
  editor.executeRaw([], "SET lock_timeout = '0'");
}

/** A check NOT VALID, then validated; a unique constraint from an index that was built concurrently; with a condition or expressions the index alone. */
function addConstraint(editor: Editor, model: BoundModel, operation: Extract<Operation, { kind: "AddConstraint" }>): void {
  const made = constraintChange(editor, model, nameOf(operation.constraint) ?? "", operation.constraint);
  if (made === null) return;
  if (made.kind === "CreateIndex") {
    if (made.index.condition === null && made.index.expressions.length === 0) return cannot(editor, `${operation.type} writes SQL that PostgreSQL refuses for a constraint that Django makes an index of (opclasses, include)`);
    if (made.index.nullsDistinct === false) editor.doubt(`${operation.type} puts NULLS NOT DISTINCT behind the condition, which PostgreSQL refuses`);
    return createIndex(editor, model, { ...made.index, include: [] });
  }
  const { constraint } = made;
  if (constraint.kind === "check") {
    editor.execute({ ...made, constraint: { ...constraint, notValid: true } });
    editor.execute({ kind: "ValidateConstraint", table: model.table, name: constraint.name });
  } else if (constraint.kind === "unique") {
    addUnique(editor, model, constraint.name ?? "", constraint);
  } else cannot(editor, `${operation.type} refuses a constraint of this class`);
}

type Unique = Pick<IndexDefinition, "columns" | "opclasses" | "nullsDistinct"> & { readonly deferrable: "deferred" | "immediate" | null };

function addUnique(editor: Editor, model: BoundModel, name: string, { columns, opclasses, nullsDistinct, deferrable }: Unique): void {
  const { quoteName } = editor.dialect;
  const parts = columns.map((column, index) => [quoteName(column), opclasses[index]].filter(Boolean).join(" "));
  createIndex(editor, model, { name, unique: true, parts, columns, expressions: [], reads: [], method: null, opclasses, include: [], nullsDistinct: nullsDistinct === false ? false : null, condition: null, with: null, tablespace: null });
  const constraint = { kind: "unique", name, columns, deferrable, nullsDistinct, include: [], opclasses: [], usingIndex: name } as const;
  editor.executeRaw([{ kind: "AddConstraint", table: model.table, constraint }], `ALTER TABLE ${quoteName(model.table)} ADD CONSTRAINT ${quoteName(name)} UNIQUE USING INDEX ${quoteName(name)}${deferrable === "deferred" ? " DEFERRABLE INITIALLY DEFERRED" : ""}`);
}

/** NullsManager.set_not_null: by way of a check that is validated first. */
function setNotNull(editor: Editor, { table }: BoundModel, field: BoundField | null): void {
  if (!field?.column) return cannot(editor, `the field is not in the project's state here`);
  const { column } = field;
  const name = `${table.slice(0, 10)}_${column.slice(0, 10)}_${namesDigest([table, column], 10)}`;
  editor.execute({ kind: "AddConstraint", table, constraint: { kind: "check", name, sql: `${editor.dialect.quoteName(column)} IS NOT NULL`, columns: [column], notValid: true } });
  editor.execute({ kind: "ValidateConstraint", table, name });
  editor.execute({ kind: "AlterColumn", table, actions: [{ kind: "SetNotNull", column }] });
  editor.execute({ kind: "DropConstraint", table, name, constraint: "check", immediate: false });
}

/** ForeignKeyManager.add_fk_field: a nullable column, its index, and the foreign key NOT VALID, which is then validated. */
function addForeignKey(editor: Editor, model: BoundModel, field: BoundField | null, operation: Extract<Operation, { kind: "AddField" | "AlterField" }>): void {
  const target = field?.remote?.target;
  const column = `${operation.field.name}_id`;
  if (!field || !target?.column || !field.remote?.model || typeof field.dbType !== "string") return cannot(editor, `${operation.type} needs a foreign key whose target is known`);
  if (!field.null) return cannot(editor, `${operation.type} refuses a field that is not nullable`);
  if (field.column !== column) return cannot(editor, `${operation.type} makes the column ${column} whatever the field's db_column is: it does not fit the model`);
  const { table } = model;
  const { quoteName } = editor.dialect;
  const definition = { name: column, type: field.dbType, null: true, collation: null, comment: null, default: null, generated: null, identity: false, primaryKey: false, unique: false, check: null, references: null, indexTablespace: null };
  editor.executeRaw([{ kind: "AddColumn", table, column: definition }], `ALTER TABLE ${quoteName(table)} ADD COLUMN IF NOT EXISTS ${quoteName(column)} ${field.dbType} NULL`);
  if (field.unique) addUnique(editor, model, identifier([operation.model, column], "uniq"), { columns: [column], opclasses: [], nullsDistinct: null, deferrable: null });
  else if (field.dbIndex) createIndex(editor, model, { name: identifier([operation.model, column], "idx"), unique: false, parts: [quoteName(column)], columns: [column], expressions: [], reads: [], method: null, opclasses: [], include: [], nullsDistinct: null, condition: null, with: null, tablespace: null });
  const name = identifier([table, column], "fk");
  editor.execute({ kind: "AddConstraint", table, constraint: { kind: "foreign key", name, columns: [column], toTable: field.remote.model.table, toColumns: [target.column], deferrable: "deferred", onDelete: null, notValid: true } });
  editor.execute({ kind: "ValidateConstraint", table, name });
}

function dropColumn(editor: Editor, { table }: BoundModel, column: string): void {
  editor.execute({ kind: "DropColumn", table, column, cascade: false });
}

/** build_postgres_identifier. */
function identifier(items: readonly string[], suffix: string): string {
  const whole = [...items, suffix].join("_");
  if (whole.length <= 63) return whole;
  const hash = createHash("md5").update(whole).digest("hex").slice(0, 8);
  return `${whole.slice(0, 63 - suffix.length - hash.length - 2)}_${hash}_${suffix}`;
}
