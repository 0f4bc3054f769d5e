import { atLeast } from "../../django/project.ts";
import type { BoundField, BoundModel } from "../../django/bound.ts";
import { compileGenerated } from "../expressions/defaults.ts";
import type { ColumnAction } from "../change.ts";
import { indexName } from "../names.ts";
import { alterManyToMany } from "./alter-many-to-many.ts";
import { fieldShouldBeAltered } from "./altered.ts";
import { alterType } from "./alter-type.ts";
import { foreignKey, metaOf, uniqueOver } from "./create-model.ts";
import { databaseDefault, type DefaultSql, effectiveDefault, skipsDefaultOnAlter } from "./defaults.ts";
import type { Editor } from "./editor.ts";
import { indexOfField, likeIndex } from "./field-indexes.ts";
import { constraintNames, type Wanted } from "./introspect.ts";
import type { RelationPair } from "./relations.ts";
import { dropForeignKeys } from "./remove.ts";
import { sqliteAlterField } from "./sqlite-remake.ts";

/** A field before and after, each in its own model. */
export interface Alteration {
  readonly old: BoundField;
  readonly new: BoundField;
  /** Foreign keys that point at the field, before and after (related objects). */
  readonly relations: () => readonly RelationPair[];
}

/** Why Django refuses an AlterField (BaseDatabaseSchemaEditor.alter_field, "not compatible types"). */
export const incompatible = "a field cannot be altered to or from a many-to-many field";

/** The same for "Modifying GeneratedFields is not supported". */
export const generatedModified = "a GeneratedField cannot be modified";

/** BaseDatabaseSchemaEditor.alter_field. `model` gives the table; Django passes the model before the operation. */
export function alterField(editor: Editor, model: BoundModel, alteration: Alteration): void {
  const { old, new: next } = alteration;
  if (!fieldShouldBeAltered(editor, old, next)) return;
  const [oldMany, newMany] = [old.remote?.kind === "many to many", next.remote?.kind === "many to many"];
  if (oldMany && newMany) {
    if (old.remote!.throughAuto && next.remote!.throughAuto) return alterManyToMany(editor, alteration);
    if (!old.remote!.throughAuto && !next.remote!.throughAuto) return;
  }
  if (oldMany || newMany) {
    editor.doubt(`Django cannot alter ${model.app}.${model.name}.${next.name}: a field cannot change to or from a many-to-many field, nor gain or lose its through model`);
    editor.execute({ kind: "Unknown", reason: incompatible });
    return;
  }
  if (modifiesGenerated(editor, old, next)) {
    editor.doubt(`Django cannot alter ${model.app}.${model.name}.${next.name}: a GeneratedField must be removed and added again with its new definition`);
    editor.execute({ kind: "Unknown", reason: generatedModified });
    return;
  }
  if (old.column === null || next.column === null || old.dbType === null || next.dbType === null) return;
  const unknown = old.unknown ?? next.unknown;
  if (unknown) return unknownAlteration(editor, model, alteration, unknown);
  if (editor.dialect.vendor === "sqlite") return sqliteAlterField(editor, model, alteration);
  alterColumn(editor, model, alteration);
}

/** alter_field's `modifying_generated_field`; false where the SQL of an expression is not known. */
function modifiesGenerated({ dialect }: Editor, old: BoundField, next: BoundField): boolean {
  if (!old.generated && !next.generated) return false;
  if (!old.generated || !next.generated || old.generated.stored !== next.generated.stored) return true;
  const [from, to] = [compileGenerated(old, dialect), compileGenerated(next, dialect)];
  return !("unknown" in from) && !("unknown" in to) && from.sql !== to.sql;
}

