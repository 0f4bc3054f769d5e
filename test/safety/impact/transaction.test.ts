import { describe, expect, test } from "vitest";
import type { Database } from "../../../src/django/project.ts";
import type { Operation } from "../../../src/django/operation.ts";
import type { SchemaChange } from "../../../src/schema/change.ts";
import { combine, impactOfTransaction, startOf } from "../../../src/safety/impact/transaction-impact.ts";
import { transactionFindings } from "../../../src/safety/impact/transaction.ts";
import type { TransactionPart } from "../../../src/safety/impact/transaction-input.ts";
import { addColumn, addConstraint, alter, check, createIndex, foreignKey, index } from "./changes.ts";
import { shop } from "./schemas.ts";

const place = { path: "shop/migrations/0002.py", line: 7 };
const postgresql: Database = { vendor: "postgresql", version: "16" };

function part(type: string, changes: readonly SchemaChange[], operation: Partial<Operation> & { kind: Operation["kind"] } = { kind: "RunSQL" }): TransactionPart {
  const impact = combine(impactOfTransaction(changes, postgresql, startOf(shop("postgresql"), new Set()), { atomic: true }).each);
  return { type, target: null, place, operation: { type, place, lastLine: 7, ...operation } as Operation, statements: changes.map((change) => ({ change, sql: "…", unknown: null })), impact };
}

/** RunSQL with one string of several statements. */
function oneText([change, ...more]: readonly SchemaChange[]): TransactionPart {
  return { ...part("RunSQL", []), statements: [{ change: change!, more, sql: "…; …", unknown: null }] };
}

const python = part("RunPython", [], { kind: "RunPython" });
const write = (statement: "INSERT" | "UPDATE" | "DELETE", table: string) => part("RunSQL", [{ kind: "WriteRows", statement, table }]);
const add = (table: string) => part("AddField", [addColumn(table, "x", "integer")], { kind: "AddField" });

function rules(parts: readonly TransactionPart[], options: { atomic?: boolean; database?: Database; deferred?: readonly SchemaChange[] } = {}): string[] {
  const { atomic = true, database = postgresql, deferred = [] } = options;
  const migration = { atomic, operations: parts, deferred: deferred.map((change) => ({ change, sql: "…", unknown: null })) };
  return transactionFindings(migration, database, shop(database.vendor)).map((finding) => finding.rule);
}

describe("a migration in one PostgreSQL transaction", () => {
  const concurrent = createIndex("item", index("i", ["code"]), true);
  const notValid = addConstraint("item", check("c", "qty >= 0", ["qty"], true));
  const validate: SchemaChange = { kind: "ValidateConstraint", table: "item", name: "c" };

  test.each<readonly [string, readonly TransactionPart[], readonly string[]]>([
    ["one harmless change", [add("item")], []],
    ["AddIndexConcurrently", [part("AddIndexConcurrently", [concurrent], { kind: "AddIndex" })], ["concurrently-in-transaction"]],
    ["NOT VALID and VALIDATE", [part("AddConstraintNotValid", [notValid]), part("ValidateConstraint", [validate])], ["validate-in-same-transaction"]],
    ["VALIDATE of an older constraint", [part("ValidateConstraint", [validate])], []],
    ["Python, then a column", [python, add("item")], ["schema-change-after-data"]],
    ["Python, then a column of a table without foreign keys", [python, add("plain")], []],
    ["a column, then Python", [add("item"), python], ["data-under-lock"]],
    ["INSERT into a table with a foreign key, then a column of it", [write("INSERT", "item"), add("item")], ["schema-change-after-data"]],
    ["INSERT into a referenced table, then a column of it", [write("INSERT", "category"), add("category")], []],
    ["DELETE from a referenced table, then a column of it", [write("DELETE", "category"), add("category")], ["schema-change-after-data"]],
    ["INSERT, then a column of another table", [write("INSERT", "item"), add("plain")], []],
    ["INSERT, then a rename, which PostgreSQL lets through", [write("INSERT", "detail"), part("RenameField", [{ kind: "RenameColumn", table: "detail", column: "item_id", to: "x", definition: null }])], []],
    ["columns of two tables", [add("item"), add("plain")], ["several-exclusive-locks"]],
    ["columns of a table under its old name and its new one", [add("item"), part("AlterModelTable", [{ kind: "RenameTable", table: "item", to: "things" }]), add("things")], []],
    ["two columns of one table", [add("item"), add("item")], []],
    ["an index and a foreign key: writers of item wait for Python", [part("AddIndex", [createIndex("item", index("i", ["code"]))]), python], ["data-under-lock"]],
  ])("%s", (_name, parts, expected) => {
    expect(rules(parts)).toEqual(expected);
  });

  test("what Django puts off to the end comes after the data", () => {
    expect(rules([python], { deferred: [createIndex("item", index("i", ["category_id"]))] })).toEqual(["schema-change-after-data"]);
  });

  test("filling NULLs makes pending checks at once, as Django's statement says", () => {
    const fill = part("AlterField", [{ kind: "FillNulls", table: "plain", column: "name", value: "''" }, alter("item", { kind: "SetNotNull", column: "nick" })]);
    expect(rules([write("INSERT", "item"), fill])).toEqual([]);
  });

  test("messages name the database's own error, the level and a way out", () => {
    const [finding] = transactionFindings({ atomic: true, operations: [write("INSERT", "item"), add("item")], deferred: [] }, postgresql, shop("postgresql"));
    expect(finding).toEqual({
      rule: "schema-change-after-data",
      level: "warning",
      message: 'INSERT on `item` runs before a schema change of the same table in one transaction: once a row was changed, PostgreSQL may refuse the change with 55006: cannot ALTER TABLE `item` because it has pending trigger events.',
      place,
      advice: "Put the data and the schema change into two migrations.",
    });
  });

  test("with atomic = False there is no transaction; one string of several statements still is one", () => {
    expect(rules([part("AddIndexConcurrently", [concurrent], { kind: "AddIndex" })], { atomic: false })).toEqual([]);
    expect(rules([oneText([{ kind: "NoEffect" }, concurrent])], { atomic: false })).toEqual(["concurrently-with-other-statements"]);
    expect(rules([part("RunSQL", [{ kind: "NoEffect" }, concurrent])], { atomic: false })).toEqual([]);
    const insert: SchemaChange = { kind: "WriteRows", statement: "INSERT", table: "item" };
    expect(rules([oneText([insert, addColumn("item", "x", "integer")])], { atomic: false })).toEqual(["schema-change-after-data"]);
    expect(rules([part("RunSQL", [insert, addColumn("item", "x", "integer")])], { atomic: false })).toEqual([]);
    expect(rules([add("item"), add("plain")], { atomic: false })).toEqual(["not-atomic"]);
  });
});

test("MySQL and MariaDB commit every schema change by itself", () => {
  const database = { vendor: "mysql", version: "8.4" } as const;
  expect(rules([add("item"), add("plain")], { database })).toEqual(["no-transactional-ddl"]);
  expect(rules([add("item")], { database })).toEqual([]);
  expect(rules([part("AddField", [addColumn("item", "x", "integer"), addConstraint("item", foreignKey("f", "x", "category"))], { kind: "AddField" })], { database })).toEqual([]);
});
