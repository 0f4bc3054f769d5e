import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SchemaChange } from "../../../src/schema/change.ts";
import type { Column, Schema } from "../../../src/schema/schema.ts";
import type { Database } from "../../../src/django/project.ts";
import { breakages } from "../../../src/safety/breakage/breakages.ts";
import { fit } from "../../../src/safety/breakage/fit.ts";
import { readType } from "../../../src/safety/breakage/type.ts";
import { typeErrors } from "../../../src/safety/breakage/typeWords.ts";
import { connectPostgres, requiredInCI } from "../../servers.ts";
import { lastError } from "./lastError.ts";
import { check, column, foreignKey, id, index, releaseOf, schema, table, uniqueOn } from "./build.ts";

const client = await connectPostgres();
requiredInCI(client, "No PostgreSQL server answers: the words of breakages are not proven.");
const database: Database = { vendor: "postgresql", version: "15" };

beforeAll(async () => {
  await client?.query("CREATE EXTENSION IF NOT EXISTS citext; CREATE EXTENSION IF NOT EXISTS btree_gist");
});
afterAll(async () => {
  await client?.end();
});

const run = (setup: readonly string[], statement: string) => lastError(client!, setup, statement);

/** A release's value as psycopg inlines it: one that is as long or large as its type allows, and one to read as another type. */
const sent: readonly { readonly type: string; readonly literal: string; readonly odd?: string }[] = [
  { type: "varchar(20)", literal: `'${"x".repeat(20)}'`, odd: "'abc'" },
  { type: "text", literal: `'${"x".repeat(300)}'`, odd: "'abc'" },
  { type: "smallint", literal: "-32768" },
  { type: "integer", literal: "-2147483648" },
  { type: "bigint", literal: "-9223372036854775808", odd: "1" },
  { type: "numeric(8, 2)", literal: "999999.99" },
  { type: "numeric(7, 4)", literal: "999.9999" },
  { type: "double precision", literal: "1.5e+300" },
  { type: "boolean", literal: "false" },
  { type: "date", literal: "'2020-01-31'::date" },
  { type: "timestamp with time zone", literal: "'2020-01-31 10:00:00.123456+00:00'::timestamptz" },
  { type: "time", literal: "'10:00:00.123456'::time" },
  { type: "interval", literal: "'100 days 10:00:00.123456'::interval" },
  { type: "uuid", literal: "'6f1c5a3e-6f1c-4a3e-8f1c-5a3e6f1c5a3e'::uuid" },
  { type: "jsonb", literal: `'{"a": "${"x".repeat(300)}"}'::jsonb` },
  { type: "inet", literal: "'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/127'::inet" },
  { type: "bytea", literal: `'\\x${"00ff".repeat(200)}'::bytea` },
  { type: "integer[]", literal: `'{${Array.from({ length: 60 }, () => "-2147483648").join(",")}}'::integer[]` },
  { type: "varchar(20)[]", literal: `'{${Array.from({ length: 20 }, () => "x".repeat(20)).join(",")}}'::varchar(20)[]` },
  { type: "int4range", literal: "'[1,2147483647)'::int4range" },
];
const types = ["varchar(10)", "varchar(200)", "char(32)", "text", "citext", "smallint", "integer", "bigint", "numeric(6, 2)", "numeric(8, 4)", "numeric(20, 4)", "numeric", "double precision", "boolean", "date", "timestamptz", "time", "interval", "uuid", "jsonb", "json", "inet", "bytea", "integer[]", "bigint[]", "smallint[]", "varchar(10)[]", "varchar(40)[]", "text[]", "int4range", "int8range"];

/** Values that are far longer than any a project stores as text are not worth an example: these types have no bound at all. */
const unbounded = new Set(["interval", "int4range"]);

describe.skipIf(!client)("the table of conversions, on PostgreSQL", () => {
  for (const { type: from, literal, odd } of sent) {
    test.each(types)(`${from} into %s`, async (to) => {
      const [a, b] = [readType(from, "postgresql"), readType(to, "postgresql")];
      const conversion = fit(a, b, database);
      expect(conversion).not.toBe("unknown");
      const said = typeErrors(conversion, { table: "t", column: "c", sent: a, type: b }, database);
      const value = conversion === "syntax" ? odd! : literal;
      const usual = conversion === "fits" ? literal : (odd ?? literal);
      const create = [`CREATE TEMP TABLE t (c ${to}) ON COMMIT DROP`];
      const write = await run(create, `INSERT INTO t (c) VALUES (${conversion === "refused" ? usual : value})`);
      const filter = await run(create, a.family === "boolean" ? "SELECT 1 FROM t WHERE t.c" : `SELECT 1 FROM t WHERE t.c = ${usual}`);
      if (!(unbounded.has(from) && conversion === "text")) expect(write).toEqual(said.write);
      expect(filter).toEqual(said.filter);
    });
  }
});

