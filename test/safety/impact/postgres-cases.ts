import type { SchemaChange } from "../../../src/schema/change.ts";
import type { PostgresForm } from "../../../src/safety/impact/tables/postgresql.ts";
import { addColumn, addConstraint, alter, check, column, createIndex, createTable, dropConstraint, foreignKey, index, setType, unique } from "./changes.ts";

/** A change and the statement that makes it, to be run on a server. */
export interface Case {
  /** The form of the lock table that it is there for. */
  readonly form: PostgresForm;
  readonly name: string;
  /** What must be there before, besides `tables`. */
  readonly setup?: string;
  readonly sql: string;
  readonly change: SchemaChange;
  /** First major version that knows the statement. */
  readonly from?: number;
  /** Cannot run in a transaction. */
  readonly outside?: boolean;
  /** No notice says that rows are read: only locks and rewrites are compared. */
  readonly silent?: boolean;
}

/** `item` refers to `parent`, `child` refers to `item`; each has rows. */
export const tables = `
  create table parent (id bigint primary key, code varchar(10) unique);
  create table item (id bigint primary key, a int not null default 1, b varchar(50), note text, parent_id bigint references parent (id) deferrable initially deferred,
                     price numeric(10, 2), made timestamptz, local timestamp, net cidr, tags varchar(20)[], ci citext);
  create table child (id bigint primary key, item_id bigint references item (id));
  insert into parent select g, 'p' || g from generate_series(1, 5) g;
  insert into item (id, b, note, parent_id, price) select g, 'b' || g, 'n' || g, g, g from generate_series(1, 5) g;
  insert into child select g, g from generate_series(1, 5) g;`;

const constant = (sql: string) => ({ default: { sql, lasting: true } });
const typed = (name: string, type: string, rest: Omit<Case, "form" | "name" | "sql" | "change"> & { form: PostgresForm }, collation: string | null = null): Case => ({
  name: `${name} to ${type}${rest.setup ? ` (${rest.setup})` : ""}`,
  sql: `alter table item alter column "${name}" type ${type}${collation ? ` collate "${collation}"` : ""} using "${name}"::${type}`,
  change: setType("item", name, type, { collation }),
  ...rest,
});

