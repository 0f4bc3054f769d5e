import type { PostgresLock } from "../locks.ts";

/** What a statement does on PostgreSQL, as far as locks are concerned. One change may be several forms at once. */
export type PostgresForm = (typeof postgresRows)[number]["form"];

/** One row of PostgreSQL's lock table. */
export interface PostgresRow {
  readonly form: string;
  /** First major version it is true for; null: every version. Forms without an older row do not exist there. */
  readonly from: string | null;
  /** Lock on the table the statement names; null: none that lasts. */
  readonly table: PostgresLock | null;
  /** Lock on the table at the other end of each foreign key concerned, referenced or referencing. */
  readonly others: PostgresLock | null;
  /** Work that takes time in proportion to the table, done while the locks are held. */
  readonly work: "none" | "scan" | "index build" | "rewrite";
  /** The table at the other end is read from end to end, too. */
  readonly scansOthers: boolean;
  /** It locks every row it changes until the transaction ends: UPDATE and DELETE of them wait. */
  readonly locksRows: boolean;
  /** Names of the measured records that show it (test/safety/impact/measured/postgresql.json). */
  readonly facts: readonly string[];
}

const none = { from: null, table: null, others: null, work: "none", scansOthers: false, locksRows: false } as const;
const exclusive = { ...none, table: "ACCESS EXCLUSIVE" } as const;
const maintenance = { ...none, table: "SHARE UPDATE EXCLUSIVE" } as const;
const both = { ...exclusive, others: "ACCESS EXCLUSIVE" } as const;

/**
 * PostgreSQL 12 to 18, measured on 12.22, 13.23, 14.23, 15.18, 16.14, 17.10 and 18.4. Locks did not change between them;
 * `from` marks what older versions do not know.
 */
