import { describe, expect, test } from "vitest";
import type { Database } from "../../../src/django/project.ts";
import type { Schema } from "../../../src/schema/schema.ts";
import type { SchemaChange } from "../../../src/schema/change.ts";
import { breakages, newNeedsFirst } from "../../../src/safety/breakage/breakages.ts";
import { check, column, foreignKey, id, index, postgres, releaseOf, schema, table, uniqueOn, type Knows } from "./build.ts";

interface Row {
  readonly name: string;
  readonly before: Schema;
  readonly after: Schema;
  readonly knows?: Readonly<Record<string, Knows | null>>;
  readonly changes?: readonly SchemaChange[];
  /** `statement error`, in order. */
  readonly breaks: readonly string[];
}

const order = (...columns: readonly ReturnType<typeof column>[]): ReturnType<typeof table> => table("shop_order", [id, ...columns]);
const ref = column("ref", "varchar(50)");

const rows: readonly Row[] = [
  { name: "a new nullable column", before: schema(order(ref)), after: schema(order(ref, column("note", "text", { null: true }))), breaks: [] },
  { name: "a new nullable column of an unknown type", before: schema(order(ref)), after: schema(order(ref, column("note", null, { null: true }))), breaks: [] },
  { name: "a new column with a lasting default", before: schema(order(ref)), after: schema(order(ref, column("n", "integer", { default: "0" }))), breaks: [] },
  {
    name: "a new NOT NULL column without a lasting default",
    before: schema(order(ref)),
    after: schema(order(ref, column("priority", "integer"))),
    breaks: ['INSERT 23502 null value in column "priority" of relation "shop_order" violates not-null constraint'],
  },
  { name: "a new identity column", before: schema(order(ref)), after: schema(order(ref, column("n", "integer", { identity: true }))), breaks: [] },
  {
    name: "a table goes",
    before: schema(order(ref)),
    after: schema(),
    breaks: ["SELECT", "INSERT", "UPDATE", "DELETE"].map((kind) => `${kind} 42P01 relation "shop_order" does not exist`),
  },
  {
    name: "a table of nothing but its key goes: nobody updates it",
    before: schema(table("shop_tag", [id])),
    after: schema(),
    breaks: ["SELECT", "INSERT", "DELETE"].map((kind) => `${kind} 42P01 relation "shop_tag" does not exist`),
  },
  {
    name: "a column goes",
    before: schema(order(ref)),
    after: schema(order()),
    breaks: ["SELECT 42703 column shop_order.ref does not exist", 'INSERT 42703 column "ref" of relation "shop_order" does not exist', 'UPDATE 42703 column "ref" of relation "shop_order" does not exist'],
  },
  {
    name: "the primary key is renamed: every statement names it, INSERT in RETURNING",
    before: schema(order(ref)),
    after: schema(table("shop_order", [column("number", "bigint", { identity: true }), ref])),
    breaks: ["SELECT", "INSERT", "UPDATE", "DELETE"].map((kind) => `${kind} 42703 column shop_order.id does not exist`),
  },
  {
    name: "a generated column goes: nobody writes it, INSERT returns it",
    before: schema(order(ref, column("total", "integer", { generated: { sql: '"a" + 1', stored: true } }))),
    after: schema(order(ref)),
    breaks: ["SELECT 42703 column shop_order.total does not exist", "INSERT 42703 column shop_order.total does not exist"],
  },
  {
    name: "NULL is refused although there is a default: the release sends NULL itself",
    before: schema(order(column("note", "text", { null: true }))),
    after: schema(order(column("note", "text", { default: "''" }))),
    breaks: ["INSERT", "UPDATE"].map((kind) => `${kind} 23502 null value in column "note" of relation "shop_order" violates not-null constraint`),
  },
  {
    name: "the default goes under a release that sends DEFAULT",
    before: schema(order(column("n", "integer", { default: "0" }))),
    after: schema(order(column("n", "integer"))),
    breaks: ["INSERT", "UPDATE"].map((kind) => `${kind} 23502 null value in column "n" of relation "shop_order" violates not-null constraint`),
  },
  {
    name: "the default goes, but the code has one of its own",
    before: schema(order(column("n", "integer", { default: "0" }))),
    after: schema(order(column("n", "integer"))),
    knows: { "shop_order.n": { hasDefault: true } },
    breaks: [],
  },
  { name: "what was broken already is not broken again", before: schema(order(column("n", "integer"))), after: schema(order(column("n", "integer"), column("x", "integer", { null: true }))), knows: { "shop_order.n": null }, breaks: [] },
  { name: "the identity goes under an automatic key", before: schema(order(ref)), after: schema(table("shop_order", [column("id", "bigint"), ref])), breaks: ['INSERT 23502 null value in column "id" of relation "shop_order" violates not-null constraint'] },
  {
    name: "a shorter varchar",
    before: schema(order(ref)),
    after: schema(order(column("ref", "varchar(40)"))),
    breaks: ["INSERT", "UPDATE"].map((kind) => `${kind} 22001 value too long for type character varying(40)`),
  },
  { name: "a longer varchar", before: schema(order(ref)), after: schema(order(column("ref", "varchar(60)"))), breaks: [] },
  { name: "int to bigint", before: schema(order(column("n", "integer"))), after: schema(order(column("n", "bigint"))), breaks: [] },
  { name: "a key from bigint to integer: nobody sends it", before: schema(order(ref)), after: schema(table("shop_order", [column("id", "integer", { identity: true }), ref])), breaks: [] },
  { name: "int to varchar: written, but not compared", before: schema(order(column("n", "integer"))), after: schema(order(column("n", "varchar(80)"))), breaks: ["SELECT 42883 operator does not exist: character varying = integer"] },
  {
    name: "a uuid key to varchar: every statement that filters by it",
    before: schema(table("u", [column("id", "uuid"), ref])),
    after: schema(table("u", [column("id", "varchar(40)"), ref])),
    knows: { "u.id": { omittedOnInsert: false } },
    breaks: ["SELECT", "UPDATE", "DELETE"].map((kind) => `${kind} 42883 operator does not exist: character varying = uuid`),
  },
  {
    name: "more decimal places in as many digits",
    before: schema(order(column("d", "numeric(8, 2)"))),
    after: schema(order(column("d", "numeric(8, 4)"))),
    breaks: ["INSERT", "UPDATE"].map((kind) => `${kind} 22003 numeric field overflow`),
  },
  {
    name: "a foreign key narrows with its target: no value it is given can be too large",
    before: schema(table("t", [id, column("p", "bigint")]), table("p", [id])),
    after: schema(table("t", [id, column("p", "integer")]), table("p", [column("id", "integer", { identity: true })])),
    knows: { "t.p": { references: { table: "p", column: "id", onDelete: "CASCADE", constraint: true } } },
    breaks: [],
  },
  {
    name: "a new unique constraint",
    before: schema(order(ref)),
    after: schema(table("shop_order", [id, ref], [uniqueOn("ref_uniq", ["ref"])])),
    breaks: ['INSERT 23505 duplicate key value violates unique constraint "ref_uniq"'],
  },
  { name: "a unique set that holds a unique column", before: schema(table("t", [id, ref, column("n", "integer")], [uniqueOn("a", ["ref"])])), after: schema(table("t", [id, ref, column("n", "integer")], [uniqueOn("a", ["ref"]), uniqueOn("b", ["ref", "n"])])), breaks: [] },
  { name: "a unique set that holds the primary key", before: schema(order(ref)), after: schema(table("shop_order", [id, ref], [uniqueOn("b", ["ref", "id"])])), breaks: [] },
  { name: "a unique set is widened", before: schema(table("t", [id, ref, column("n", "integer")], [uniqueOn("a", ["ref"])])), after: schema(table("t", [id, ref, column("n", "integer")], [uniqueOn("b", ["ref", "n"])])), breaks: [] },
  {
    name: "a unique set is narrowed",
    before: schema(table("t", [id, ref, column("n", "integer")], [uniqueOn("a", ["ref", "n"])])),
    after: schema(table("t", [id, ref, column("n", "integer")], [uniqueOn("b", ["ref"])])),
    breaks: ['INSERT 23505 duplicate key value violates unique constraint "b"'],
  },
  { name: "a unique column that this release leaves NULL", before: schema(order(ref)), after: schema(table("shop_order", [id, ref, column("n", "integer", { null: true })], [uniqueOn("b", ["n"])])), breaks: [] },
  {
    name: "a unique column that gets one default for all",
    before: schema(order(ref)),
    after: schema(table("shop_order", [id, ref, column("n", "integer", { default: "0" })], [uniqueOn("b", ["n"])])),
    breaks: ['INSERT 23505 duplicate key value violates unique constraint "b"'],
  },
  { name: "a unique column that gets a uuid each", before: schema(order(ref)), after: schema(table("shop_order", [id, ref, column("n", "uuid", { default: "gen_random_uuid()" })], [uniqueOn("b", ["n"])])), breaks: [] },
  {
    name: "NULLS NOT DISTINCT after distinct",
    before: schema(table("t", [id, column("n", "integer", { null: true })], [uniqueOn("a", ["n"])])),
    after: schema(table("t", [id, column("n", "integer", { null: true })], [uniqueOn("b", ["n"], { nullsDistinct: false })])),
    breaks: ['INSERT 23505 duplicate key value violates unique constraint "b"'],
  },
  {
    name: "a conditional unique index",
    before: schema(order(ref)),
    after: schema(table("shop_order", [id, ref], [], [index("u", ["ref"], { unique: true, condition: `"ref" <> ''`, reads: ["ref"] })])),
    breaks: ['INSERT 23505 duplicate key value violates unique constraint "u"'],
  },
  { name: "the column of a unique set is made blind to case", before: schema(table("t", [id, ref], [uniqueOn("a", ["ref"])])), after: schema(table("t", [id, column("ref", "citext")], [uniqueOn("a", ["ref"])])), breaks: ['INSERT 23505 duplicate key value violates unique constraint "a"'] },
  { name: "a plain index", before: schema(order(ref)), after: schema(table("shop_order", [id, ref], [], [index("i", ["ref"])])), breaks: [] },
  { name: "a new check", before: schema(order(column("n", "integer"))), after: schema(table("shop_order", [id, column("n", "integer")], [check("n_check", '"n" >= 0', ["n"])])), breaks: ['INSERT 23514 new row for relation "shop_order" violates check constraint "n_check"'] },
  { name: "a check that is not valid yet refuses new rows, too", before: schema(order(column("n", "integer"))), after: schema(table("shop_order", [id, column("n", "integer")], [check("n_check", '"n" >= 0', ["n"], false)])), breaks: ['INSERT 23514 new row for relation "shop_order" violates check constraint "n_check"'] },
  { name: "validating a check", before: schema(table("t", [id, column("n", "integer")], [check("c", '"n" >= 0', ["n"], false)])), after: schema(table("t", [id, column("n", "integer")], [check("c", '"n" >= 0', ["n"])])), breaks: [] },
  { name: "a check on a column this release does not know", before: schema(order(ref)), after: schema(table("shop_order", [id, ref, column("n", "integer", { null: true })], [check("n_check", '"n" >= 0', ["n"])])), breaks: [] },
  {
    name: "a foreign key on a plain column",
    before: schema(order(column("p", "bigint")), table("p", [id])),
    after: schema(table("shop_order", [id, column("p", "bigint")], [foreignKey("fk", "p", "p")]), table("p", [id])),
    breaks: ['INSERT 23503 insert or update on table "shop_order" violates foreign key constraint "fk"'],
  },
  {
    name: "a foreign key that the release's field had all along",
    before: schema(order(column("p", "bigint")), table("p", [id])),
    after: schema(table("shop_order", [id, column("p", "bigint")], [foreignKey("fk", "p", "p")]), table("p", [id])),
    knows: { "shop_order.p": { references: { table: "p", column: "id", onDelete: "CASCADE", constraint: true } } },
    breaks: [],
  },
  {
    name: "a foreign key that points elsewhere",
    before: schema(table("t", [id, column("p", "bigint")], [foreignKey("fk", "p", "p")]), table("p", [id]), table("q", [id])),
    after: schema(table("t", [id, column("p", "bigint")], [foreignKey("fk2", "p", "q")]), table("p", [id]), table("q", [id])),
    breaks: ['INSERT 23503 insert or update on table "t" violates foreign key constraint "fk2"'],
  },
  {
    name: "a foreign key whose target is renamed",
    before: schema(table("t", [id, column("p", "bigint")], [foreignKey("fk", "p", "p")]), table("p", [id])),
    after: schema(table("t", [id, column("p", "bigint")], [foreignKey("fk", "p", "q")]), table("q", [id])),
    knows: { "p.id": null },
    changes: [{ kind: "RenameTable", table: "p", to: "q" }],
    breaks: ['SELECT 42P01 relation "p" does not exist', 'INSERT 42P01 relation "p" does not exist', 'DELETE 42P01 relation "p" does not exist'],
  },
  {
    name: "an exclusion constraint",
    before: schema(order(ref)),
    after: schema(table("shop_order", [id, ref], [{ kind: "exclusion", name: "exc", columns: ["ref"], sql: 'EXCLUDE USING gist ("ref" WITH =)' }])),
    breaks: ['INSERT 23P01 conflicting key value violates exclusion constraint "exc"'],
  },
  {
    name: "a stored generated column that overflows",
    before: schema(order(column("i", "integer"))),
    after: schema(order(column("i", "integer"), column("g", "integer", { null: true, generated: { sql: '("i" + 1)', stored: true } }))),
    breaks: ["INSERT", "UPDATE"].map((kind) => `${kind} 22003 integer out of range`),
  },
  { name: "a generated column of a function", before: schema(order(ref)), after: schema(order(ref, column("g", "varchar(60)", { null: true, generated: { sql: 'LOWER("ref")', stored: true } }))), breaks: [] },
  {
    name: "a column becomes generated under a release that writes it",
    before: schema(order(column("i", "integer"))),
    after: schema(order(column("i", "integer", { generated: { sql: "1", stored: true } }))),
    breaks: ['INSERT 428C9 cannot insert a non-DEFAULT value into column "i"', 'UPDATE 428C9 column "i" can only be updated to DEFAULT'],
  },
];

