import { beforeAll, describe, expect, test } from "vitest";
import type { SchemaChange } from "../../../src/schema/change.ts";
import { loadPostgresqlReader } from "../../../src/schema/raw/load.ts";

let read: (sql: string) => readonly SchemaChange[];
beforeAll(async () => {
  const reader = await loadPostgresqlReader();
  read = (sql) => reader(sql, (index) => (index === "i" ? "t" : null));
});

const quiet = { kind: "Other", breaksNothing: true };

describe("locks and rewrites that no statement of a release fails on are named, never nothing", () => {
  test.each<[string, unknown[]]>([
    ["LOCK TABLE t, u IN ACCESS EXCLUSIVE MODE", [{ ...quiet, what: "LOCK TABLE", table: "t" }, { ...quiet, table: "u" }]],
    ["CLUSTER t USING i", [{ ...quiet, table: "t" }]],
    ["VACUUM FULL t", [{ ...quiet, table: "t" }]],
    ["VACUUM FULL", [{ ...quiet, table: null }]],
    ["REINDEX TABLE t", [{ ...quiet, table: "t" }]],
    ["REINDEX INDEX i", [{ ...quiet, table: "t" }]],
    ["ALTER TABLE t SET UNLOGGED", [{ ...quiet, table: "t" }]],
    ["ALTER INDEX i SET TABLESPACE s", [{ ...quiet, table: "t" }]],
    ["ALTER TABLE t SET TABLESPACE s", [{ kind: "SetTablespace", table: "t", tablespace: "s" }]],
    ["VACUUM t", []],
    ["ANALYZE t", []],
    ["REINDEX INDEX CONCURRENTLY i", [{ kind: "NoEffect" }]],
  ])("%s", (sql, changes) => expect(read(sql)).toMatchObject(changes));
});

describe("ALTER COLUMN TYPE", () => {
  const setType = (sql: string) => {
    const [change] = read(sql);
    return change?.kind === "AlterColumn" ? change.actions[0] : change;
  };
  test.each<[string, unknown]>([
    ["ALTER TABLE t ALTER c TYPE integer", { type: "integer", using: null, collation: null }],
    ["ALTER TABLE t ALTER c TYPE int USING c::integer", { type: "integer", using: '"c"::integer' }],
    ['ALTER TABLE t ALTER c TYPE bigint USING CAST("c" AS int8)', { type: "bigint", using: '"c"::bigint' }],
    ["ALTER TABLE t ALTER c TYPE text USING c", { using: '"c"' }],
    ["/* é😀 */ ALTER TABLE t ALTER c TYPE text USING upper(c || 'ü'), ALTER d TYPE text", { using: "upper(c || 'ü')" }],
    ['ALTER TABLE t ALTER c TYPE varchar(20) COLLATE "de-x-icu"', { type: "varchar(20)", collation: "de-x-icu" }],
  ])("%s", (sql, action) => expect(setType(sql)).toMatchObject(action as object));
});

describe("expressions are read as they stand", () => {
  test.each<[string, unknown[]]>([
    ["ALTER TABLE t ADD CONSTRAINT k CHECK (a > 0 AND (b IS NOT NULL)) NOT VALID, DROP COLUMN c", [{ kind: "DropColumn" }, { constraint: { kind: "check", name: "k", sql: "a > 0 AND (b IS NOT NULL)", notValid: true } }]],
    ["CREATE UNIQUE INDEX IF NOT EXISTS x ON public.t USING btree (lower(a), b DESC) WHERE b > 1;", [{ kind: "CreateIndex", table: "t", index: { ifNotExists: true, columns: [], expressions: ["lower(a)"], condition: "b > 1", reads: ["b", "a"] } }]],
    ["CREATE TABLE n (a int CHECK (a IN (1, 2)), b int, CONSTRAINT p CHECK (b > a))", [{ columns: [{ check: "a IN (1, 2)" }, { check: null }], constraints: [{ sql: "b > a" }] }]],
    ["ALTER TABLE t ADD CONSTRAINT k NOT NULL a NOT VALID, ADD NOT NULL b", [{ actions: [{ kind: "SetNotNull", column: "a", notValid: true }] }, { actions: [{ kind: "SetNotNull", column: "b" }] }]],
    ["ALTER TABLE t ADD EXCLUDE USING gist (r WITH &&)", [{ constraint: { kind: "exclusion", sql: "EXCLUDE USING gist (r WITH &&)" } }]],
  ])("%s", (sql, changes) => expect(read(sql)).toMatchObject(changes));
});

