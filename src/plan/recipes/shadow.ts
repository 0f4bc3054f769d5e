import type { ColumnAction, ConstraintDefinition, Statement } from "../../schema/change.ts";
import { changesOf } from "../../schema/change.ts";
import type { Column, Constraint, Index, Schema, Table } from "../../schema/schema.ts";

/** A column that gets a second one beside it, which takes its name in the end. */
export interface Shadow {
  readonly column: Column;
  /** The new type. */
  readonly type: string;
  /** `id_new`: the second column until it takes the first one's name. */
  readonly next: string;
  /** `id_old`: the first column from then on. */
  readonly old: string;
}

/** A table with columns that change their type, and all that depends on these. */
export interface ShadowTable {
  readonly table: Table;
  readonly columns: readonly Shadow[];
  /** Built again on the second columns, under the name `name_new` until the first one's is free. */
  readonly indexes: readonly Index[];
  readonly keys: readonly (Constraint & { readonly kind: "primary key" | "unique" })[];
  readonly checks: readonly (Constraint & { readonly kind: "check" })[];
  /** As they are, and as they are to be. */
  readonly foreignKeys: readonly { readonly was: ForeignKey; readonly name: string }[];
}

type ForeignKey = Constraint & { readonly kind: "foreign key" };

/** A foreign key that the AlterField makes again. */
interface NewKey {
  readonly table: string;
  readonly key: ConstraintDefinition & { readonly kind: "foreign key" };
}

/** Types whose values PostgreSQL turns into the other's by themselves, and for which 0 is a value. */
const numbers = /^(smallint|integer|bigint|real|double precision|numeric)\b/;

/** The tables of an AlterField that only changes types; null where it does more; a text: why it cannot be done so. */
export function shadowTables(statements: readonly Statement[], schema: Schema, knownIndexes: ReadonlySet<string>): readonly ShadowTable[] | string | null {
  const types = new Map<string, (ColumnAction & { readonly kind: "SetType" })[]>();
  const added: NewKey[] = [];
  const dropped = new Set<string>();
  for (const change of statements.flatMap(changesOf)) {
    switch (change.kind) {
      case "AlterColumn":
        for (const action of change.actions) {
          if (action.kind !== "SetType") return null;
          types.set(change.table, [...(types.get(change.table) ?? []), action]);
        }
        break;
      case "DropConstraint":
        if (change.constraint !== "foreign key") return null;
        dropped.add(change.name);
        break;
      case "AddConstraint":
        if (change.constraint.kind !== "foreign key") return null;
        added.push({ table: change.table, key: change.constraint });
        break;
      case "AlterSequence":
        break;
      default:
        return null;
    }
  }
  const tables: ShadowTable[] = [];
  for (const [name, actions] of types) {
    const table = schema.tables.get(name);
    const made = table && shadowTable(table, actions, added, dropped, knownIndexes);
    if (!made) return null;
    if (typeof made === "string") return made;
    tables.push(made);
  }
  return tables.length === 0 ? null : tables;
}

function shadowTable(table: Table, actions: readonly (ColumnAction & { readonly kind: "SetType" })[], added: readonly NewKey[], dropped: ReadonlySet<string>, knownIndexes: ReadonlySet<string>): ShadowTable | string | null {
  const columns: Shadow[] = [];
  for (const { column: name, type } of actions) {
    const column = table.columns.get(name);
    if (!column || column.generated || column.type === null || typeof type !== "string" || !numbers.test(column.type) || !numbers.test(type)) return null;
    const [next, old] = [beside(name, "new"), beside(name, "old")];
    if (table.columns.has(next) || table.columns.has(old)) return `there is a column ${next} or ${old} already`;
    columns.push({ column, type, next, old });
  }
  const touched = (names: readonly string[]) => columns.some(({ column }) => names.includes(column.name));
  const indexes = [...table.indexes.values()].filter((index) => touched(index.columns) || touched(index.reads) || touched(index.include));
  const odd = indexes.find((index) => index.expressions.length > 0 || index.condition !== null || index.opclasses.length > 0 || index.include.length > 0 || (index.columns.length > 1 && !knownIndexes.has(index.name)));
  if (odd) return `the index ${odd.name} reads the column in a way that is not built again here`;
  const constraints = [...table.constraints.values()].filter((constraint) => touched(constraint.columns));
  const keys: ShadowTable["keys"][number][] = [];
  const checks: ShadowTable["checks"][number][] = [];
  const foreignKeys: ShadowTable["foreignKeys"][number][] = [];
  for (const constraint of constraints) {
    switch (constraint.kind) {
      case "primary key":
        keys.push(constraint);
        break;
      case "unique":
        if (constraint.include.length > 0) return `the constraint ${constraint.name} includes other columns`;
        keys.push(constraint);
        break;
      case "check":
        if (!quotesAll(constraint.sql, columns)) return `the check ${constraint.name} is not Django's own`;
        checks.push(constraint);
        break;
      case "foreign key": {
        const again = added.find(({ table: of, key }) => of === table.name && key.columns.join() === constraint.columns.join() && key.toTable === constraint.toTable);
        if (!dropped.has(constraint.name) || !again) return `the foreign key ${constraint.name} stays as it is`;
        foreignKeys.push({ was: constraint, name: again.key.name });
        break;
      }
      case "exclusion":
        return `the exclusion constraint ${constraint.name} holds the column`;
    }
  }
  return { table, columns, indexes, keys, checks, foreignKeys };
}

/** `name_new`, within PostgreSQL's 63 bytes. */
export function beside(name: string, suffix: "new" | "old"): string {
  return `${name.slice(0, 59)}_${suffix}`;
}

/** Every mention of the columns is a quoted name, so that another can take its place. */
function quotesAll(sql: string, columns: readonly Shadow[]): boolean {
  const bare = sql.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g, "");
  return columns.every(({ column }) => !new RegExp(`\\b${column.name.replace(/\W/g, "\\$&")}\\b`, "i").test(bare));
}