/** The column's type is not known before or after: what else changes is, so that its effect on releases can still be judged. */
function unknownAlteration(editor: Editor, model: BoundModel, { old, new: next }: Alteration, reason: string): void {
  const column = next.column!;
  if (old.column !== column) {
    editor.doubt(reason);
    editor.execute({ kind: "RenameColumn", table: model.table, column: old.column!, to: column, definition: null });
  }
  const actions: ColumnAction[] = [{ kind: "SetType", column, type: typeof next.dbType === "string" ? next.dbType : { unknown: reason }, using: null, collation: null }];
  if (old.null !== next.null) actions.push({ kind: next.null ? "DropNotNull" : "SetNotNull", column });
  editor.doubt(reason);
  editor.execute({ kind: "AlterColumn", table: model.table, actions });
}

/** _alter_field, step by step in Django's order. */
function alterColumn(editor: Editor, model: BoundModel, alteration: Alteration): void {
  const { old, new: next } = alteration;
  const { vendor } = editor.dialect;
  const table = model.table;
  const drop = (kind: "unique" | "check", names: readonly string[]) => {
    for (const name of names) editor.execute({ kind: "DropConstraint", table, name, constraint: kind, immediate: false });
  };
  const find = (wanted: Wanted) => constraintNames(editor.table(model), vendor, { columns: [old.column!], ...wanted });

  let droppedForeignKeys = 0;
  if (old.remote?.dbConstraint && fieldShouldBeAltered(editor, old, next, new Set(["db_comment"]))) {
    droppedForeignKeys = dropForeignKeys(editor, table, old.column!);
  }
  const becamePrimary = !old.primaryKey && next.primaryKey;
  if (old.unique && (!next.unique || becamePrimary)) {
    dropUniques(editor, model, find({ unique: true, primaryKey: false, exclude: constraintNamesOf(model) }));
  }
  const changesType = old.dbType !== next.dbType || old.collation !== next.collation;
  const dropsIncoming = ((old.primaryKey && next.primaryKey) || (old.unique && next.unique)) && changesType;
  const incoming = dropsIncoming || becamePrimary ? alteration.relations() : [];
  if (dropsIncoming) for (const { new: rel } of incoming) dropForeignKeys(editor, rel.model.table, rel.column!);
  if (old.dbIndex && !old.unique && (!next.dbIndex || next.unique)) {
    for (const name of find({ index: true, type: "idx", exclude: new Set(metaOf(model).indexes.keys()) })) dropIndex(editor, table, name);
  }
  const [oldCheck, newCheck] = [databaseCheck(editor, old), databaseCheck(editor, next)];
  if (oldCheck !== newCheck && oldCheck !== null) drop("check", find({ check: true, exclude: constraintNamesOf(model) }));
  if (old.column !== next.column) {
    editor.execute({ kind: "RenameColumn", table, column: old.column!, to: next.column!, definition: null });
    editor.renameDeferredColumn(table, old.column!, next.column!);
  }

  const temporaryDefault = runActions(editor, model, alteration);

  if (old.primaryKey && !next.primaryKey) dropPrimaryKey(editor, model);
  if (!next.primaryKey && next.unique && (!old.unique || old.primaryKey)) editor.execute(uniqueOver(editor, model, [{ ...next, model }]));
  if ((!old.dbIndex || old.unique) && next.dbIndex && !next.unique) editor.execute(indexOfField(editor, model, next));
  if (becamePrimary) {
    editor.execute({ kind: "AddConstraint", table, constraint: { kind: "primary key", name: indexName(vendor, table, [next.column!], "_pk"), columns: [next.column!] } });
  }
  for (const relation of incoming) alterReferencing(editor, relation);
  if (next.remote && next.remote.kind !== "many to many" && (droppedForeignKeys > 0 || !old.remote || !old.remote.dbConstraint) && next.remote.dbConstraint) {
    const change = foreignKey(editor, model, next);
    if (change) editor.execute(change);
  }
  if (dropsIncoming) {
    for (const { new: rel } of incoming) {
      const change = foreignKey(editor, rel.model, rel, "_fk");
      if (change) editor.execute(change);
    }
  }
  if (oldCheck !== newCheck && newCheck !== null && next.check !== null) {
    editor.execute({ kind: "AddConstraint", table, constraint: { kind: "check", name: indexName(vendor, table, [next.column!], "_check"), sql: next.check, columns: [next.column!], notValid: false } });
  }
  if (temporaryDefault) {
    editor.execute({ kind: "AlterColumn", table, actions: [{ kind: "DropDefault", column: next.column!, temporary: true, toNull: next.null }] });
  }
  if (vendor === "postgresql") postgresqlLikeIndexes(editor, model, old, next);
}