export const postgresRows = [
  { ...none, form: "create table", facts: ["create_table_no_fk"] },
  { ...none, form: "create table: foreign key", others: "SHARE ROW EXCLUSIVE", facts: ["create_table_fk_inline", "create_table_fk_deferred_sql"] },
  { ...exclusive, form: "drop table", facts: ["drop_table_leaf_no_fk"] },
  { ...both, form: "drop table: foreign key", facts: ["drop_table_leaf_with_fk_to_big", "drop_table_with_fk_to_big"] },
  { ...exclusive, form: "rename table", facts: ["rename_table"] },
  { ...exclusive, form: "set tablespace", work: "rewrite", facts: ["set_tablespace"] },

  { ...exclusive, form: "add column", facts: ["add_col_null", "add_col_notnull_default_const_kept", "add_col_default_now"] },
  { ...exclusive, form: "add column: check", work: "scan", facts: ["add_col_inline_check", "add_col_notnull_default_inline_check"] },
  { ...exclusive, form: "add column: volatile default", work: "rewrite", facts: ["add_col_default_clock_timestamp", "add_col_default_random", "add_col_default_gen_random_uuid", "add_col_default_uuidv7"] },
  { ...exclusive, form: "add column: identity", work: "rewrite", facts: ["add_col_identity", "add_col_bigserial"] },
  { ...exclusive, form: "add column: generated stored", work: "rewrite", facts: ["add_col_generated_stored"] },
  { ...exclusive, form: "add column: generated virtual", from: "18", facts: ["add_col_generated_virtual"] },
  { ...exclusive, form: "add column: generated virtual not null", from: "18", work: "scan", facts: ["add_col_generated_virtual_notnull_18"] },
  { ...exclusive, form: "add column: unique", work: "index build", facts: ["add_col_unique_null"] },
  { ...exclusive, form: "add column: foreign key", others: "SHARE ROW EXCLUSIVE", facts: ["add_col_fk_inline_only", "add_col_self_fk"] },
  { ...exclusive, form: "add column: foreign key and default", others: "SHARE ROW EXCLUSIVE", work: "scan", scansOthers: true, facts: ["add_col_fk_inline_notnull_default"] },
  { ...exclusive, form: "drop column", facts: ["drop_col_nullable", "drop_col_notnull", "drop_col_indexed"] },
  { ...both, form: "drop column: foreign key", facts: ["drop_col_fk", "drop_pk_col_cascade_referenced"] },
  { ...exclusive, form: "rename column", facts: ["rename_col", "rename_col_fk"] },

  { ...exclusive, form: "set type", facts: ["type_varchar50_to_varchar100_indexed", "type_varchar_to_text_indexed", "type_numeric10_2_to_12_2", "type_timestamp_to_timestamptz"] },
  { ...exclusive, form: "set type: rewrite", work: "rewrite", facts: ["type_int_to_bigint", "type_varchar50_to_varchar20", "type_text_to_varchar255", "type_varchararr20_to_varchararr50"] },
  { ...exclusive, form: "set type: check", work: "scan", facts: ["type_varchar_widen_with_check", "type_noop_same_type"] },
  { ...exclusive, form: "set type: index rebuilt", work: "index build", facts: ["type_varchar_widen_used_in_partial_index", "type_varchar_widen_used_in_expr_index", "type_varchar_to_citext_indexed", "type_varchar_collate_change_indexed", "type_timestamp_to_timestamptz_indexed"] },
  { ...both, form: "set type: foreign key", facts: [] },
  { ...both, form: "set type: foreign key checked again", work: "scan", scansOthers: true, facts: [] },

  { ...exclusive, form: "set not null", work: "scan", facts: ["set_not_null", "set_not_null_with_notvalid_check", "add_not_null_constraint_18"] },
  { ...exclusive, form: "set not null: not valid", from: "18", facts: ["add_not_null_constraint_not_valid_18"] },
  { ...exclusive, form: "set not null: proven", facts: ["set_not_null_with_valid_check", "set_not_null_with_valid_composite_check", "set_not_null_not_null_already"] },
  { ...exclusive, form: "drop not null", facts: ["drop_not_null"] },
  { ...exclusive, form: "set or drop default", facts: ["set_default", "drop_default"] },
  { ...exclusive, form: "add or drop identity", facts: ["alter_column_add_identity", "drop_identity"] },

  { ...exclusive, form: "add check", work: "scan", facts: ["add_check"] },
  { ...exclusive, form: "add check: not valid", facts: ["add_check_not_valid"] },
  { ...exclusive, form: "add unique", work: "index build", facts: ["add_unique", "add_unique_deferrable"] },
  { ...exclusive, form: "add unique: using index", facts: ["add_unique_using_index"] },
  { ...exclusive, form: "add primary key", work: "index build", facts: ["add_pk"] },
  { ...exclusive, form: "add primary key: using index", facts: ["add_pk_using_index"] },
  { ...exclusive, form: "add exclusion", work: "index build", facts: ["add_exclude"] },
  { ...none, form: "add foreign key", table: "SHARE ROW EXCLUSIVE", others: "SHARE ROW EXCLUSIVE", work: "scan", scansOthers: true, facts: ["add_fk", "add_fk_on_delete_cascade_db"] },
  { ...none, form: "add foreign key: not valid", table: "SHARE ROW EXCLUSIVE", others: "SHARE ROW EXCLUSIVE", facts: ["add_fk_not_valid"] },
  { ...exclusive, form: "drop constraint", facts: ["drop_check", "drop_unique", "drop_pk"] },
  { ...both, form: "drop foreign key", facts: ["drop_fk", "drop_fk_django"] },
  { ...maintenance, form: "validate check", work: "scan", facts: ["validate_not_null_constraint_18", "validate_check"] },
  { ...maintenance, form: "validate foreign key", others: "ROW SHARE", work: "scan", scansOthers: true, facts: ["validate_fk"] },
  { ...maintenance, form: "validate: already valid", facts: ["validate_check_already_valid"] },
  { ...exclusive, form: "rename constraint", facts: ["rename_constraint"] },

  { ...none, form: "create index", table: "SHARE", work: "index build", facts: ["create_index", "create_index_partial", "create_index_expression", "create_index_gin", "create_index_brin", "create_index_hash", "create_index_include", "create_unique_index"] },
  { ...none, form: "create index: exists already", table: "SHARE", facts: ["create_index_if_not_exists_existing"] },
  { ...maintenance, form: "create index concurrently", work: "index build", facts: ["create_index_concurrently", "create_unique_index_concurrently", "create_index_concurrently_partial", "create_index_concurrently_gin"] },
  { ...exclusive, form: "drop index", facts: ["drop_index"] },
  { ...maintenance, form: "drop index concurrently", facts: ["drop_index_concurrently"] },
  { ...none, form: "rename index", facts: ["rename_index"] },

  { ...maintenance, form: "comment", facts: ["comment_on_table", "comment_on_column"] },
  { ...exclusive, form: "drop sequence", facts: ["type_serial_pk_to_identity_django"] },
  { ...none, form: "create or alter sequence", facts: ["create_sequence", "alter_sequence_as"] },
  { ...none, form: "extension or collation", facts: ["create_extension", "create_collation"] },
  { ...none, form: "create trigger", table: "SHARE ROW EXCLUSIVE", facts: ["create_trigger", "disable_trigger_user"] },
  { ...exclusive, form: "rule or row security", facts: ["create_rule", "create_policy", "enable_rls", "drop_trigger"] },
  { ...exclusive, form: "storage, replica identity or deferrability", facts: ["set_storage", "set_compression", "replica_identity_full", "alter_fk_deferrable"] },
  { ...exclusive, form: "rewrite by command", work: "rewrite", facts: ["set_unlogged", "vacuum_full", "cluster"] },
  { ...exclusive, form: "new partition", facts: ["create_partition_of"] },
  { ...none, form: "function, type or view", facts: ["create_function", "create_type_enum", "alter_type_add_value", "drop_view"] },

  { ...none, form: "insert rows", table: "ROW EXCLUSIVE", facts: ["insert_select_backfill"] },
  { ...none, form: "update rows", table: "ROW EXCLUSIVE", work: "scan", locksRows: true, facts: ["update_whole_table"] },
  { ...none, form: "delete rows", table: "ROW EXCLUSIVE", work: "scan", locksRows: true, facts: ["delete_all_rows"] },
  { ...exclusive, form: "truncate", facts: ["truncate"] },
] as const satisfies readonly PostgresRow[];
