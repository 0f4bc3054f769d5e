import type { BoundField, BoundModel } from "../../django/bound.ts";
import type { IndexDefinition, SchemaChange } from "../change.ts";
import { indexName } from "../names.ts";
import type { Editor } from "./editor.ts";

/** A B-tree index over fields as _create_index_sql makes it, named by Django. */
export function fieldIndex(editor: Editor, model: BoundModel, fields: readonly BoundField[], suffix = "", opclass: string | null = null): Extract<SchemaChange, { kind: "CreateIndex" }> {
  const { vendor, quoteName } = editor.dialect;
  const columns = fields.map((field) => field.column!);
  const index: IndexDefinition = {
    name: indexName(vendor, model.table, columns, suffix),
    unique: false,
    parts: columns.map((column) => (opclass === null ? quoteName(column) : `${quoteName(column)} ${opclass}`)),
    columns,
    expressions: [],
    reads: columns,
    method: null,
    opclasses: opclass === null ? [] : columns.map(() => opclass),
    include: [],
    nullsDistinct: null,
    condition: null,
    with: null,
    tablespace: vendor === "postgresql" ? ((fields.length === 1 ? fields[0]!.tablespace : null) ?? model.tablespace) : null,
  };
  return { kind: "CreateIndex", table: model.table, index, concurrently: false };
}

/** _field_should_be_indexed, with MySQL's exceptions: InnoDB indexes foreign keys itself, and text takes no plain index. */
export function shouldBeIndexed(editor: Editor, field: BoundField): boolean {
  if (!field.dbIndex || field.unique) return false;
  const { vendor } = editor.dialect;
  if (vendor !== "mysql" && vendor !== "mariadb") return true;
  if (field.internalType === "ForeignKey" && field.remote?.dbConstraint) return false;
  return !isLimitedDataType(field);
}

const limitedDataTypes = new Set(["tinyblob", "blob", "mediumblob", "longblob", "tinytext", "text", "mediumtext", "longtext", "json"]);

/** MySQL types that take neither an index nor a plain default (DatabaseWrapper._limited_data_types). */
export function isLimitedDataType(field: BoundField): boolean {
  return typeof field.dbType === "string" && limitedDataTypes.has(field.dbType.toLowerCase());
}

/** _field_indexes_sql: the field's own index and PostgreSQL's second one for LIKE, each with its suffix. */
export function fieldIndexes(editor: Editor, model: BoundModel, field: BoundField): readonly { readonly change: SchemaChange; readonly suffix: string }[] {
  const indexes: { change: SchemaChange; suffix: string }[] = [];
  if (shouldBeIndexed(editor, field)) indexes.push({ change: indexOfField(editor, model, field), suffix: "" });
  const like = likeIndex(editor, model, field);
  if (like) indexes.push({ change: like, suffix: "_like" });
  return indexes;
}

/** The index of db_index=True; spatial fields have GiST (PostGIS) or SPATIAL indexes of their own. */
export function indexOfField(editor: Editor, model: BoundModel, field: BoundField): Extract<SchemaChange, { kind: "CreateIndex" }> {
  return fieldIndex(editor, model, [field]);
}

/** _create_like_index_sql: varchar and text columns of PostgreSQL with an index get one for LIKE outside the C locale (#12234). */
export function likeIndex(editor: Editor, model: BoundModel, field: BoundField): Extract<SchemaChange, { kind: "CreateIndex" }> | null {
  if (editor.dialect.vendor !== "postgresql" || typeof field.dbType !== "string" || !(field.dbIndex || field.unique)) return null;
  if (field.dbType.includes("[")) return null;
  if (field.collation !== null && !isDeterministic(editor, field.collation)) return null;
  if (field.dbType.startsWith("varchar")) return fieldIndex(editor, model, [field], "_like", "varchar_pattern_ops");
  if (field.dbType.startsWith("text")) return fieldIndex(editor, model, [field], "_like", "text_pattern_ops");
  return null;
}

/** Nondeterministic collations are those that a migration created so; the server's own are deterministic. */
function isDeterministic(editor: Editor, collation: string): boolean {
  return !editor.nondeterministicCollations.has(collation);
}