function constraintNamesOf(model: BoundModel): ReadonlySet<string> {
  return new Set(metaOf(model).constraints.keys());
}

/** A unique index that Django did not make as a constraint is dropped with the constraint's words all the same. */
function dropUniques(editor: Editor, model: BoundModel, names: readonly string[]): void {
  for (const name of names) editor.execute({ kind: "DropConstraint", table: model.table, name, constraint: "unique", immediate: false });
}

/** _delete_index_sql; from Django 5.0 it takes a deferred index of that name back, too. */
export function dropIndex(editor: Editor, table: string, name: string, concurrently = false): void {
  editor.execute({ kind: "DropIndex", table, name, concurrently, ifExists: editor.dialect.vendor === "postgresql" });
  if (atLeast(editor.dialect.django, "5.0")) editor.forgetDeferredIndex(table, name);
}

function dropPrimaryKey(editor: Editor, model: BoundModel): void {
  for (const name of constraintNames(editor.table(model), editor.dialect.vendor, { primaryKey: true })) {
    editor.execute({ kind: "DropConstraint", table: model.table, name, constraint: "primary key", immediate: false });
  }
}

/**
 * The check two fields are compared by. Django 4.2 compares it with the column's name in it, so that a rename makes it anew; from 5.0 a mocked
 * name stands there (#34823), on MySQL the real one still.
 */
function databaseCheck(editor: Editor, field: BoundField): string | null {
  if (field.check === null) return null;
  const withColumn = !atLeast(editor.dialect.django, "5.0") || editor.dialect.vendor === "mysql";
  return withColumn ? field.check : field.check.replaceAll(editor.dialect.quoteName(field.column!), "__column_name__");
}

/** The ALTER TABLE statements in the middle; true when a temporary default was set that must go at the end. */
function runActions(editor: Editor, model: BoundModel, { old, new: next }: Alteration): boolean {
  const table = model.table;
  const column = next.column!;
  const type = alterType(editor, model, old, next);
  const actions: ColumnAction[] = [...type.actions];
  if (next.dbDefault !== undefined) {
    const value = databaseDefault(editor, next);
    const before = old.dbDefault === undefined ? null : databaseDefault(editor, old);
    if (!before || before.sql !== value.sql) actions.push({ kind: "SetDefault", column, sql: value.sql, lasting: true });
  } else if (old.dbDefault !== undefined) {
    actions.push({ kind: "DropDefault", column, temporary: false });
  }
  const becomesNotNull = old.null && !next.null;
  let temporaryDefault = false;
  const value = effectiveDefault(editor, next);
  if (becomesNotNull && next.dbDefault === undefined) {
    const before = effectiveDefault(editor, old);
    if (!skipsDefaultOnAlter(editor, next) && value && differs(editor, before, value)) {
      temporaryDefault = true;
      actions.push({ kind: "SetDefault", column, sql: value.columnSql, lasting: false });
    }
  }
  const nullActions: ColumnAction[] = old.null === next.null ? [] : [nullAction(editor, next)];
  const fourWay = (next.default !== undefined || next.dbDefault !== undefined) && becomesNotNull;
  const first = fourWay ? actions : [...actions, ...nullActions];
  execute(editor, table, first);
  if (fourWay && (actions.length > 0 || nullActions.length > 0)) {
    const fill = next.dbDefault === undefined ? (value?.sql ?? "NULL") : databaseDefault(editor, next).sql;
    editor.execute({ kind: "FillNulls", table, column, value: fill });
    for (const action of nullActions) execute(editor, table, [action]);
  }
  for (const change of type.after) editor.execute(change);
  return temporaryDefault;
}

