import type { MysqlLock } from "../locks.ts";

/** What a statement does on MySQL and MariaDB, as far as locks are concerned. One change may be several forms at once. */
export type MysqlForm =
  | "create table" | "create table: foreign key" | "drop table" | "rename table" | "table comment"
  | "add column" | "add column: check" | "add column: expression default" | "add column: default of uuid()" | "add column: generated stored" | "add column: unique"
  | "add column: auto increment" | "add column: foreign key" | "drop column" | "drop column: indexed" | "drop column: part of an index" | "rename column"
  | "modify: definition only" | "modify: longer varchar" | "modify: null" | "modify: collation" | "modify: collation, indexed" | "modify: type" | "set or drop default"
  | "add check" | "drop check" | "add foreign key" | "drop foreign key" | "add primary key" | "drop primary key"
  | "create index" | "create index: functional" | "create index: fulltext" | "create index: spatial" | "drop index" | "rename index"
  | "create trigger" | "create view" | "insert rows" | "update rows" | "truncate";

/** One row of MySQL's or MariaDB's lock table. */
export interface MysqlRow {
  readonly form: MysqlForm;
  /** First version it is true for, and the first for which it is not any more; null: no bound. */
  readonly from: string | null;
  readonly until: string | null;
  /** What the server picks where the statement says neither ALGORITHM nor LOCK; null: no lock anybody notices. */
  readonly lock: MysqlLock | null;
  /** Lock on the tables its foreign keys refer to, and on those that refer to it. */
  readonly parents: MysqlLock | null;
  readonly children: MysqlLock | null;
  readonly work: "none" | "scan" | "index build" | "rewrite";
  /** Writers of the referenced table wait for as long as the statement works. */
  readonly parentsWait: boolean;
  /** Measured records (test/safety/impact/measured/), or the manual where nothing was measured. */
  readonly facts: readonly string[];
  readonly manual: string | null;
}

const common = { from: null, until: null, parents: null, children: null, work: "none", parentsWait: false, manual: null } as const;
const exclusive = "metadata lock EXCLUSIVE";
const onlineDdl = "MySQL Reference Manual, Online DDL Operations";

/** Every ALTER TABLE of MySQL locks the definitions of the tables that refer to it, too. */
const alter = { ...common, children: exclusive } as const;
const instant = { ...alter, lock: "INSTANT" } as const;
const quick = { ...alter, lock: "INPLACE, LOCK=NONE" } as const;
const copy = { ...alter, lock: "COPY, LOCK=SHARED", work: "rewrite" } as const;
const copyWithParent = { ...copy, parents: exclusive, parentsWait: true } as const;