interface Proof {
  readonly name: string;
  readonly before: Schema;
  readonly after: Schema;
  readonly changes?: readonly SchemaChange[];
  /** From before to after. */
  readonly ddl: readonly string[];
  /** A statement of the release per breakage, in its order. Run after `rows`. */
  readonly rows?: readonly string[];
  readonly statements: readonly string[];
}

const ref = column("ref", "varchar(50)");
const number = column("n", "integer");
const proofs: readonly Proof[] = [
  {
    name: "a dropped column",
    before: schema(table("t", [id, ref])),
    after: schema(table("t", [id])),
    ddl: ["ALTER TABLE t DROP COLUMN ref"],
    statements: ["SELECT t.id, t.ref FROM t", "INSERT INTO t (ref) VALUES ('a')", "UPDATE t SET ref = 'a' WHERE t.id = 1"],
  },
  {
    name: "a dropped table",
    before: schema(table("t", [id, ref])),
    after: schema(),
    ddl: ["DROP TABLE t"],
    statements: ["SELECT t.id, t.ref FROM t", "INSERT INTO t (ref) VALUES ('a')", "UPDATE t SET ref = 'a' WHERE t.id = 1", "DELETE FROM t WHERE t.id = 1"],
  },
  {
    name: "a renamed key",
    before: schema(table("t", [id, ref])),
    after: schema(table("t", [column("no", "bigint", { identity: true }), ref])),
    ddl: ["ALTER TABLE t RENAME COLUMN id TO no"],
    changes: [{ kind: "RenameColumn", table: "t", column: "id", to: "no", definition: null }],
    statements: ["SELECT t.id, t.ref FROM t", "INSERT INTO t (ref) VALUES ('a') RETURNING t.id", "UPDATE t SET ref = 'a' WHERE t.id = 1", "DELETE FROM t WHERE t.id IN (1)"],
  },
  { name: "a required column", before: schema(table("t", [id, ref])), after: schema(table("t", [id, ref, number])), ddl: ["ALTER TABLE t ADD COLUMN n integer DEFAULT 0 NOT NULL", "ALTER TABLE t ALTER COLUMN n DROP DEFAULT"], statements: ["INSERT INTO t (ref) VALUES ('a')"] },
  {
    name: "NOT NULL with a default",
    before: schema(table("t", [id, column("n", "integer", { null: true })])),
    after: schema(table("t", [id, column("n", "integer", { default: "0" })])),
    ddl: ["ALTER TABLE t ALTER COLUMN n SET DEFAULT 0", "UPDATE t SET n = 0 WHERE n IS NULL", "ALTER TABLE t ALTER COLUMN n SET NOT NULL"],
    rows: ["INSERT INTO t (n) VALUES (1)"],
    statements: ["INSERT INTO t (n) VALUES (NULL)", "UPDATE t SET n = NULL"],
  },
  {
    name: "a dropped default",
    before: schema(table("t", [id, column("n", "integer", { default: "0" })])),
    after: schema(table("t", [id, number])),
    ddl: ["ALTER TABLE t ALTER COLUMN n DROP DEFAULT"],
    rows: ["INSERT INTO t (n) VALUES (1)"],
    statements: ["INSERT INTO t (n) VALUES (DEFAULT)", "UPDATE t SET n = DEFAULT"],
  },
  { name: "a unique constraint", before: schema(table("t", [id, ref])), after: schema(table("t", [id, ref], [uniqueOn("u", ["ref"])])), ddl: ["ALTER TABLE t ADD CONSTRAINT u UNIQUE (ref)"], statements: ["INSERT INTO t (ref) VALUES ('a'), ('a')"] },
  { name: "a unique index with a condition", before: schema(table("t", [id, ref])), after: schema(table("t", [id, ref], [], [index("u", ["ref"], { unique: true, condition: "ref <> ''", reads: ["ref"] })])), ddl: ["CREATE UNIQUE INDEX u ON t (ref) WHERE ref <> ''"], statements: ["INSERT INTO t (ref) VALUES ('a'), ('a')"] },
  {
    name: "one default for all rows of a unique column",
    before: schema(table("t", [id, ref])),
    after: schema(table("t", [id, ref, column("n", "integer", { default: "0" })], [uniqueOn("u", ["n"])])),
    ddl: ["ALTER TABLE t ADD COLUMN n integer DEFAULT 0 NOT NULL CONSTRAINT u UNIQUE"],
    statements: ["INSERT INTO t (ref) VALUES ('a'), ('b')"],
  },
  { name: "a unique set blind to case", before: schema(table("t", [id, ref], [uniqueOn("u", ["ref"])])), after: schema(table("t", [id, column("ref", "citext")], [uniqueOn("u", ["ref"])])), ddl: ["ALTER TABLE t ALTER COLUMN ref TYPE citext USING ref::citext"], statements: ["INSERT INTO t (ref) VALUES ('a'), ('A')"] },
  { name: "a check", before: schema(table("t", [id, number])), after: schema(table("t", [id, number], [check("c", '"n" >= 0', ["n"], false)])), ddl: ["ALTER TABLE t ADD CONSTRAINT c CHECK (n >= 0) NOT VALID"], statements: ["INSERT INTO t (n) VALUES (-1)"] },
  {
    name: "a foreign key",
    before: schema(table("t", [id, column("p", "bigint")]), table("p", [id])),
    after: schema(table("t", [id, column("p", "bigint")], [foreignKey("fk", "p", "p")]), table("p", [id])),
    ddl: ["ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (p) REFERENCES p (id) DEFERRABLE INITIALLY DEFERRED"],
    statements: ["INSERT INTO t (p) VALUES (77)"],
  },
  {
    name: "an exclusion constraint",
    before: schema(table("t", [id, number])),
    after: schema(table("t", [id, number], [{ kind: "exclusion", name: "exc", columns: ["n"], sql: "EXCLUDE USING gist (n WITH =)" }])),
    ddl: ["ALTER TABLE t ADD CONSTRAINT exc EXCLUDE USING gist (n WITH =)"],
    statements: ["INSERT INTO t (n) VALUES (1), (1)"],
  },
  {
    name: "a stored generated column",
    before: schema(table("t", [id, number])),
    after: schema(table("t", [id, number, column("g", "integer", { null: true, generated: { sql: '("n" + 1)', stored: true } })])),
    ddl: ["ALTER TABLE t ADD COLUMN g integer GENERATED ALWAYS AS (n + 1) STORED"],
    rows: ["INSERT INTO t (n) VALUES (1)"],
    statements: ["INSERT INTO t (n) VALUES (2147483647)", "UPDATE t SET n = 2147483647"],
  },
  {
    name: "a product that overflows",
    before: schema(table("t", [id, column("a", "numeric(6, 2)"), column("b", "numeric(6, 2)")])),
    after: schema(table("t", [id, column("a", "numeric(6, 2)"), column("b", "numeric(6, 2)"), column("g", "numeric(8, 2)", { null: true, generated: { sql: '("a" * "b")', stored: true } })])),
    ddl: ["ALTER TABLE t ADD COLUMN g numeric(8, 2) GENERATED ALWAYS AS (a * b) STORED"],
    rows: ["INSERT INTO t (a, b) VALUES (1, 1)"],
    statements: ["INSERT INTO t (a, b) VALUES (9999.99, 9999.99)", "UPDATE t SET a = 9999.99, b = 9999.99"],
  },
  {
    name: "a column that becomes generated",
    before: schema(table("t", [id, column("n", "integer", { null: true })])),
    after: schema(table("t", [id, column("n", "integer", { generated: { sql: "1", stored: true } })])),
    ddl: ["ALTER TABLE t DROP COLUMN n", "ALTER TABLE t ADD COLUMN n integer GENERATED ALWAYS AS (1) STORED"],
    rows: ["INSERT INTO t DEFAULT VALUES"],
    statements: ["INSERT INTO t (n) VALUES (2)", "UPDATE t SET n = 2"],
  },
];