const all = (...schemas: readonly Schema[]): Set<string> => new Set(schemas.flatMap((each) => [...each.tables.keys()]));

describe("the running release", () => {
  test.each(rows)("$name", ({ before, after, knows, changes = [], breaks }) => {
    const found = breakages(releaseOf(before, knows), before, after, { tables: all(before, after), database: postgres, side: "running", changes });
    expect(found.map(({ statement, code, error }) => `${statement} ${code} ${error}`)).toEqual(breaks);
  });

  test("looks at no table that was not touched", () => {
    const before = schema(order(ref));
    expect(breakages(releaseOf(before), before, schema(), { tables: new Set(["other"]), database: postgres, side: "running", changes: [] })).toEqual([]);
  });

  test("a renamed column keeps its constraints: nothing but the name breaks", () => {
    const before = schema(table("t", [id, ref], [uniqueOn("u", ["ref"]), check("c", `"ref" <> ''`, ["ref"])]));
    const after = schema(table("t", [id, column("code", "varchar(50)", { null: true })], [uniqueOn("u", ["code"]), check("c", `"code" <> ''`, ["code"])]));
    const found = breakages(releaseOf(before), before, after, { tables: all(before), database: postgres, side: "running", changes: [{ kind: "RenameColumn", table: "t", column: "ref", to: "code", definition: null }] });
    expect(new Set(found.map((each) => each.code))).toEqual(new Set(["42703"]));
  });
});