describe("what is new breaks nothing; what replaces something has to be judged", () => {
  test.each<[string, unknown]>([
    ["CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'", { what: "a function", breaksNothing: true }],
    ["CREATE OR REPLACE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'", { what: "a function", table: null }],
    ["CREATE VIEW v AS SELECT 1", { breaksNothing: true }],
    ["DROP VIEW v", { what: "the drop of a view", table: "v" }],
    ["ALTER TYPE e ADD VALUE 'x'", { breaksNothing: true }],
    ["ALTER TYPE e RENAME VALUE 'x' TO 'y'", { table: null }],
    ["CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f()", { what: "a trigger", table: "t" }],
    ["DROP TRIGGER g ON t", { what: "the drop of a trigger", table: "t" }],
    ["REVOKE SELECT ON t FROM web", { what: "the withdrawal of a privilege", table: "t" }],
    ["SELECT create_hypertable('t', 'at')", { what: "a call of the function create_hypertable" }],
  ])("%s", (sql, change) => {
    expect(read(sql)).toMatchObject([change]);
    expect("breaksNothing" in read(sql)[0]!).toBe("breaksNothing" in (change as object));
  });

  test.each(["SELECT setval('s', 1)", "SELECT count(*) FROM t", "GRANT SELECT ON t TO web", "SET lock_timeout = '2s'"])("%s has no effect", (sql) => {
    expect(read(sql)).toEqual([{ kind: "NoEffect" }]);
  });
});

describe("DO", () => {
  const doing = (body: string) => read(`SELECT 'é'; DO $$ ${body} $$;`).slice(1);
  test("statements in a row are read one by one", () => {
    expect(doing("BEGIN ALTER TABLE t ADD COLUMN a integer; UPDATE t SET a = 1; RAISE NOTICE 'x'; EXECUTE 'DROP TABLE u'; END")).toMatchObject([{ kind: "AddColumn", table: "t" }, { kind: "WriteRows", table: "t" }, { kind: "DropTable", table: "u" }]);
  });
  test("what exists already is made all the same", () => {
    expect(doing("BEGIN ALTER TABLE t ADD COLUMN a integer; EXCEPTION WHEN duplicate_column THEN NULL; END")).toMatchObject([{ kind: "AddColumn" }]);
  });
  test("rows changed in a loop", () => {
    expect(doing("DECLARE r record; BEGIN FOR r IN SELECT * FROM t LOOP UPDATE t SET a = 1 WHERE id = r.id; END LOOP; END")).toMatchObject([{ kind: "WriteRows", statement: "UPDATE", table: "t" }]);
  });
  test.each([
    "BEGIN IF EXISTS (SELECT 1) THEN DROP TABLE t; END IF; END",
    "BEGIN ALTER TABLE t DROP COLUMN a; EXCEPTION WHEN others THEN NULL; END",
    "BEGIN EXECUTE format('DROP TABLE %I', 't'); END",
    "this is no PL/pgSQL",
  ])("%s has to be read by a person", (body) => {
    expect(doing(body)).toEqual([{ kind: "Other", what: "an anonymous code block", table: null }]);
  });
});

test("what does not parse is unknown", () => {
  expect(read("ALTER TABEL t")).toMatchObject([{ kind: "Unknown" }]);
});
