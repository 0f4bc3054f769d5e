import { postgresqlObjectName } from "../../schema/names.ts";
import type { Constraint, Table } from "../../schema/schema.ts";
import type { Dialect } from "../../sql/dialect.ts";
import { alterTable } from "../sql/raw.ts";
import { references } from "./foreign-keys.ts";
import { beside, type Shadow, type ShadowTable } from "./shadow.ts";

/** SQL forwards and backwards. */
export interface Ways {
  readonly sql: readonly string[];
  readonly back: readonly string[];
}

/** The statements by which second columns are made, filled and put in the place of the first ones. PostgreSQL only. */
export interface ShadowSql {
  /** The second columns, and a trigger that fills them in every row written from now on. */
  readonly columns: Ways;
  /** Fills them in the rows that are there, in batches with a transaction each; outside a transaction. null: a table has no single primary key to go by. */
  readonly fill: readonly string[] | null;
  /** The indexes anew; outside a transaction. Each can be run again. */
  readonly indexes: readonly Ways[];
  /** Foreign keys and checks anew, asked of new rows only. */
  readonly rules: Ways;
  readonly validate: readonly string[];
  /** One transaction that exchanges the columns. */
  readonly swap: Ways;
  /** The first columns go. */
  readonly drop: Ways;
}

export function shadowSql(dialect: Dialect, tables: readonly ShadowTable[]): ShadowSql {
  const fills = tables.map((table) => fill(dialect, table));
  const indexes = tables.flatMap((table) => built(dialect, table));
  const rules = tables.flatMap((table) => ruled(dialect, table, tables));
  const oldColumns = tables.flatMap(({ table, columns }) => columns.map((shadow) => ({ table: table.name, shadow })));
  return {
    columns: { sql: tables.flatMap((table) => [...added(dialect, table), trigger(dialect, table)]), back: tables.flatMap((table) => [...untrigger(dialect, table), ...table.columns.map(({ next }) => alterTable(dialect, table.table.name, `DROP COLUMN ${dialect.quoteName(next)}`))]) },
    fill: fills.every((sql) => sql !== null) ? fills : null,
    indexes,
    rules: { sql: rules.map(({ table, name, sql }) => alterTable(dialect, table, `ADD CONSTRAINT ${name} ${sql} NOT VALID`)), back: rules.map(({ table, name }) => alterTable(dialect, table, `DROP CONSTRAINT IF EXISTS ${name}`)) },
    validate: rules.map(({ table, name }) => alterTable(dialect, table, `VALIDATE CONSTRAINT ${name}`)),
    swap: swapped(dialect, tables),
    drop: {
      sql: oldColumns.map(({ table, shadow }) => alterTable(dialect, table, `DROP COLUMN ${dialect.quoteName(shadow.old)}`)),
      back: oldColumns.map(({ table, shadow }) => alterTable(dialect, table, `ADD COLUMN ${dialect.quoteName(shadow.old)} ${shadow.column.type!} NULL`)),
    },
  };
}

function added(dialect: Dialect, { table, columns }: ShadowTable): readonly string[] {
  return columns.map(({ column, type, next }) => alterTable(dialect, table.name, `ADD COLUMN ${dialect.quoteName(next)} ${type} ${column.null ? "NULL" : "DEFAULT 0 NOT NULL"}`));
}

function triggerName({ table }: ShadowTable): string {
  return postgresqlObjectName(table.name, null, "new");
}

/** Function and trigger in one text, so that the one can be read beside the other. */
function trigger({ quoteName }: Dialect, shadow: ShadowTable): string {
  const name = quoteName(triggerName(shadow));
  const copies = shadow.columns.map(({ column, next }) => `  NEW.${quoteName(next)} := NEW.${quoteName(column.name)};\n`).join("");
  return `CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $$\nBEGIN\n${copies}  RETURN NEW;\nEND $$;\nCREATE TRIGGER ${name} BEFORE INSERT OR UPDATE ON ${quoteName(shadow.table.name)} FOR EACH ROW EXECUTE FUNCTION ${name}()`;
}

function untrigger({ quoteName }: Dialect, shadow: ShadowTable): readonly string[] {
  const name = quoteName(triggerName(shadow));
  return [`DROP TRIGGER ${name} ON ${quoteName(shadow.table.name)}`, `DROP FUNCTION ${name}()`];
}

function fill({ quoteName }: Dialect, { table, columns }: ShadowTable): string | null {
  return fillSql(quoteName, table, columns.map(({ column, next }) => [quoteName(next), quoteName(column.name)]));
}

