import type { Database } from "../../../src/django/project.ts";
import type { Column, Constraint, Index, Schema, Table } from "../../../src/schema/schema.ts";
import type { Release, ReleaseColumn } from "../../../src/safety/release.ts";

/** Small builders: say what matters, the rest is usual. */

export const postgres: Database = { vendor: "postgresql", version: "16" };

export function column(name: string, type: string | null, more: Partial<Column> = {}): Column {
  return { name, type, null: false, default: null, identity: false, generated: null, collation: null, comment: null, ...more };
}

export const id = column("id", "bigint", { identity: true });

export function table(name: string, columns: readonly Column[], constraints: readonly Constraint[] = [], indexes: readonly Index[] = []): Table {
  const key: Constraint = { kind: "primary key", name: `${name}_pkey`, columns: ["id"] };
  const all = columns.some((item) => item.name === "id") ? [key, ...constraints] : constraints;
  return {
    name,
    columns: new Map(columns.map((item) => [item.name, item])),
    constraints: new Map(all.map((item) => [item.name, item])),
    indexes: new Map(indexes.map((item) => [item.name, item])),
    comment: null,
  };
}

export function schema(...tables: readonly Table[]): Schema {
  return { tables: new Map(tables.map((item) => [item.name, item])) };
}

export function uniqueOn(name: string, columns: readonly string[], more: Partial<Constraint & { kind: "unique" }> = {}): Constraint {
  return { kind: "unique", name, columns, deferrable: null, nullsDistinct: true, include: [], ...more };
}

export function check(name: string, sql: string, columns: readonly string[], valid = true): Constraint {
  return { kind: "check", name, sql, columns, valid };
}

export function foreignKey(name: string, columnName: string, toTable: string, more: Partial<Constraint & { kind: "foreign key" }> = {}): Constraint {
  return { kind: "foreign key", name, columns: [columnName], toTable, toColumns: ["id"], deferrable: "deferred", onDelete: null, valid: true, ...more };
}

export function index(name: string, columns: readonly string[], more: Partial<Index> = {}): Index {
  return { name, unique: false, columns, expressions: [], reads: [], method: "btree", condition: null, include: [], opclasses: [], nullsDistinct: true, valid: true, ...more };
}

export type Knows = Partial<ReleaseColumn>;

/** A release that knows the tables as they are; `knows` says where its fields differ (by `table.column`), null for a column it does not know. */
export function releaseOf(held: Schema, knows: Readonly<Record<string, Knows | null>> = {}): Release {
  const tables = [...held.tables.values()].map((item) => {
    const columns = [...item.columns.values()].flatMap((each): ReleaseColumn[] => {
      const other = knows[`${item.name}.${each.name}`];
      if (other === null) return [];
      const key = each.name === "id";
      const usual: ReleaseColumn = {
        column: each.name,
        field: each.name,
        type: each.type,
        internalType: key ? "BigAutoField" : "Field",
        null: each.null,
        primaryKey: key,
        unique: key,
        omittedOnInsert: key,
        dbDefault: each.default !== null,
        hasDefault: false,
        generated: each.generated !== null,
        references: null,
      };
      return [{ ...usual, ...other }];
    });
    return [item.name, { table: item.name, model: item.name, automatic: false, managed: true, columns: new Map(columns.map((each) => [each.column, each])) }] as const;
  });
  return { tables: new Map(tables) };
}