function create(held: Schema): string[] {
  const definition = ({ name, type, null: nullable, identity, default: value }: Column): string => `${name} ${type}${nullable ? "" : " NOT NULL"}${value === null ? "" : ` DEFAULT ${value}`}${identity ? " GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY" : ""}`;
  return [...held.tables.values()].flatMap((each) => [
    `CREATE TEMP TABLE ${each.name} (${[...each.columns.values()].map(definition).join(", ")}) ON COMMIT DROP`,
    ...[...each.constraints.values()].flatMap((constraint) => (constraint.kind === "unique" ? [`ALTER TABLE ${each.name} ADD CONSTRAINT ${constraint.name} UNIQUE (${constraint.columns.join(", ")})`] : [])),
  ]);
}

describe.skipIf(!client)("the words of breakages, on PostgreSQL", () => {
  test.each(proofs)("$name", async ({ before, after, changes = [], ddl, rows = [], statements }) => {
    const said = breakages(releaseOf(before), before, after, { tables: new Set([...before.tables.keys(), ...after.tables.keys()]), database, side: "running", changes });
    const happened = [];
    for (const statement of statements) {
      expect(await run([...create(before), ...rows], statement)).toBeNull();
      happened.push({ statement: /^\w+/.exec(statement)![0], ...(await run([...create(before), ...ddl, ...rows], statement)) });
    }
    expect(said.map(({ statement, code, error }) => ({ statement, code, error }))).toEqual(happened);
  });
});