/** A DO block that sets columns in the rows that are there, 1,000 in a transaction, by the primary key; null without one of a single column. For autocommit. */
export function fillSql(quoteName: (name: string) => string, table: Table, pairs: readonly (readonly [column: string, value: string])[]): string | null {
  const key = [...table.constraints.values()].find((constraint) => constraint.kind === "primary key")?.columns;
  const type = key?.length === 1 ? table.columns.get(key[0]!)?.type : null;
  if (!type) return null;
  const [on, pk] = [quoteName(table.name), quoteName(key![0]!)];
  return [
    "DO $$",
    "DECLARE",
    `  after_key ${type};`,
    `  last_key ${type};`,
    "BEGIN",
    "  LOOP",
    `    SELECT batch.${pk} INTO last_key FROM (SELECT ${pk} FROM ${on} WHERE after_key IS NULL OR ${pk} > after_key ORDER BY ${pk} LIMIT 1000) AS batch ORDER BY batch.${pk} DESC LIMIT 1;`,
    "    EXIT WHEN last_key IS NULL;",
    `    UPDATE ${on} SET ${pairs.map(([column, value]) => `${column} = ${value}`).join(", ")} WHERE (after_key IS NULL OR ${pk} > after_key) AND ${pk} <= last_key AND (${pairs.map(([column, value]) => `${column} IS DISTINCT FROM ${value}`).join(" OR ")});`,
    "    COMMIT;",
    "    after_key := last_key;",
    "  END LOOP;",
    "END $$",
  ].join("\n");
}

/** CREATE INDEX for what plain indexes, unique constraints and the primary key stand on; what a failed attempt left goes first. */
function built({ quoteName }: Dialect, { table, columns, indexes, keys }: ShadowTable): readonly Ways[] {
  const list = (names: readonly string[]) => names.map((name) => quoteName(columns.find(({ column }) => column.name === name)?.next ?? name)).join(", ");
  const make = (name: string, unique: boolean, over: readonly string[], more: string): Ways => {
    const drop = `DROP INDEX CONCURRENTLY IF EXISTS ${quoteName(beside(name, "new"))}`;
    return { sql: [drop, `CREATE ${unique ? "UNIQUE " : ""}INDEX CONCURRENTLY ${quoteName(beside(name, "new"))} ON ${quoteName(table.name)} ${more}(${list(over)})`], back: [drop] };
  };
  return [...keys.map(({ name, columns: over }) => make(name, true, over, "")), ...indexes.map(({ name, unique, columns: over, method }) => make(name, unique, over, method === "btree" ? "" : `USING ${method} `))];
}

/** Constraints of the second columns under a name that is free until the first ones go; `sql` is what follows the name. */
function ruled({ quoteName }: Dialect, { table, columns, checks, foreignKeys }: ShadowTable, tables: readonly ShadowTable[]): readonly { readonly table: string; readonly name: string; readonly sql: string }[] {
  const second = (shadows: readonly Shadow[]) => (name: string) => shadows.find(({ column }) => column.name === name)?.next ?? name;
  return [
    ...foreignKeys.map(({ was, name }) => {
      const target = tables.find((one) => one.table.name === was.toTable)?.columns ?? [];
      const key = { ...was, columns: was.columns.map(second(columns)), toColumns: was.toColumns.map(second(target)) };
      return { table: table.name, name: quoteName(beside(name, "new")), sql: `${references(key, quoteName)}${deferrableText(was)}` };
    }),
    ...checks.map(({ name, sql }) => ({ table: table.name, name: quoteName(beside(name, "new")), sql: `CHECK (${columns.reduce((text, { column, next }) => text.replaceAll(quoteName(column.name), quoteName(next)), sql)})` })),
  ];
}

function deferrableText({ deferrable }: Pick<Constraint & { readonly kind: "foreign key" | "unique" }, "deferrable">): string {
  return deferrable === null ? "" : ` DEFERRABLE INITIALLY ${deferrable === "deferred" ? "DEFERRED" : "IMMEDIATE"}`;
}

