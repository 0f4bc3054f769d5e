import type { ColumnDefinition, SchemaChange } from "../../../src/schema/change.ts";
import type { MysqlForm } from "../../../src/safety/impact/tables/mysql.ts";
import { addColumn, addConstraint, alter, check, createIndex, dropConstraint, foreignKey, index, modify, unique } from "./changes.ts";

export interface MysqlCase {
  readonly form: MysqlForm;
  readonly name: string;
  readonly setup?: readonly string[];
  readonly sql: string;
  readonly change: SchemaChange;
  /** It alone takes the statement. */
  readonly only?: "mysql" | "mariadb";
}

/** As on PostgreSQL: `item` refers to `parent`, `child` refers to `item`. */
export const mysqlTables = [
  "create table parent (id bigint primary key, code varchar(10) unique) character set utf8mb4",
  "create table item (id bigint primary key, a int not null default 1, b varchar(50) null, c varchar(100) null, note longtext, parent_id bigint null, other_id bigint null, key other (other_id), constraint item_parent foreign key (parent_id) references parent (id)) character set utf8mb4",
  "create table child (id bigint primary key, item_id bigint, constraint child_item foreign key (item_id) references item (id)) character set utf8mb4",
  "create table keyless (id bigint not null, b varchar(50)) character set utf8mb4",
  "insert into parent values (1, 'p')",
  "insert into item (id, b, c, note, parent_id, other_id) values (1, 'b', 'c', 'n', 1, 1)",
  "insert into child values (1, 1)",
];

const typed = (form: MysqlForm, name: string, type: string, rest: Partial<ColumnDefinition> = {}, setup?: readonly string[]): MysqlCase => ({
  form,
  name: `${name} ${type}`,
  sql: `alter table item modify ${name} ${type}${rest.collation ? ` collate ${rest.collation}` : ""}${rest.null === false ? " not null" : " null"}${rest.default ? ` default ${rest.default.sql}` : ""}`,
  change: modify("item", name, type, rest),
  ...(setup ? { setup } : {}),
});

const fk = { references: { name: "x_fk", table: "parent", column: "id" } };