export const cases: readonly Case[] = [
  { form: "create table", name: "create table", sql: "create table made_new (id bigint primary key)", change: createTable("made_new", [column("id", "bigint", { primaryKey: true })]) },
  { form: "create table: foreign key", name: "create table with foreign key", sql: "create table made_new (id bigint primary key, p bigint references parent (id))", change: createTable("made_new", [column("id", "bigint", { primaryKey: true }), column("p", "bigint", { references: { name: null, table: "parent", column: "id" } })]) },
  { form: "drop table", name: "drop table", setup: "create table lone (id int)", sql: "drop table lone cascade", change: { kind: "DropTable", table: "lone", cascade: true } },
  { form: "drop table: foreign key", name: "drop referencing table", sql: "drop table child cascade", change: { kind: "DropTable", table: "child", cascade: true } },
  { form: "drop table: foreign key", name: "drop table in the middle", sql: "drop table item cascade", change: { kind: "DropTable", table: "item", cascade: true } },
  { form: "rename table", name: "rename table", sql: "alter table item rename to thing", change: { kind: "RenameTable", table: "item", to: "thing" } },

  { form: "add column", name: "nullable", sql: "alter table item add column x integer null", change: addColumn("item", "x", "integer") },
  { form: "add column", name: "constant default", sql: "alter table item add column x integer default 7 not null", change: addColumn("item", "x", "integer", { null: false, ...constant("7") }) },
  { form: "add column", name: "default now()", sql: "alter table item add column x timestamptz default (now()) not null", change: addColumn("item", "x", "timestamp with time zone", { null: false, ...constant("(now())") }) },
  { form: "add column", name: "default from a function that is not volatile", sql: "alter table item add column x text default (upper('a' || 'random()'))", change: addColumn("item", "x", "text", constant("(upper('a' || 'random()'))")) },
  { form: "add column: check", name: "column CHECK (PositiveIntegerField)", sql: `alter table item add column x integer null check ("x" >= 0)`, change: addColumn("item", "x", "integer", { check: '"x" >= 0' }) },
  { form: "add column: volatile default", name: "default gen_random_uuid()", from: 13, sql: "alter table item add column x uuid default (gen_random_uuid()) not null", change: addColumn("item", "x", "uuid", { null: false, ...constant("(gen_random_uuid())") }) },
  { form: "add column: volatile default", name: "default clock_timestamp()", sql: "alter table item add column x timestamptz default (clock_timestamp())", change: addColumn("item", "x", "timestamp with time zone", constant("(clock_timestamp())")) },
  { form: "add column: identity", name: "identity", sql: "alter table item add column x bigint generated by default as identity", change: addColumn("item", "x", "bigint", { null: false, identity: true }) },
  { form: "add column: identity", name: "bigserial", sql: "alter table item add column x bigserial", change: addColumn("item", "x", "bigserial", { null: false }) },
  { form: "add column: generated stored", name: "generated stored", sql: "alter table item add column x integer generated always as (a + 1) stored", change: addColumn("item", "x", "integer", { generated: { sql: "a + 1", stored: true } }) },
  { form: "add column: generated virtual", name: "generated virtual", from: 18, sql: "alter table item add column x integer generated always as (a + 1) virtual", change: addColumn("item", "x", "integer", { generated: { sql: "a + 1", stored: false } }) },
  { form: "add column: generated virtual not null", name: "generated virtual not null", from: 18, sql: "alter table item add column x integer generated always as (a + 1) virtual not null", change: addColumn("item", "x", "integer", { null: false, generated: { sql: "a + 1", stored: false } }) },
  { form: "add column: unique", name: "unique", sql: "alter table item add column x integer null unique", change: addColumn("item", "x", "integer", { unique: true }) },
  { form: "add column: foreign key", name: "nullable foreign key", sql: "alter table item add column x bigint null references parent (id) deferrable initially deferred", change: addColumn("item", "x", "bigint", { references: { name: null, table: "parent", column: "id" } }) },
  { form: "add column: foreign key", name: "foreign key to itself", sql: "alter table item add column x bigint null references item (id) deferrable initially deferred", change: addColumn("item", "x", "bigint", { references: { name: null, table: "item", column: "id" } }) },
  { form: "add column: foreign key and default", name: "foreign key with default", sql: "alter table item add column x bigint default 1 not null references parent (id) deferrable initially deferred", change: addColumn("item", "x", "bigint", { null: false, ...constant("1"), references: { name: null, table: "parent", column: "id" } }) },
  { form: "drop column", name: "drop column", sql: "alter table item drop column note cascade", change: { kind: "DropColumn", table: "item", column: "note", cascade: true } },
  { form: "drop column: foreign key", name: "drop foreign key column", sql: "alter table item drop column parent_id cascade", change: { kind: "DropColumn", table: "item", column: "parent_id", cascade: true } },
  { form: "drop column: foreign key", name: "drop referenced column", sql: "alter table item drop column id cascade", change: { kind: "DropColumn", table: "item", column: "id", cascade: true } },
  { form: "rename column", name: "rename column", sql: "alter table item rename column note to remark", change: { kind: "RenameColumn", table: "item", column: "note", to: "remark", definition: null } },

  typed("b", "varchar(100)", { form: "set type" }),
  typed("b", "varchar(100)", { form: "set type", setup: "create index i on item (b); create index l on item (b varchar_pattern_ops)" }),
  typed("b", "varchar(100)", { form: "set type", setup: "alter table item add constraint c check (b <> '') not valid" }),
  typed("b", "text", { form: "set type", setup: "create index i on item (a) include (b); alter table item add unique (b)" }),
  typed("b", "text", { form: "set type", setup: "alter table item add constraint x exclude using btree (b with =)" }),
  typed("note", "varchar", { form: "set type", setup: "create index i on item (note)" }),
  typed("price", "numeric(12, 2)", { form: "set type", setup: "create index i on item (price)" }),
  typed("net", "inet", { form: "set type", setup: "create index i on item (net)" }),
  typed("b", "varchar(20)", { form: "set type: rewrite" }),
  typed("a", "bigint", { form: "set type: rewrite", setup: "create index i on item (a)" }),
  typed("note", "varchar(255)", { form: "set type: rewrite" }),
  typed("price", "numeric(12, 4)", { form: "set type: rewrite" }),
  typed("tags", "varchar(50)[]", { form: "set type: rewrite" }),
  { form: "set type: rewrite", name: "another USING", sql: "alter table item alter column b type varchar(100) using upper(b)", change: setType("item", "b", "varchar(100)", { using: "upper(b)" }) },
  typed("b", "varchar(100)", { form: "set type: check", setup: "alter table item add constraint c check (b <> '')" }),
  typed("a", "integer", { form: "set type: check", setup: "alter table item add constraint c check (a >= 0)" }),
  typed("b", "varchar(100)", { form: "set type: index rebuilt", setup: "create index i on item (upper(b))" }),
  typed("b", "varchar(100)", { form: "set type: index rebuilt", setup: "create index i on item (a) where b is not null" }),
  typed("b", "varchar(100)", { form: "set type: index rebuilt", setup: "create index i on item (b) where a > 1" }),
  typed("b", "varchar(100)", { form: "set type: index rebuilt", setup: "alter table item add constraint x exclude using btree (b with =) where (a > 1)" }),
  typed("b", "citext", { form: "set type: index rebuilt", setup: "create index i on item (b)" }),
  typed("ci", "text", { form: "set type: index rebuilt", setup: "alter table item add unique (ci)" }),
  typed("local", "timestamptz", { form: "set type: index rebuilt", setup: "create index i on item (local)" }),
  typed("b", "varchar(50)", { form: "set type: index rebuilt", setup: "create index i on item (b)" }, "C"),
  { form: "set type: foreign key", name: "referenced varchar grows", setup: "create table coded (code varchar(10) references parent (code)); insert into coded values ('p1')", sql: "alter table parent alter column code type varchar(20)", change: setType("parent", "code", "varchar(20)", { using: null }) },
  { form: "set type: foreign key", name: "referencing varchar grows", setup: "create table coded (code varchar(10) references parent (code)); insert into coded values ('p1')", sql: "alter table coded alter column code type varchar(20)", change: setType("coded", "code", "varchar(20)", { using: null }) },
  { form: "set type: foreign key checked again", name: "foreign key column is rewritten", sql: "alter table item alter column parent_id type integer", change: setType("item", "parent_id", "integer", { using: null }) },
  { form: "set type: foreign key checked again", name: "referenced column is rewritten", sql: "alter table item alter column id type integer", change: setType("item", "id", "integer", { using: null }) },

  { form: "set not null", name: "set not null", sql: "alter table item alter column b set not null", change: alter("item", { kind: "SetNotNull", column: "b" }) },
  { form: "set not null", name: "set not null, check not valid", setup: "alter table item add constraint c check (b is not null) not valid", sql: "alter table item alter column b set not null", change: alter("item", { kind: "SetNotNull", column: "b" }) },
  { form: "set not null", name: "set not null, check with or", setup: "alter table item add constraint c check (b is not null or a > 0)", sql: "alter table item alter column b set not null", change: alter("item", { kind: "SetNotNull", column: "b" }) },
  { form: "set not null: not valid", name: "add constraint not null, not valid", sql: "alter table item add constraint n not null b not valid", change: alter("item", { kind: "SetNotNull", column: "b", notValid: true }), from: 18 },
  { form: "set not null: proven", name: "set not null, check", setup: "alter table item add constraint c check (b is not null)", sql: "alter table item alter column b set not null", change: alter("item", { kind: "SetNotNull", column: "b" }) },
  { form: "set not null: proven", name: "set not null, check with and", setup: "alter table item add constraint c check (a > 0 and b is not null and id > 0)", sql: "alter table item alter column b set not null", change: alter("item", { kind: "SetNotNull", column: "b" }) },
  { form: "set not null: proven", name: "set not null, already", sql: "alter table item alter column a set not null", change: alter("item", { kind: "SetNotNull", column: "a" }) },
  { form: "drop not null", name: "drop not null", sql: "alter table item alter column a drop not null", change: alter("item", { kind: "DropNotNull", column: "a" }) },
  { form: "set or drop default", name: "set default", sql: "alter table item alter column b set default 'x'", change: alter("item", { kind: "SetDefault", column: "b", sql: "'x'", lasting: true }) },
  { form: "set or drop default", name: "drop default", sql: "alter table item alter column a drop default", change: alter("item", { kind: "DropDefault", column: "a", temporary: false }) },
  { form: "add or drop identity", name: "add identity", setup: "alter table item alter column a drop default", sql: "alter table item alter column a add generated by default as identity", change: alter("item", { kind: "AddIdentity", column: "a" }) },

  { form: "add check", name: "add check", sql: "alter table item add constraint c check (a >= 0)", change: addConstraint("item", check("c", "a >= 0", ["a"])) },
  { form: "add check: not valid", name: "add check not valid", sql: "alter table item add constraint c check (a >= 0) not valid", change: addConstraint("item", check("c", "a >= 0", ["a"], true)) },
  { form: "add unique", name: "add unique", sql: "alter table item add constraint u unique (b)", change: addConstraint("item", unique("u", ["b"])) },
  { form: "add unique: using index", name: "add unique using index", setup: "create unique index u on item (b)", sql: "alter table item add constraint u unique using index u", change: addConstraint("item", unique("u", ["b"], "u")) },
  { form: "add primary key", name: "add primary key", setup: "create table keyless (id int not null)", sql: "alter table keyless add primary key (id)", change: addConstraint("keyless", { kind: "primary key", name: null, columns: ["id"] }) },
  { form: "add primary key: using index", name: "add primary key using index", setup: "create table keyless (id int not null); create unique index k on keyless (id)", sql: "alter table keyless add constraint k primary key using index k", change: addConstraint("keyless", { kind: "primary key", name: "k", columns: [], usingIndex: "k" }) },
  { form: "add exclusion", name: "add exclusion", sql: "alter table item add constraint x exclude using btree (b with =)", change: addConstraint("item", { kind: "exclusion", name: "x", sql: "EXCLUDE USING btree (b WITH =)", columns: ["b"] }) },
  { form: "add foreign key", name: "add foreign key", sql: "alter table item add constraint f foreign key (a) references parent (id) deferrable initially deferred", change: addConstraint("item", foreignKey("f", "a", "parent")) },
  { form: "add foreign key: not valid", name: "add foreign key not valid", sql: "alter table item add constraint f foreign key (a) references parent (id) not valid", change: addConstraint("item", foreignKey("f", "a", "parent", true)) },
  { form: "drop constraint", name: "drop check", setup: "alter table item add constraint c check (a >= 0)", sql: "alter table item drop constraint c", change: dropConstraint("item", "c", "check") },
  { form: "drop constraint", name: "drop unique", setup: "alter table item add constraint u unique (b)", sql: "alter table item drop constraint u", change: dropConstraint("item", "u", "unique") },
  { form: "drop foreign key", name: "drop foreign key", sql: "alter table item drop constraint item_parent_id_fkey", change: dropConstraint("item", "item_parent_id_fkey", "foreign key") },
  { form: "validate check", name: "validate check", setup: "alter table item add constraint c check (a >= 0) not valid", sql: "alter table item validate constraint c", change: { kind: "ValidateConstraint", table: "item", name: "c" } },
  { form: "validate foreign key", name: "validate foreign key", setup: "alter table item add constraint f foreign key (a) references parent (id) not valid", sql: "alter table item validate constraint f", change: { kind: "ValidateConstraint", table: "item", name: "f" } },
  { form: "validate: already valid", name: "validate what is valid", sql: "alter table item validate constraint item_parent_id_fkey", change: { kind: "ValidateConstraint", table: "item", name: "item_parent_id_fkey" } },
  { form: "rename constraint", name: "rename constraint", sql: "alter table item rename constraint item_pkey to item_pk", change: { kind: "RenameConstraint", table: "item", name: "item_pkey", to: "item_pk" } },

  { form: "create index", name: "create index", sql: "create index i on item (b)", change: createIndex("item", index("i", ["b"])) },
  { form: "create index: exists already", name: "create index if not exists", setup: "create index i on item (b)", sql: "create index if not exists i on item (b)", change: createIndex("item", index("i", ["b"], { ifNotExists: true })) },
  { form: "create index concurrently", name: "create index concurrently", outside: true, sql: "create index concurrently i on item (b)", change: createIndex("item", index("i", ["b"]), true) },
  { form: "drop index", name: "drop index", setup: "create index i on item (b)", sql: "drop index i", change: { kind: "DropIndex", table: "item", name: "i", concurrently: false, ifExists: false } },
  { form: "drop index concurrently", name: "drop index concurrently", outside: true, setup: "create index i on item (b)", sql: "drop index concurrently i", change: { kind: "DropIndex", table: "item", name: "i", concurrently: true, ifExists: false } },
  { form: "rename index", name: "rename index", setup: "create index i on item (b)", sql: "alter index i rename to j", change: { kind: "RenameIndex", table: "item", name: "i", to: "j" } },

  { form: "comment", name: "comment on table", sql: "comment on table item is 'x'", change: { kind: "CommentOnTable", table: "item", comment: "x" } },
  { form: "comment", name: "comment on column", sql: "comment on column item.b is 'x'", change: { kind: "CommentOnColumn", table: "item", column: "b", comment: "x" } },
  { form: "drop sequence", name: "drop sequence of a default", setup: "create sequence s; alter table item alter column a set default nextval('s')", sql: "drop sequence s cascade", change: { kind: "DropSequence", sequence: "s", table: "item", column: "a" } },
  { form: "create or alter sequence", name: "alter sequence", setup: "create sequence s owned by item.a", sql: "alter sequence s as bigint", change: { kind: "AlterSequence", sequence: "s", type: "bigint" } },
  { form: "function, type or view", name: "create function", sql: "create function f() returns int language sql as 'select 1'", change: { kind: "Other", what: "a function", table: null } },
  { form: "create trigger", name: "create trigger", setup: "create function f() returns trigger language plpgsql as 'begin return new; end'", sql: "create trigger t before insert on item for each row execute function f()", change: { kind: "Other", what: "a trigger", table: "item" } },
  { form: "rule or row security", name: "enable row security", sql: "alter table item enable row level security", change: { kind: "Other", what: "row security", table: "item" } },
  { form: "create trigger", name: "disable triggers", sql: "alter table item disable trigger user", change: { kind: "Other", what: "triggers of a table", table: "item" } },
  { form: "rule or row security", name: "drop trigger", setup: "create function f() returns trigger language plpgsql as 'begin return new; end'; create trigger t before insert on item for each row execute function f()", sql: "drop trigger t on item", change: { kind: "Other", what: "the drop of a trigger", table: "item" } },
  { form: "storage, replica identity or deferrability", name: "storage", sql: "alter table item alter column note set storage external", change: { kind: "Other", what: "storage or replica identity of a table", table: "item", breaksNothing: true } },
  { form: "storage, replica identity or deferrability", name: "replica identity", sql: "alter table item replica identity full", change: { kind: "Other", what: "storage or replica identity of a table", table: "item", breaksNothing: true } },
  { form: "rewrite by command", name: "set unlogged", setup: "create table lone (id int)", sql: "alter table lone set unlogged", change: { kind: "Other", what: "SET UNLOGGED, which rewrites the table", table: "lone", breaksNothing: true } },
  { form: "new partition", name: "partition of", setup: "create table pt (id int) partition by range (id)", sql: "create table pt1 partition of pt for values from (1) to (2)", change: { kind: "Other", what: "a new partition", table: "pt", breaksNothing: true } },
  { form: "rule or row security", name: "create rule", sql: "create rule r as on delete to item do instead nothing", change: { kind: "Other", what: "a rule", table: "item" } },
  { form: "function, type or view", name: "create view", sql: "create view v as select * from child", change: { kind: "Other", what: "a view", table: null } },
  { form: "extension or collation", name: "create collation", sql: 'create collation k from "C"', change: { kind: "CreateCollation", collation: "k", locale: "C", provider: "libc", deterministic: true } },

  { form: "insert rows", name: "insert", silent: true, sql: "insert into parent (id) values (99)", change: { kind: "WriteRows", statement: "INSERT", table: "parent" } },
  { form: "update rows", name: "fill nulls", silent: true, sql: "update item set note = 'x' where note is null", change: { kind: "FillNulls", table: "item", column: "note", value: "'x'" } },
  { form: "delete rows", name: "delete", silent: true, sql: "delete from child", change: { kind: "WriteRows", statement: "DELETE", table: "child" } },
  { form: "truncate", name: "truncate", silent: true, sql: "truncate child", change: { kind: "WriteRows", statement: "TRUNCATE", table: "child" } },
];