function swapped(dialect: Dialect, tables: readonly ShadowTable[]): Ways {
  const q = dialect.quoteName;
  const all = [...new Set(tables.flatMap(({ table, foreignKeys }) => [table.name, ...foreignKeys.map(({ was }) => was.toTable)]))];
  const begin = ["SET LOCAL lock_timeout = '2s'", `LOCK TABLE ${all.map(q).join(", ")} IN ACCESS EXCLUSIVE MODE`];
  const each = (statements: (table: ShadowTable, alter: (action: string) => string) => readonly string[]) => tables.flatMap((table) => statements(table, (action) => alterTable(dialect, table.table.name, action)));
  return {
    sql: [
      ...begin,
      ...each((table) => untrigger(dialect, table)),
      ...each(({ foreignKeys }, alter) => foreignKeys.map(({ was }) => alter(`DROP CONSTRAINT ${q(was.name)}`))),
      ...each(({ table, columns, indexes, keys, checks }, alter) => [
        ...[...keys, ...checks].map(({ name }) => alter(`DROP CONSTRAINT ${q(name)}`)),
        ...indexes.map(({ name }) => `DROP INDEX ${q(name)}`),
        ...columns.flatMap((shadow) => forth(dialect, table.name, shadow)),
        ...keys.map((key) => alter(`ADD CONSTRAINT ${q(key.name)} ${key.kind === "primary key" ? "PRIMARY KEY" : "UNIQUE"} USING INDEX ${q(beside(key.name, "new"))}${key.kind === "unique" ? deferrableText(key) : ""}`)),
        ...checks.map(({ name }) => alter(`RENAME CONSTRAINT ${q(beside(name, "new"))} TO ${q(name)}`)),
        ...indexes.map(({ name }) => `ALTER INDEX ${q(beside(name, "new"))} RENAME TO ${q(name)}`),
      ]),
      ...each(({ foreignKeys }, alter) => foreignKeys.map(({ name }) => alter(`RENAME CONSTRAINT ${q(beside(name, "new"))} TO ${q(name)}`))),
    ],
    back: [
      ...begin,
      ...each(({ foreignKeys }, alter) => foreignKeys.map(({ name }) => alter(`DROP CONSTRAINT ${q(name)}`))),
      ...each(({ table, columns, indexes, keys, checks }, alter) => [
        ...[...keys, ...checks].map(({ name }) => alter(`DROP CONSTRAINT ${q(name)}`)),
        ...indexes.map(({ name }) => `DROP INDEX ${q(name)}`),
        ...columns.flatMap((shadow) => home(dialect, table.name, shadow)),
        ...keys.map((key) => alter(`ADD CONSTRAINT ${q(key.name)} ${key.kind === "primary key" ? "PRIMARY KEY" : "UNIQUE"} (${key.columns.map(q).join(", ")})${key.kind === "unique" ? deferrableText(key) : ""}`)),
        ...checks.map(({ name, sql }) => alter(`ADD CONSTRAINT ${q(name)} CHECK (${sql})`)),
        ...indexes.map(({ name, unique, columns: over, method }) => `CREATE ${unique ? "UNIQUE " : ""}INDEX ${q(name)} ON ${q(table.name)} ${method === "btree" ? "" : `USING ${method} `}(${over.map(q).join(", ")})`),
      ]),
      ...each(({ foreignKeys }, alter) => foreignKeys.map(({ was }) => alter(`ADD CONSTRAINT ${q(was.name)} ${references(was, q)}${deferrableText(was)}`))),
      ...tables.map((table) => trigger(dialect, table)),
    ],
  };
}

/** The second column gets what the first one had, and its name. */
function forth(dialect: Dialect, table: string, { column, next, old }: Shadow): readonly string[] {
  const q = dialect.quoteName;
  const alter = (action: string) => alterTable(dialect, table, action);
  return [
    ...(column.null ? [] : [alter(`ALTER COLUMN ${q(next)} DROP DEFAULT`)]),
    ...(column.identity ? identity(dialect, table, column.name, next) : column.default === null ? [] : [alter(`ALTER COLUMN ${q(next)} SET DEFAULT ${column.default}`)]),
    ...(column.null ? [] : [alter(`ALTER COLUMN ${q(column.name)} DROP NOT NULL`)]),
    alter(`RENAME COLUMN ${q(column.name)} TO ${q(old)}`),
    alter(`RENAME COLUMN ${q(next)} TO ${q(column.name)}`),
  ];
}

function home(dialect: Dialect, table: string, { column, next, old }: Shadow): readonly string[] {
  const q = dialect.quoteName;
  const alter = (action: string) => alterTable(dialect, table, action);
  return [
    alter(`RENAME COLUMN ${q(column.name)} TO ${q(next)}`),
    alter(`RENAME COLUMN ${q(old)} TO ${q(column.name)}`),
    `UPDATE ${q(table)} SET ${q(column.name)} = ${q(next)} WHERE ${q(column.name)} IS DISTINCT FROM ${q(next)}`,
    ...(column.null ? [] : [alter(`ALTER COLUMN ${q(column.name)} SET NOT NULL`)]),
    ...(column.identity ? identity(dialect, table, next, column.name) : []),
    ...(column.null ? [] : [alter(`ALTER COLUMN ${q(next)} SET DEFAULT 0`)]),
  ];
}

/** The numbers go on in the second column. The first one's may come from an identity, or from a serial's default of tables that Django before 4.1 made. */
function identity(dialect: Dialect, table: string, from: string, to: string): readonly string[] {
  const q = dialect.quoteName;
  const alter = (action: string) => alterTable(dialect, table, action);
  const sequence = (column: string) => `pg_get_serial_sequence('${q(table).replaceAll("'", "''")}', '${column.replaceAll("'", "''")}')`;
  return [
    alter(`ALTER COLUMN ${q(to)} ADD GENERATED BY DEFAULT AS IDENTITY`),
    `SELECT setval(${sequence(to)}, (SELECT greatest(nextval(${sequence(from)}), max(${q(from)}), 1) FROM ${q(table)}))`,
    alter(`ALTER COLUMN ${q(from)} DROP IDENTITY IF EXISTS`),
    alter(`ALTER COLUMN ${q(from)} DROP DEFAULT`),
  ];
}