export const mysqlCases: readonly MysqlCase[] = [
  { form: "table comment", name: "table comment", sql: "alter table item comment = 'x'", change: { kind: "CommentOnTable", table: "item", comment: "x" } },
  { form: "add column", name: "nullable", sql: "alter table item add column x int null", change: addColumn("item", "x", "integer") },
  { form: "add column", name: "constant default", sql: "alter table item add column x int default 7 not null", change: addColumn("item", "x", "integer", { null: false, default: { sql: "7", lasting: false } }) },
  { form: "add column", name: "virtual", sql: "alter table item add column x int as (a + 1) virtual", change: addColumn("item", "x", "integer", { generated: { sql: "a + 1", stored: false } }) },
  { form: "add column: check", name: "check", sql: "alter table item add column x int unsigned null check (x >= 0)", change: addColumn("item", "x", "integer UNSIGNED", { check: "x >= 0" }) },
  { form: "add column: expression default", name: "expression", sql: "alter table item add column x longtext default ('') not null", change: addColumn("item", "x", "longtext", { null: false, default: { sql: "('')", lasting: true } }) },
  { form: "add column: default of uuid()", name: "uuid()", only: "mariadb", sql: "alter table item add column x char(36) default (uuid()) not null", change: addColumn("item", "x", "char(36)", { null: false, default: { sql: "(uuid())", lasting: true } }) },
  { form: "add column: generated stored", name: "stored", sql: "alter table item add column x int as (a + 1) stored", change: addColumn("item", "x", "integer", { generated: { sql: "a + 1", stored: true } }) },
  { form: "add column: unique", name: "unique", sql: "alter table item add column x int null unique", change: addColumn("item", "x", "integer", { unique: true }) },
  { form: "add column: auto increment", name: "auto_increment", sql: "alter table keyless add column x bigint auto_increment not null primary key", change: addColumn("keyless", "x", "bigint", { null: false, identity: true, primaryKey: true }) },
  { form: "add column: foreign key", name: "foreign key", sql: "alter table item add column x bigint null, add constraint x_fk foreign key (x) references parent (id)", change: addColumn("item", "x", "bigint", fk) },
  { form: "drop column", name: "drop column", sql: "alter table item drop column note", change: { kind: "DropColumn", table: "item", column: "note", cascade: true } },
  { form: "drop column: indexed", name: "drop indexed column", sql: "alter table item drop column other_id", change: { kind: "DropColumn", table: "item", column: "other_id", cascade: true } },
  { form: "drop column: part of an index", name: "drop column of a wider index", setup: ["create index wide on item (a, b)"], sql: "alter table item drop column b", change: { kind: "DropColumn", table: "item", column: "b", cascade: true } },
  { form: "rename column", name: "change", sql: "alter table item change b bb varchar(50) null", change: { kind: "RenameColumn", table: "item", column: "b", to: "bb", definition: null } },

  typed("modify: definition only", "b", "varchar(50)", { default: { sql: "'x'", lasting: true } }),
  typed("modify: longer varchar", "b", "varchar(63)"),
  typed("modify: longer varchar", "c", "varchar(255)"),
  typed("modify: null", "b", "varchar(50)", { null: false }),
  typed("modify: null", "b", "varchar(60)", { null: false }),
  typed("modify: collation", "b", "varchar(50)", { collation: "utf8mb4_bin" }),
  typed("modify: collation, indexed", "b", "varchar(50)", { collation: "utf8mb4_bin" }, ["create index i on item (b)"]),
  typed("modify: type", "b", "varchar(64)"),
  typed("modify: type", "b", "varchar(20)"),
  typed("modify: type", "b", "longtext"),
  typed("modify: type", "a", "bigint", { null: false }),
  { form: "modify: type", name: "auto_increment added", sql: "alter table keyless modify id bigint auto_increment not null", setup: ["alter table keyless add primary key (id)"], change: modify("keyless", "id", "bigint", { null: false, identity: true }) },
  { form: "set or drop default", name: "set default", sql: "alter table item alter column b set default 'x'", change: alter("item", { kind: "SetDefault", column: "b", sql: "'x'", lasting: true }) },
  { form: "set or drop default", name: "drop default", sql: "alter table item alter column a drop default", change: alter("item", { kind: "DropDefault", column: "a", temporary: true }) },

  { form: "add check", name: "add check", sql: "alter table item add constraint ck check (a >= 0)", change: addConstraint("item", check("ck", "a >= 0", ["a"])) },
  { form: "drop check", name: "drop check", setup: ["alter table item add constraint ck check (a >= 0)"], sql: "alter table item drop constraint ck", change: dropConstraint("item", "ck", "check") },
  { form: "add foreign key", name: "add foreign key", sql: "alter table item add constraint f foreign key (other_id) references parent (id)", change: addConstraint("item", foreignKey("f", "other_id", "parent")) },
  { form: "drop foreign key", name: "drop foreign key", sql: "alter table item drop foreign key item_parent", change: dropConstraint("item", "item_parent", "foreign key") },
  { form: "add primary key", name: "add primary key", sql: "alter table keyless add primary key (id)", change: addConstraint("keyless", { kind: "primary key", name: null, columns: ["id"] }) },
  { form: "drop primary key", name: "drop primary key", setup: ["alter table keyless add primary key (id)"], sql: "alter table keyless drop primary key", change: dropConstraint("keyless", "PRIMARY", "primary key") },
  { form: "create index", name: "add index", sql: "alter table item add index i (b)", change: createIndex("item", index("i", ["b"])) },
  { form: "create index", name: "add unique", sql: "alter table item add constraint u unique (b)", change: addConstraint("item", unique("u", ["b"])) },
  { form: "create index: functional", name: "functional index", only: "mysql", sql: "alter table item add index i ((upper(b)))", change: createIndex("item", index("i", [], { parts: ["(upper(b))"], expressions: ["upper(b)"] })) },
  { form: "create index: fulltext", name: "fulltext index", sql: "alter table item add fulltext index i (b)", change: createIndex("item", index("i", ["b"], { method: "fulltext" })) },
  { form: "create index: spatial", name: "spatial index", setup: ["alter table item add column g point null", "update item set g = point(1, 1)", "alter table item modify g point not null"], sql: "alter table item add spatial index i (g)", change: createIndex("item", index("i", ["g"], { method: "spatial" })) },
  { form: "drop index", name: "drop index", sql: "alter table item drop index other", change: { kind: "DropIndex", table: "item", name: "other", concurrently: false, ifExists: false } },
  { form: "rename index", name: "rename index", sql: "alter table item rename index other to another", change: { kind: "RenameIndex", table: "item", name: "other", to: "another" } },
];