/** Functions whose two calls give two values. */
const everNew = /(^|\.)(uuid[1-8]?|random|urandom|token_\w+|choice|randint|get_random_\w+)$/i;
/** Readings of the clock, under any name. */
const clock = /(^|\.)(now|today|utcnow|localtime|localdate|time)$/;

/**
 * old_default != new_default: Django makes both when the statement is. Of two readings of the clock, or two calls of a function nobody knows,
 * it cannot be told beforehand whether they are the same.
 */
function differs(editor: Editor, before: DefaultSql | null, value: DefaultSql): boolean {
  const [name, was] = [value.sql, before?.sql ?? ""].map((sql) => sql.slice(2, -2)) as [string, string];
  const bothClock = value.computed && before?.computed && clock.test(name) && clock.test(was);
  if (before === null || (before.sql !== value.sql && !bothClock)) return true;
  if (!value.computed) return false;
  if (!everNew.test(name)) editor.doubt(`Django calls ${name} twice here and compares: whether it sets the default for the length of the statement is only known when the migration runs`);
  return true;
}

/** supports_combined_alters is PostgreSQL's: one statement there, one each elsewhere. */
function execute(editor: Editor, table: string, actions: readonly ColumnAction[]): void {
  if (actions.length === 0) return;
  const groups = editor.dialect.vendor === "postgresql" ? [actions] : actions.map((action) => [action]);
  for (const group of groups) editor.execute({ kind: "AlterColumn", table, actions: group });
}

/** _alter_column_null_sql: MySQL repeats the type, and with a db_default the default. */
function nullAction(editor: Editor, field: BoundField): ColumnAction {
  const column = field.column!;
  if (editor.dialect.vendor === "postgresql") return { kind: field.null ? "DropNotNull" : "SetNotNull", column };
  const lasting = field.dbDefault === undefined ? null : { sql: databaseDefault(editor, field).sql, lasting: true };
  return {
    kind: "Modify",
    column,
    definition: { name: column, type: field.dbType!, null: field.null, collation: null, comment: null, default: lasting, generated: null, identity: false, primaryKey: false, unique: false, check: null, references: null, indexTablespace: null },
  };
}

/** The columns that refer to an altered key follow its type. */
function alterReferencing(editor: Editor, { old, new: next }: RelationPair): void {
  const { actions, after } = alterType(editor, next.model, old, next, true);
  if (typeof next.dbType !== "string") editor.doubt(next.unknown ?? "the type of a referring column is not known");
  execute(editor, next.model.table, actions);
  for (const change of after) editor.execute(change);
}

function postgresqlLikeIndexes(editor: Editor, model: BoundModel, old: BoundField, next: BoundField): void {
  const retyped = atLeast(editor.dialect.django, "5.0") && changesTypeOfIndexedText(old, next);
  if ((!(old.dbIndex || old.unique) && next.dbIndex) || (!old.unique && next.unique) || retyped) {
    const like = likeIndex(editor, model, next);
    if (like) editor.execute(like);
  }
  if (old.unique && !(next.dbIndex || next.unique)) {
    dropIndex(editor, model.table, indexName("postgresql", model.table, [old.column!], "_like"));
  }
}

/** _is_changing_type_of_indexed_text_column. */
export function changesTypeOfIndexedText(old: BoundField, next: BoundField): boolean {
  if (!(old.dbIndex || old.unique)) return false;
  const begins = (field: BoundField, type: string) => typeof field.dbType === "string" && field.dbType.startsWith(type);
  return ["varchar", "text", "citext"].some((type) => begins(old, type) && !begins(next, type));
}
