import type { Column, Constraint, Index, Schema, Table } from "../../../src/schema/schema.ts";

/** A PostgreSQL session: a server's or PGlite's. */
export interface Session {
  /** One statement; rows as objects. */
  query(sql: string): Promise<readonly Record<string, unknown>[]>;
  /** Messages the server sent since the last call. */
  notices(): readonly string[];
}

/** The Schema a server really holds, from its catalogs: what the impact is told comes from nobody's hands. */
export async function schemaOf(session: Session): Promise<Schema> {
  const tables = new Map<string, Table>();
  for (const { name } of await session.query(`select relname as name from pg_class where relnamespace = current_schema()::regnamespace and relkind = 'r' order by 1`)) {
    const table = String(name);
    tables.set(table, { name: table, columns: await columnsOf(session, table), constraints: await constraintsOf(session, table), indexes: await indexesOf(session, table), comment: null });
  }
  return { tables };
}

async function columnsOf(session: Session, table: string): Promise<Map<string, Column>> {
  const rows = await session.query(`
    select a.attname, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull, a.attidentity, a.attgenerated, pg_get_expr(d.adbin, d.adrelid) as default,
           case when a.attcollation <> t.typcollation then (select collname from pg_collation c where c.oid = a.attcollation) end as collation
    from pg_attribute a join pg_type t on t.oid = a.atttypid left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attrelid = '${table}'::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum`);
  return new Map(rows.map((row) => [String(row.attname), {
    name: String(row.attname), type: String(row.type), null: !row.attnotnull, default: row.attgenerated ? null : text(row.default), identity: row.attidentity !== "",
    generated: row.attgenerated ? { sql: String(row.default), stored: row.attgenerated === "s" } : null, collation: text(row.collation), comment: null,
  }]));
}

async function constraintsOf(session: Session, table: string): Promise<Map<string, Constraint>> {
  const rows = await session.query(`
    select conname, contype, convalidated, pg_get_constraintdef(c.oid) as definition, pg_get_expr(conbin, conrelid) as check,
           (select array_to_json(array_agg(attname)) from unnest(conkey) k join pg_attribute on attrelid = conrelid and attnum = k) as columns,
           (select relname from pg_class where oid = confrelid) as target,
           (select array_to_json(array_agg(attname)) from unnest(confkey) k join pg_attribute on attrelid = confrelid and attnum = k) as target_columns
    from pg_constraint c where conrelid = '${table}'::regclass and contype in ('p', 'u', 'f', 'c', 'x') order by conname`);
  return new Map(rows.map((row) => [String(row.conname), constraintOf(row)]));
}

function constraintOf(row: Record<string, unknown>): Constraint {
  const [name, columns, valid] = [String(row.conname), list(row.columns), row.convalidated === true];
  switch (row.contype) {
    case "p":
      return { kind: "primary key", name, columns };
    case "u":
      return { kind: "unique", name, columns, deferrable: null, nullsDistinct: true, include: [] };
    case "f":
      return { kind: "foreign key", name, columns, toTable: String(row.target), toColumns: list(row.target_columns), deferrable: null, onDelete: null, valid };
    case "c":
      return { kind: "check", name, columns, sql: String(row.check), valid };
    default:
      return { kind: "exclusion", name, columns, sql: String(row.definition) };
  }
}

async function indexesOf(session: Session, table: string): Promise<Map<string, Index>> {
  const rows = await session.query(`
    select c.relname, i.indisunique, i.indisvalid, am.amname, pg_get_expr(i.indpred, i.indrelid) as condition,
           (select coalesce(array_to_json(array_agg(attname)), '[]') from generate_series(0, indnkeyatts - 1) k join pg_attribute on attrelid = indrelid and attnum = indkey[k]) as columns,
           (select coalesce(array_to_json(array_agg(attname)), '[]') from generate_series(indnkeyatts::int, indnatts - 1) k join pg_attribute on attrelid = indrelid and attnum = indkey[k]) as include,
           (select coalesce(array_to_json(array_agg(pg_get_indexdef(indexrelid, k + 1, true))), '[]') from generate_series(0, indnkeyatts - 1) k where indkey[k] = 0) as expressions,
           (select coalesce(array_to_json(array_agg(distinct attname)), '[]') from pg_depend d join pg_attribute on attrelid = refobjid and attnum = refobjsubid
             where d.objid = i.indexrelid and refobjid = i.indrelid and refobjsubid > 0) as reads
    from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am am on am.oid = c.relam
    where i.indrelid = '${table}'::regclass and not exists (select from pg_constraint where conindid = i.indexrelid and contype in ('p', 'u', 'x') and conrelid = i.indrelid) order by 1`);
  return new Map(rows.map((row) => [String(row.relname), {
    name: String(row.relname), unique: row.indisunique === true, columns: list(row.columns), expressions: list(row.expressions), reads: list(row.reads), method: String(row.amname),
    condition: text(row.condition), include: list(row.include), opclasses: [], nullsDistinct: true, valid: row.indisvalid === true,
  }]));
}

function text(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value);
}

function list(value: unknown): string[] {
  return (typeof value === "string" ? (JSON.parse(value) as unknown[]) : ((value ?? []) as unknown[])).map(String);
}
