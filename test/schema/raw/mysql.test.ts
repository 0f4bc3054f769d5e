import { describe, expect, test } from "vitest";
import { mysqlChanges } from "../../../src/schema/raw/mysql.ts";
import { splitScript } from "../../../src/schema/raw/tokens.ts";

const kinds: readonly (readonly [string, readonly unknown[]])[] = [
  ["ALTER TABLE `a` ADD COLUMN `b` varchar(20) NOT NULL DEFAULT 'x', DROP `c`", [{ kind: "AddColumn", table: "a", column: { name: "b", type: "varchar(20)", null: false, default: { sql: "'x'", lasting: true } } }, { kind: "DropColumn", table: "a", column: "c" }]],
  ["ALTER TABLE a MODIFY b bigint unsigned NULL", [{ kind: "AlterColumn", actions: [{ kind: "Modify", column: "b", definition: { type: "bigint unsigned", null: true } }] }]],
  ["ALTER TABLE a ADD UNIQUE KEY u (x(10), y)", [{ kind: "AddConstraint", constraint: { kind: "unique", name: "u", columns: ["x", "y"] } }]],
  ["ALTER TABLE a ADD INDEX i (x DESC)", [{ kind: "CreateIndex", index: { name: "i", columns: ["x"], unique: false } }]],
  ["ALTER TABLE a ADD CONSTRAINT f FOREIGN KEY (x) REFERENCES b (id)", [{ kind: "AddConstraint", constraint: { kind: "foreign key", name: "f", columns: ["x"], toTable: "b", toColumns: ["id"] } }]],
  ["ALTER TABLE a DROP FOREIGN KEY f", [{ kind: "DropConstraint", name: "f", constraint: "foreign key" }]],
  ["ALTER TABLE a ALTER COLUMN b DROP DEFAULT", [{ kind: "AlterColumn", actions: [{ kind: "DropDefault", column: "b" }] }]],
  ["ALTER TABLE a PARTITION BY HASH(id)", [{ kind: "Unknown" }]],
  ["RENAME TABLE a TO b, `c` TO d", [{ kind: "RenameTable", table: "a", to: "b" }, { kind: "RenameTable", table: "c", to: "d" }]],
  ["CREATE TABLE t (id int PRIMARY KEY, a text, UNIQUE (a)) ENGINE=InnoDB", [{ kind: "CreateTable", table: "t", columns: [{ name: "id", null: false }, { name: "a", type: "text" }], constraints: [{ kind: "unique", columns: ["a"] }] }]],
  ["UPDATE a SET b = 'x;y'; DELETE FROM c", [{ kind: "WriteRows", statement: "UPDATE", table: "a" }, { kind: "WriteRows", statement: "DELETE", table: "c" }]],
  ["CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW SET x = 1", [{ kind: "Other", what: "a trigger" }]],
  ["FROBNICATE a", [{ kind: "Unknown" }]],
];

test.each(kinds)("%s", (sql, changes) => {
  expect(mysqlChanges(sql)).toMatchObject(changes);
});

test("a script is split outside strings and comments, and comments go", () => {
  expect(splitScript("-- first; comment\nUPDATE a SET b = ';';\n/* ; */ SELECT 1")).toEqual(["UPDATE a SET b = ';';", "SELECT 1"]);
});

describe("what keeps a statement from being quick", () => {
  test.each<[string, unknown]>([
    ["CREATE INDEX `i` ON `t` ((UPPER(`a`)), `b` DESC)", { kind: "CreateIndex", index: { columns: ["b"], expressions: ["(UPPER(`a`))"] } }],
    ["CREATE FULLTEXT INDEX i ON t (a)", { kind: "CreateIndex", index: { columns: ["a"], method: "FULLTEXT" } }],
    ["ALTER TABLE t ADD COLUMN x varchar(36) DEFAULT (uuid()) NOT NULL", { kind: "AddColumn", column: { default: { sql: "(uuid())" }, null: false } }],
    ["ALTER TABLE t MODIFY a varchar(50) COLLATE utf8mb4_bin NOT NULL", { actions: [{ definition: { type: "varchar(50)", collation: "utf8mb4_bin", null: false } }] }],
    ["CREATE TRIGGER g BEFORE INSERT ON `t` FOR EACH ROW SET NEW.a = 1", { kind: "Other", what: "a trigger", table: "t" }],
  ])("%s", (sql, change) => expect(mysqlChanges(sql)).toMatchObject([change]));

  test("ALGORITHM=COPY is told beside what it copies for", () => {
    expect(mysqlChanges("ALTER TABLE t ADD COLUMN x int NULL, ALGORITHM=COPY, LOCK=SHARED")).toMatchObject([{ kind: "AddColumn" }, { kind: "Other", what: "ALGORITHM=COPY, which copies the table" }, { kind: "NoEffect" }]);
  });
});
