import type { SchemaChange } from "../../schema/change.ts";
import type { Schema } from "../../schema/schema.ts";

/** Which table and column of the schema after was which of the schema before, and which constraints and indexes were made anew. */
export interface Difference {
  /** The name before of a table after; null when it is new. */
  tableBefore(after: string): string | null;
  /** The name before of a column after; null when it (or its table) is new. */
  columnBefore(table: string, after: string): string | null;
  /** Was a constraint or index of that name made (or made anew) on that table? */
  made(table: string, name: string): boolean;
}

/** A table of the schema after: the one it was before, and the columns that were called otherwise (null: new). */
interface Origin {
  readonly table: string | null;
  readonly columns: Map<string, string | null>;
}

interface History {
  /** By name after; a table that is not in here is what it was, null is gone. */
  readonly origins: Map<string, Origin | null>;
  readonly made: Set<string>;
  readonly dropped: Set<string>;
}

/** From before to after. Cost follows the number of changes. */
export function forwards(changes: readonly SchemaChange[], before: Schema): Difference {
  const { origins, made } = follow(changes, before);
  return {
    tableBefore(after) {
      const origin = origins.get(after);
      if (origin === null) return null;
      return origin ? origin.table : before.tables.has(after) ? after : null;
    },
    columnBefore(table, after) {
      const origin = origins.get(table);
      if (origin === null) return null;
      const known = origin?.columns.get(after);
      if (known !== undefined) return known;
      const name = origin ? origin.table : table;
      return name !== null && before.tables.get(name)?.columns.has(after) ? after : null;
    },
    made: (table, name) => made.has(`${table}\n${name}`),
  };
}

/** The same changes seen from the schema after: what stands here as "before" is `after`. For "does the new release work on the schema before?". */
export function backwards(changes: readonly SchemaChange[], before: Schema, after: Schema): Difference {
  const { origins, dropped } = follow(changes, before);
  const tables = new Map<string, string>();
  const columns = new Map<string, string>();
  for (const [name, origin] of origins) {
    if (!origin?.table) continue;
    tables.set(origin.table, name);
    for (const [column, was] of origin.columns) if (was !== null) columns.set(`${origin.table}\n${was}`, column);
  }
  const tableBefore = (name: string): string | null => tables.get(name) ?? (after.tables.has(name) && !origins.get(name)?.table && origins.get(name) !== null ? name : null);
  return {
    tableBefore,
    columnBefore(table, name) {
      const now = tableBefore(table);
      if (now === null) return null;
      const renamed = columns.get(`${table}\n${name}`) ?? name;
      const taken = origins.get(now)?.columns.get(renamed);
      if (renamed === name && taken !== undefined && taken !== name) return null;
      return after.tables.get(now)?.columns.has(renamed) ? renamed : null;
    },
    made: (table, name) => dropped.has(`${table}\n${name}`),
  };
}

function follow(changes: readonly SchemaChange[], before: Schema): History {
  const history: History = { origins: new Map(), made: new Set(), dropped: new Set() };
  const { origins, made, dropped } = history;
  const originOf = (table: string): Origin => {
    const known = origins.get(table);
    if (known) return known;
    const origin: Origin = { table: known === undefined && before.tables.has(table) ? table : null, columns: new Map() };
    origins.set(table, origin);
    return origin;
  };
  const wasCalled = (origin: Origin, column: string): string | null => {
    const known = origin.columns.get(column);
    if (known !== undefined) return known;
    return origin.table !== null && before.tables.get(origin.table)?.columns.has(column) ? column : null;
  };
  for (const change of changes) {
    switch (change.kind) {
      case "CreateTable":
        origins.set(change.table, { table: null, columns: new Map() });
        for (const constraint of change.constraints) if (constraint.name) made.add(`${change.table}\n${constraint.name}`);
        break;
      case "DropTable":
        origins.set(change.table, null);
        break;
      case "RenameTable":
        origins.set(change.to, originOf(change.table));
        origins.set(change.table, null);
        for (const set of [made, dropped]) for (const key of set) if (key.startsWith(`${change.table}\n`)) set.add(`${change.to}${key.slice(change.table.length)}`);
        break;
      case "CopyRows": {
        // SQLite's remake: the copy is the table, under the names its columns are copied to.
        const source = originOf(change.table);
        const columns = new Map(change.columns.map(({ column, value }) => [column, wasCalled(source, unquoted(value) ?? "")] as const));
        origins.set(change.to, { table: source.table, columns });
        break;
      }
      case "AddColumn":
        originOf(change.table).columns.set(change.column.name, null);
        break;
      case "RenameColumn": {
        const origin = originOf(change.table);
        origin.columns.set(change.to, wasCalled(origin, change.column));
        origin.columns.set(change.column, null);
        break;
      }
      case "AddConstraint":
        if (change.constraint.name) made.add(`${change.table}\n${change.constraint.name}`);
        break;
      case "CreateIndex":
        made.add(`${change.table}\n${change.index.name}`);
        break;
      case "DropConstraint":
      case "DropIndex":
        dropped.add(`${change.table}\n${change.name}`);
        break;
      default: // changes no name
        break;
    }
  }
  return history;
}

function unquoted(sql: string): string | null {
  return /^(["`])(.+)\1$/.exec(sql)?.[2] ?? (/^[A-Za-z_][A-Za-z0-9_]*$/.test(sql) ? sql : null);
}
