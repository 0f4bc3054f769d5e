import type { Connection } from "mysql2/promise";
import type { Column, Constraint, Index, Schema, Table } from "../../../src/schema/schema.ts";

export async function rowsOf(connection: Connection, sql: string): Promise<readonly Record<string, unknown>[]> {
  const [rows] = await connection.query(sql);
  return rows as Record<string, unknown>[];
}

/** The Schema the server really holds, from information_schema. */
export async function mysqlSchemaOf(connection: Connection): Promise<Schema> {
  const tables = new Map<string, Table>();
  for (const { name } of await rowsOf(connection, "select table_name as name from information_schema.tables where table_schema = database()")) {
    const table = String(name);
    const constraints = await constraintsOf(connection, table);
    const indexes = [...(await indexesOf(connection, table))].filter(([index]) => !constraints.has(index) || constraints.get(index)!.kind === "foreign key");
    tables.set(table, { name: table, columns: await columnsOf(connection, table), constraints, indexes: new Map(indexes), comment: null });
  }
  return { tables };
}

async function columnsOf(connection: Connection, table: string): Promise<Map<string, Column>> {
  const rows = await rowsOf(connection, `select column_name as name, column_type as type, is_nullable as nullable, extra, column_default as value from information_schema.columns where table_schema = database() and table_name = '${table}' order by ordinal_position`);
  return new Map(rows.map((row) => [String(row.name), {
    name: String(row.name), type: String(row.type), null: row.nullable === "YES", default: row.value === null ? null : String(row.value),
    identity: /auto_increment/i.test(String(row.extra)), generated: null, collation: null, comment: null,
  }]));
}

async function constraintsOf(connection: Connection, table: string): Promise<Map<string, Constraint>> {
  const rows = await rowsOf(connection, `
    select c.constraint_name as name, c.constraint_type as type, k.column_name as part, k.referenced_table_name as target, k.referenced_column_name as target_column
    from information_schema.table_constraints c left join information_schema.key_column_usage k
      on k.constraint_schema = c.constraint_schema and k.table_name = c.table_name and k.constraint_name = c.constraint_name
    where c.constraint_schema = database() and c.table_name = '${table}' order by k.ordinal_position`);
  const constraints = new Map<string, Constraint>();
  for (const row of rows) {
    const name = String(row.name);
    const columns = [...(constraints.get(name)?.columns ?? []), ...(row.part === null ? [] : [String(row.part)])];
    if (row.type === "PRIMARY KEY") constraints.set(name, { kind: "primary key", name, columns });
    if (row.type === "UNIQUE") constraints.set(name, { kind: "unique", name, columns, deferrable: null, nullsDistinct: true, include: [] });
    if (row.type === "FOREIGN KEY") constraints.set(name, { kind: "foreign key", name, columns, toTable: String(row.target), toColumns: [String(row.target_column)], deferrable: null, onDelete: null, valid: true });
    if (row.type === "CHECK") constraints.set(name, { kind: "check", name, columns, sql: "", valid: true });
  }
  return constraints;
}

async function indexesOf(connection: Connection, table: string): Promise<Map<string, Index>> {
  const rows = await rowsOf(connection, `select index_name as name, column_name as part, non_unique as many, index_type as method from information_schema.statistics where table_schema = database() and table_name = '${table}' order by index_name, seq_in_index`);
  const indexes = new Map<string, Index>();
  for (const row of rows) {
    const name = String(row.name);
    const columns = [...(indexes.get(name)?.columns ?? []), String(row.part)];
    indexes.set(name, { name, unique: Number(row.many) === 0, columns, expressions: [], reads: [], method: String(row.method).toLowerCase(), condition: null, include: [], opclasses: [], nullsDistinct: true, valid: true });
  }
  return indexes;
}