describe("each database says it in its own words", () => {
  const before = schema(order(ref, column("n", "integer", { null: true })));
  const after = schema(table("shop_order", [id, column("n", "integer"), column("x", "integer")], [check("n_positive", '"n" > 0', ["n"]), uniqueOn("n_uniq", ["n"])]));
  test.each<[Database, readonly string[]]>([
    [
      { vendor: "mysql", version: "8.4" },
      [
        "3819 Check constraint 'n_positive' is violated.",
        "1048 Column 'n' cannot be null",
        "1062 Duplicate entry '…' for key 'shop_order.n_uniq'",
        "1048 Column 'n' cannot be null",
        "1054 Unknown column 'shop_order.ref' in 'field list'",
        "1054 Unknown column 'ref' in 'field list'",
        "1054 Unknown column 'ref' in 'field list'",
        "1364 Field 'x' doesn't have a default value",
      ],
    ],
    [
      { vendor: "sqlite", version: "3.45" },
      [
        "null CHECK constraint failed: n_positive",
        "null NOT NULL constraint failed: shop_order.n",
        "null UNIQUE constraint failed: shop_order.n",
        "null NOT NULL constraint failed: shop_order.n",
        "null no such column: shop_order.ref",
        "null table shop_order has no column named ref",
        "null no such column: ref",
        "null NOT NULL constraint failed: shop_order.x",
      ],
    ],
  ])("%o", (database, said) => {
    const found = breakages(releaseOf(before), before, after, { tables: all(before), database, side: "running", changes: [] });
    expect(found.map(({ code, error }) => `${code} ${error}`)).toEqual(said);
  });

  test("SQLite does not mind types, and gets defaults from Django", () => {
    const [was, is] = [schema(order(ref, column("n", "integer", { default: "0" }))), schema(order(column("ref", "varchar(3)"), column("n", "integer")))];
    expect(breakages(releaseOf(was), was, is, { tables: all(was), database: { vendor: "sqlite", version: "3.45" }, side: "running", changes: [] })).toEqual([]);
  });
});