/** Measured on MySQL 9.7.4; 8.0 and 8.4 from the manual, which names the release of every change. */
export const mysqlRows: readonly MysqlRow[] = [
  { ...common, form: "create table", lock: null, facts: ["create_table_no_fk"] },
  { ...common, form: "create table: foreign key", lock: null, parents: exclusive, facts: ["create_table_fk_inline", "create_table_fk_django"] },
  { ...common, form: "drop table", lock: exclusive, parents: exclusive, facts: ["drop_table_leaf_no_fk", "drop_table_leaf_with_fk_to_big"] },
  { ...common, form: "rename table", lock: exclusive, parents: exclusive, children: exclusive, facts: ["rename_table"] },
  { ...quick, form: "table comment", facts: ["table_comment"] },

  { ...instant, form: "add column", from: "8.0.12", facts: ["add_col_null", "add_col_notnull_default_kept", "add_col_default_now", "add_col_generated_virtual"] },
  { ...quick, form: "add column", until: "8.0.12", work: "rewrite", facts: [], manual: onlineDdl },
  { ...copy, form: "add column: check", facts: ["add_col_inline_check_mysql", "add_col_unsigned_default"] },
  { ...copy, form: "add column: expression default", facts: ["add_col_default_expr", "add_text_default_django42", "add_json_default_django_mysql"] },
  { ...copy, form: "add column: default of uuid()", facts: [], manual: "9.7.4 refused it (error 1674); where a server takes it, as any expression" },
  { ...copy, form: "add column: generated stored", facts: ["add_col_generated_stored"] },
  { ...quick, form: "add column: unique", work: "rewrite", facts: ["add_col_unique"] },
  { ...alter, form: "add column: auto increment", lock: "INPLACE, LOCK=SHARED", work: "rewrite", facts: ["add_col_auto_increment"] },
  { ...copyWithParent, form: "add column: foreign key", facts: ["add_col_fk_inline_django"] },
  { ...instant, form: "drop column", from: "8.0.29", facts: ["drop_col_nullable", "drop_col_notnull", "drop_col_in_check"] },
  { ...quick, form: "drop column", until: "8.0.29", work: "rewrite", facts: [], manual: onlineDdl },
  { ...quick, form: "drop column: indexed", work: "rewrite", facts: ["drop_col_indexed", "drop_col_unique_backed"] },
  { ...quick, form: "drop column: part of an index", work: "rewrite", facts: ["drop_col_indexed"] },
  { ...instant, form: "rename column", from: "8.0.28", facts: ["rename_col", "rename_col_change", "rename_col_fk", "rename_col_indexed"] },
  { ...quick, form: "rename column", until: "8.0.28", facts: [], manual: onlineDdl },

  { ...instant, form: "modify: definition only", facts: ["modify_set_default", "type_noop_same_type", "type_column_comment"] },
  { ...quick, form: "modify: longer varchar", facts: ["type_varchar50_to_varchar60", "type_varchar50_to_varchar63", "type_varchar100_to_varchar255", "type_varchar50_to_varchar60_indexed"] },
  { ...quick, form: "modify: null", work: "rewrite", facts: ["set_not_null", "drop_not_null"] },
  { ...quick, form: "modify: collation", facts: ["type_varchar_collation"] },
  { ...copy, form: "modify: collation, indexed", facts: ["type_varchar_collation_indexed"] },
  { ...copy, form: "modify: type", facts: ["type_int_to_bigint", "type_varchar50_to_varchar64", "type_varchar50_to_varchar20", "type_varchar_to_longtext", "type_decimal10_2_to_12_2", "type_datetime_to_datetime6", "type_pk_int_to_bigint"] },
  { ...instant, form: "set or drop default", facts: ["set_default", "drop_default"] },

  { ...copy, form: "add check", facts: ["add_check"] },
  { ...instant, form: "drop check", facts: ["drop_check_constraint", "drop_check_mysql"] },
  { ...copyWithParent, form: "add foreign key", facts: ["add_fk", "add_fk_no_index"] },
  { ...quick, form: "drop foreign key", parents: exclusive, facts: ["drop_fk"] },
  { ...quick, form: "add primary key", work: "rewrite", facts: ["add_pk"] },
  { ...copy, form: "drop primary key", facts: ["drop_pk"] },
  { ...quick, form: "create index", work: "index build", facts: ["create_index", "create_index_desc", "add_unique", "create_unique_index"] },
  { ...alter, form: "create index: functional", lock: "INPLACE, LOCK=SHARED", work: "index build", facts: ["create_index_functional"] },
  { ...alter, form: "create index: fulltext", lock: "INPLACE, LOCK=SHARED", work: "rewrite", facts: ["create_index_fulltext_first"] },
  { ...alter, form: "create index: spatial", lock: "INPLACE, LOCK=SHARED", work: "index build", facts: [], manual: onlineDdl },
  { ...quick, form: "drop index", facts: ["drop_index", "drop_unique"] },
  { ...quick, form: "rename index", facts: ["rename_index"] },

  { ...common, form: "create trigger", lock: exclusive, facts: ["create_trigger"] },
  { ...common, form: "create view", lock: null, facts: ["create_view"] },
  { ...common, form: "insert rows", lock: "row locks", facts: [], manual: "MySQL Reference Manual, Locks Set by Different SQL Statements in InnoDB" },
  { ...common, form: "update rows", lock: "row locks", work: "scan", facts: ["update_whole_table"] },
  { ...common, form: "truncate", lock: exclusive, facts: ["truncate"] },
];
