import type { ReleaseColumn, ReleaseTable } from "../../safety/release.ts";
import type { BoundField, BoundModel, BoundState } from "../bound.ts";

const tables = new WeakMap<BoundModel, ReleaseTable>();

/**
 * The tables that a release's ORM reads and writes, automatic many-to-many tables included. Proxies and swapped-out models have none,
 * models of packages, of which only the key is known, are left out, and unmanaged ones are in it and say so. Where two models share a
 * table, it has the columns of both, as the managed one sees them.
 */
export function releaseTables(bound: BoundState): { readonly tables: ReadonlyMap<string, ReleaseTable> } {
  const found = new Map<string, ReleaseTable>();
  for (const key of bound.keys) {
    const model = bound.get(key);
    if (!model || model.proxy || model.swapped || model.state?.external !== undefined) continue;
    add(found, releaseTable(model));
    for (const field of model.localManyToMany) if (field.remote?.throughAuto && field.remote.through) add(found, releaseTable(field.remote.through));
  }
  return { tables: found };
}

/** One model's table. The same object for the same bound model. */
export function releaseTable(model: BoundModel): ReleaseTable {
  let table = tables.get(model);
  if (!table) tables.set(model, (table = read(model)));
  return table;
}

function read(model: BoundModel): ReleaseTable {
  const made = model.autoCreatedBy;
  return {
    table: model.table,
    model: made ? `${made.model.app}.${made.model.name}.${made.name}` : `${model.app}.${model.name}`,
    automatic: made !== null,
    managed: model.managed,
    columns: new Map(model.localFields.filter((field) => field.column !== null && field.dbType !== null).map((field) => [field.column!, columnOf(field, field.column!)])),
  };
}

function columnOf(field: BoundField, column: string): ReleaseColumn {
  return {
    column,
    field: field.name,
    type: typeof field.dbType === "string" ? field.dbType : null,
    internalType: field.internalType,
    null: field.null,
    primaryKey: field.primaryKey,
    unique: field.unique,
    omittedOnInsert: autoFields.has(field.internalType) || field.generated !== null,
    dbDefault: field.dbDefault !== undefined,
    hasDefault: alwaysHasValue(field),
    generated: field.generated !== null,
    references: referenceOf(field),
  };
}

const autoFields = new Set(["AutoField", "BigAutoField", "SmallAutoField"]);

/** Field.get_default(): the default, the time of saving, or the empty string where a class allows it, NULL is not and no db_default is asked for. */
function alwaysHasValue(field: BoundField): boolean {
  if (field.generated !== null) return false;
  return field.default !== undefined || field.autoNow || (field.emptyStringsAllowed && !field.null && field.dbDefault === undefined);
}

function referenceOf({ remote }: BoundField): ReleaseColumn["references"] {
  if (!remote?.target?.column) return null;
  return { table: remote.target.model.table, column: remote.target.column, onDelete: remote.onDelete, constraint: remote.dbConstraint };
}

function add(found: Map<string, ReleaseTable>, table: ReleaseTable): void {
  const other = found.get(table.table);
  found.set(table.table, other ? mergedTable([other, table])! : table);
}

/** Models that share a table: the columns of all, as the managed one sees them. undefined without any. */
export function mergedTable(tables: readonly ReleaseTable[]): ReleaseTable | undefined {
  return tables.reduce<ReleaseTable | undefined>((merged, table) => {
    if (!merged) return table;
    const [first, second] = table.managed && !merged.managed ? [table, merged] : [merged, table];
    return { ...first, columns: new Map([...second.columns, ...first.columns]) };
  }, undefined);
}