describe("the new release", () => {
  test("a state-only removal of a NOT NULL column breaks its INSERT, though no schema changed", () => {
    const held = schema(order(ref));
    const found = breakages(releaseOf(held, { "shop_order.ref": null }), held, held, { tables: all(held), database: postgres, side: "new", changes: [] });
    expect(found.map((each) => `${each.release} ${each.statement} ${each.code}`)).toEqual(["new INSERT 23502"]);
  });

  test.each<[string, Schema, Schema, readonly string[]]>([
    ["an added column", schema(order()), schema(order(ref)), ["SELECT 42703", "INSERT 42703", "UPDATE 42703"]],
    ["a widened column", schema(order(column("ref", "varchar(40)"))), schema(order(ref)), ["INSERT 22001", "UPDATE 22001"]],
    ["a dropped unique constraint", schema(table("t", [id, ref], [uniqueOn("u", ["ref"])])), schema(table("t", [id, ref])), ["INSERT 23505"]],
    ["a dropped NOT NULL", schema(order(ref)), schema(order(column("ref", "varchar(50)", { null: true }))), ["INSERT 23502", "UPDATE 23502"]],
    ["a dropped column", schema(order(ref)), schema(order()), ["INSERT 23502"]],
    ["a new table", schema(), schema(order()), ["SELECT 42P01", "INSERT 42P01", "DELETE 42P01"]],
    ["a plain index", schema(order(ref)), schema(table("shop_order", [id, ref], [], [index("i", ["ref"])])), []],
    ["a new unique constraint", schema(order(ref)), schema(table("shop_order", [id, ref], [uniqueOn("u", ["ref"])])), []],
  ])("needs the migration first for %s", (_name, before, after, needs) => {
    const found = newNeedsFirst(releaseOf(after), before, after, { tables: all(before, after), database: postgres, changes: [] });
    expect(found.map((each) => `${each.statement} ${each.code}`)).toEqual(needs);
  });
});
