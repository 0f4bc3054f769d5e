import type { BoundField, BoundModel } from "../../django/bound.ts";
import { type ColumnAction, knownType, type SchemaChange } from "../change.ts";
import { indexName } from "../names.ts";
import { changesTypeOfIndexedText, dropIndex } from "./alter-field.ts";
import { postgresqlDataTypes } from "./data-types.ts";
import { databaseDefault } from "./defaults.ts";
import type { Editor } from "./editor.ts";

/** What a type change puts into the ALTER TABLE statement and what runs after it (_alter_column_type_sql). */
export interface TypeChange {
  readonly actions: readonly ColumnAction[];
  readonly after: readonly SchemaChange[];
}

const none: TypeChange = { actions: [], after: [] };

/** The type, collation or comment changes; `always` for referring columns, whose type is set whether or not it changes. */
export function alterType(editor: Editor, model: BoundModel, old: BoundField, next: BoundField, always = false): TypeChange {
  const changes = old.dbType !== next.dbType || old.suffix !== next.suffix || old.collation !== next.collation || old.comment !== next.comment;
  if (!changes && !always) return none;
  return editor.dialect.vendor === "postgresql" ? postgresqlType(editor, model, old, next) : mysqlType(editor, old, next);
}

/** The field's type; alterations of unknown types never come here. */
const spelled = (field: BoundField): string => (field.dbType === null ? "" : knownType(field.dbType));

const autoTypes = new Set(["AutoField", "BigAutoField", "SmallAutoField"]);
const sequenceTypes: Readonly<Record<string, string>> = { AutoField: "integer", BigAutoField: "bigint", SmallAutoField: "smallint" };

function postgresqlType(editor: Editor, model: BoundModel, old: BoundField, next: BoundField): TypeChange {
  const table = model.table;
  const column = next.column!;
  if (changesTypeOfIndexedText(old, next)) dropIndex(editor, table, indexName("postgresql", table, [old.column!], "_like"));
  const using = usingClause(editor, old, next);
  const [wasAuto, isAuto] = [autoTypes.has(old.internalType), autoTypes.has(next.internalType)];
  const sequence = wasAuto ? sequenceOf(editor, table, column) : null;
  const set = (collation: string | null): ColumnAction => ({ kind: "SetType", column, type: next.dbType!, using, collation });
  if (isAuto && !wasAuto) return { actions: [set(null)], after: [{ kind: "AlterColumn", table, actions: [{ kind: "AddIdentity", column }] }] };
  if (wasAuto && !isAuto) {
    editor.execute({ kind: "AlterColumn", table, actions: [{ kind: "DropIdentity", column }] });
    return { actions: [set(next.collation)], after: sequence === null ? [] : [{ kind: "DropSequence", sequence, table, column }] };
  }
  const comment: SchemaChange[] = old.comment === next.comment ? [] : [{ kind: "CommentOnColumn", table, column, comment: next.comment }];
  if (wasAuto && isAuto && old.internalType !== next.internalType) {
    return { actions: [set(next.collation)], after: sequence === null ? [] : [{ kind: "AlterSequence", sequence, type: sequenceTypes[next.internalType] ?? null }] };
  }
  return { actions: [set(next.collation)], after: comment };
}

/**
 * The sequence that pg_get_serial_sequence's catalogue look-up finds for the column: identity columns own one that is named
 * table_column_seq when it was made. (get_sequences lists serial and identity columns alike.)
 */
function sequenceOf(editor: Editor, table: string, column: string): string | null {
  return editor.schema.tables.get(table)?.columns.get(column)?.sequence ?? null;
}

/** _using_sql: a cast when the base type changes; arrays compare the type of their elements. */
function usingClause(editor: Editor, old: BoundField, next: BoundField): string | null {
  if (next.generated) return null;
  const clause = `${editor.dialect.quoteName(next.column!)}::${spelled(next)}`;
  if (next.internalType === "ArrayField" && old.internalType === "ArrayField") {
    return dataTypeOfElement(old) === dataTypeOfElement(next) ? null : clause;
  }
  return dataType(old) === dataType(next) ? null : clause;
}

function dataTypeOfElement(field: BoundField): string {
  let base = field.baseField;
  while (base?.internalType === "ArrayField") base = base.baseField;
  return base ? dataType(base) : "";
}

/** _field_data_type: a relation's full type, else DatabaseWrapper.data_types' template: one data type for every length. */
function dataType(field: BoundField): string {
  if (field.remote) return spelled(field);
  return postgresqlDataTypes[field.internalType] ?? spelled(field);
}

/** MySQL's MODIFY repeats type, the old field's default and nullability, collation and comment (_set_field_new_type). */
function mysqlType(editor: Editor, old: BoundField, next: BoundField): TypeChange {
  const lasting = old.dbDefault === undefined ? null : { sql: databaseDefault(editor, old).sql, lasting: true };
  return {
    actions: [{ kind: "Modify", column: next.column!, definition: { name: next.column!, type: next.dbType!, null: old.null, collation: next.collation, comment: next.comment, default: lasting, generated: null, identity: /auto_increment/i.test(spelled(next)), primaryKey: false, unique: false, check: null, references: null, indexTablespace: null } }],
    after: [],
  };
}
