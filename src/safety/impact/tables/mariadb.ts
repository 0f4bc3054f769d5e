import type { MysqlRow } from "./mysql.ts";

const common = { from: null, until: null, parents: null, children: null, work: "none", parentsWait: false, manual: null } as const;
const exclusive = "metadata lock EXCLUSIVE";

const instant = { ...common, lock: "INSTANT" } as const;
const rebuild = { ...common, lock: "INPLACE, LOCK=NONE", work: "rewrite" } as const;
const index = { ...common, lock: "NOCOPY, LOCK=NONE" } as const;
/** MariaDB 11.2 and later copies a table while others write to it (MDEV-16329), unless a cascading foreign key sits on it (MDEV-29068). */
const copy = { ...common, until: "11.2", lock: "COPY, LOCK=SHARED", work: "rewrite" } as const;
const onlineCopy = { ...common, from: "11.2", lock: "COPY, LOCK=NONE", work: "rewrite" } as const;
const withParent = { parents: "metadata lock SHARED_NO_WRITE", parentsWait: true } as const;

const types = ["type_int_to_bigint", "type_varchar50_to_varchar64", "type_varchar50_to_varchar20", "type_varchar_to_longtext", "type_decimal10_2_to_12_2", "type_datetime_to_datetime6", "type_pk_int_to_bigint"];

/** Measured on MariaDB 10.11.19 and 11.8.6. */
export const mariadbRows: readonly MysqlRow[] = [
  { ...common, form: "create table", lock: null, facts: ["create_table_no_fk"] },
  { ...common, form: "create table: foreign key", lock: null, facts: ["create_table_fk_inline"] },
  { ...common, form: "drop table", lock: exclusive, facts: ["drop_table_leaf_no_fk", "drop_table_leaf_with_fk_to_big"] },
  { ...common, form: "rename table", lock: exclusive, facts: ["rename_table"] },
  { ...instant, form: "table comment", facts: ["table_comment"] },

  { ...instant, form: "add column", facts: ["add_col_null", "add_col_notnull_default_kept", "add_col_default_now", "add_col_generated_virtual"] },
  { ...instant, form: "add column: check", facts: ["add_col_inline_check_mysql", "add_col_unsigned_default"] },
  { ...instant, form: "add column: expression default", facts: ["add_col_default_expr", "add_col_default_rand", "add_text_default_django42"] },
  { ...copy, form: "add column: default of uuid()", facts: ["add_col_default_uuid"] },
  { ...onlineCopy, form: "add column: default of uuid()", facts: ["add_col_default_uuid"] },
  { ...copy, form: "add column: generated stored", facts: ["add_col_generated_stored"] },
  { ...onlineCopy, form: "add column: generated stored", facts: ["add_col_generated_stored"] },
  { ...rebuild, form: "add column: unique", facts: ["add_col_unique"] },
  { ...common, form: "add column: auto increment", lock: "INPLACE, LOCK=SHARED", work: "rewrite", facts: ["add_col_auto_increment"] },
  { ...copy, ...withParent, form: "add column: foreign key", facts: ["add_col_fk_inline_django"] },
  { ...onlineCopy, ...withParent, form: "add column: foreign key", facts: ["add_col_fk_inline_django"] },
  { ...instant, form: "drop column", facts: ["drop_col_nullable", "drop_col_notnull", "drop_col_in_check"] },
  { ...index, form: "drop column: indexed", facts: ["drop_col_indexed", "drop_col_unique_backed"] },
  { ...rebuild, form: "drop column: part of an index", facts: [], manual: "proof-mysql.test.ts, on MariaDB 10.11" },
  { ...instant, form: "rename column", facts: ["rename_col", "rename_col_change", "rename_col_fk", "rename_col_indexed"] },

  { ...instant, form: "modify: definition only", facts: ["modify_set_default", "type_noop_same_type", "type_column_comment"] },
  { ...instant, form: "modify: longer varchar", facts: ["type_varchar50_to_varchar60", "type_varchar50_to_varchar63", "type_varchar100_to_varchar255", "type_varchar50_to_varchar60_indexed"] },
  { ...rebuild, form: "modify: null", facts: ["set_not_null", "drop_not_null"] },
  { ...instant, form: "modify: collation", facts: ["type_varchar_collation"] },
  { ...index, form: "modify: collation, indexed", work: "index build", facts: ["type_varchar_collation_indexed"] },
  { ...copy, form: "modify: type", facts: types },
  { ...onlineCopy, form: "modify: type", facts: types },
  { ...instant, form: "set or drop default", facts: ["set_default", "drop_default"] },

  { ...copy, form: "add check", facts: ["add_check"] },
  { ...onlineCopy, form: "add check", facts: ["add_check"] },
  { ...instant, form: "drop check", facts: ["drop_check_constraint"] },
  { ...copy, ...withParent, form: "add foreign key", facts: ["add_fk", "add_fk_no_index"] },
  { ...onlineCopy, ...withParent, form: "add foreign key", facts: ["add_fk", "add_fk_no_index"] },
  { ...instant, form: "drop foreign key", facts: ["drop_fk"] },
  { ...rebuild, form: "add primary key", facts: ["add_pk"] },
  { ...copy, form: "drop primary key", facts: ["drop_pk"] },
  { ...onlineCopy, form: "drop primary key", facts: ["drop_pk"] },
  { ...index, form: "create index", work: "index build", facts: ["create_index", "create_index_desc", "add_unique", "create_unique_index"] },
  { ...common, form: "create index: fulltext", lock: "INPLACE, LOCK=SHARED", work: "rewrite", facts: ["create_index_fulltext_first"] },
  { ...common, form: "create index: spatial", lock: "INPLACE, LOCK=SHARED", work: "index build", facts: [], manual: "MariaDB manual, InnoDB Online DDL Operations with the INPLACE Alter Algorithm" },
  { ...index, form: "drop index", facts: ["drop_index_via_alter", "drop_unique"] },
  { ...instant, form: "rename index", facts: ["rename_index"] },

  { ...common, form: "create trigger", lock: exclusive, facts: ["create_trigger"] },
  { ...common, form: "create view", lock: null, facts: ["create_view"] },
  { ...common, form: "insert rows", lock: "row locks", facts: [], manual: "MariaDB manual, InnoDB Lock Modes" },
  { ...common, form: "update rows", lock: "row locks", work: "scan", facts: ["update_whole_table"] },
  { ...common, form: "truncate", lock: exclusive, facts: ["truncate"] },
];
