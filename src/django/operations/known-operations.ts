import type { Value } from "../../python/value.ts";

/** An operation of a published package: how it is called and what is known of its effect. Read in the package's source; where that was not sure, it is not listed. */
export interface KnownOperation {
  /** The operation of Django whose state_forwards it keeps; null: it leaves the project state as it is. */
  readonly like: string | null;
  /** Its own parameters in order; those named as the Django operation's are handed on, the others are dropped. */
  readonly parameters: readonly string[];
  /** Arguments it always passes to the Django operation. */
  readonly fixed?: Readonly<Record<string, Value>>;
  /** "same" as Django's; "nothing"; "default" for a lasting default of a column; "safer" for django-pg-migration-tools' own statements; or what it does instead, in words: its SQL is not known here. */
  /** django-syzygy from Django 5.0 on: Django's own operation with the field's default as its db_default, or NULL without one, or no db_default. */
  readonly withDatabaseDefault?: "default" | "default or null" | "none";
  readonly database: "same" | "nothing" | "default" | "safer" | { readonly does: string };
}

const migrations = "django.db.migrations";
const postgres = "django.contrib.postgres.operations";
const fieldParameters = ["model_name", "name", "field", "preserve_default"];
const partition = (parameters: readonly string[], does: string): KnownOperation => ({ like: null, parameters: ["model_name", "name", ...parameters], database: { does } });
const createdModel = (extra: string, does: string): KnownOperation => ({ like: `${migrations}.CreateModel`, parameters: ["name", "fields", "options", extra, "bases", "managers"], database: { does } });
const deletedModel = (does: string): KnownOperation => ({ like: `${migrations}.DeleteModel`, parameters: ["name"], database: { does } });
const safer = (like: string, parameters: readonly string[]): KnownOperation => ({ like, parameters, database: "safer" });
const dataMigration = (parameters: readonly string[]): KnownOperation => ({ like: `${migrations}.RunPython`, parameters, database: "same" });

/** By module prefix, then class name. An operation may be imported from any module below the prefix. */
export const knownOperations: Readonly<Record<string, Readonly<Record<string, KnownOperation>>>> = {
  // django-pgtrigger, pgtrigger/migrations.py
  "pgtrigger.migrations": {
    AddTrigger: { like: null, parameters: ["model_name", "trigger"], database: { does: "installs a trigger on the model's table; columns and constraints stay as they are" } },
    RemoveTrigger: { like: null, parameters: ["model_name", "name"], database: { does: "removes a trigger from the model's table; columns and constraints stay as they are" } },
  },
  // django-add-default-value, django_add_default_value/add_default_value.py
  django_add_default_value: {
    AddDefaultValue: { like: null, parameters: ["model_name", "name", "value"], database: "default" },
  },
  // django-migration-linter, django_migration_linter/operations.py: a marker
  django_migration_linter: {
    IgnoreMigration: { like: null, parameters: ["reason"], database: "nothing" },
  },
  // django-pg-migration-tools 0.1.26, src/django_pg_migration_tools/operations.py
  "django_pg_migration_tools.operations": {
    SaferAddIndexConcurrently: safer(`${postgres}.AddIndexConcurrently`, ["model_name", "index"]),
    SaferRemoveIndexConcurrently: safer(`${postgres}.RemoveIndexConcurrently`, ["model_name", "name"]),
    SaferAddUniqueConstraint: safer(`${migrations}.AddConstraint`, ["model_name", "constraint", "raise_if_exists"]),
    SaferRemoveUniqueConstraint: safer(`${migrations}.RemoveConstraint`, ["model_name", "name"]),
    SaferAddCheckConstraint: safer(`${migrations}.AddConstraint`, ["model_name", "constraint"]),
    SaferRemoveCheckConstraint: safer(`${migrations}.RemoveConstraint`, ["model_name", "name"]),
    SaferAlterFieldSetNotNull: safer(`${migrations}.AlterField`, fieldParameters),
    SaferAddFieldForeignKey: safer(`${migrations}.AddField`, fieldParameters),
    SaferAddFieldOneToOne: safer(`${migrations}.AddField`, fieldParameters),
    SaferRemoveFieldForeignKey: safer(`${migrations}.RemoveField`, ["model_name", "name", "field"]),
  },
  // django-syzygy 1.2, syzygy/operations.py. From Django 5.0 on, its operations of old migrations are functions that make Django's own with a db_default.
  "syzygy.operations": {
    AddField: { like: `${migrations}.AddField`, parameters: fieldParameters, database: { does: "adds the column and keeps the field's default in the database" }, withDatabaseDefault: "default" },
    AlterField: { like: `${migrations}.AlterField`, parameters: ["model_name", "name", "field", "stage", "preserve_default"], database: "same" },
    RenameField: { like: `${migrations}.RenameField`, parameters: ["model_name", "old_name", "new_name", "stage"], database: "same" },
    RenameModel: { like: `${migrations}.RenameModel`, parameters: ["old_name", "new_name", "stage"], database: "same" },
    PreRemoveField: { like: null, parameters: fieldParameters, database: { does: "gives the column a default in the database, or makes it nullable, before it is removed" }, withDatabaseDefault: "default or null" },
    PostAddField: { like: null, parameters: fieldParameters, database: { does: "drops the default that was kept in the database" }, withDatabaseDefault: "none" },
  },
  // django-postgres-extra, psqlextra/backend/migrations/operations
  "psqlextra.backend.migrations.operations": {
    PostgresCreatePartitionedModel: createdModel("partitioning_options", "creates a partitioned table whose primary key includes the partitioning key"),
    PostgresCreateViewModel: createdModel("view_options", "creates a view"),
    PostgresCreateMaterializedViewModel: createdModel("view_options", "creates a materialized view"),
    PostgresDeletePartitionedModel: deletedModel("drops a partitioned table"),
    PostgresDeleteViewModel: deletedModel("drops a view"),
    PostgresDeleteMaterializedViewModel: deletedModel("drops a materialized view"),
    PostgresAddDefaultPartition: partition([], "creates the default partition of a table"),
    PostgresAddRangePartition: partition(["from_values", "to_values"], "creates a range partition of a table"),
    PostgresAddListPartition: partition(["values"], "creates a list partition of a table"),
    PostgresAddHashPartition: partition(["modulus", "remainder"], "creates a hash partition of a table"),
    PostgresDeleteDefaultPartition: partition([], "drops the default partition of a table"),
    PostgresDeleteRangePartition: partition([], "drops a range partition of a table"),
    PostgresDeleteListPartition: partition([], "drops a list partition of a table"),
    PostgresDeleteHashPartition: partition([], "drops a hash partition of a table"),
  },
  // pgvector-python, pgvector/django/extensions.py
  "pgvector.django": {
    VectorExtension: { like: `${postgres}.CreateExtension`, parameters: [], fixed: { name: "vector" }, database: "same" },
  },
  // django-db-views, django_db_views/operations.py
  "django_db_views.operations": {
    ViewRunPython: { like: null, parameters: ["code", "reverse_code", "atomic", "hints", "elidable"], database: { does: "creates or replaces a view" } },
    ViewDropRunPython: { like: null, parameters: ["code", "reverse_code", "atomic", "hints", "elidable"], database: { does: "drops a view" } },
  },
  // Wagtail, wagtail/blocks/migrations/migrate_operation.py and wagtail/models/i18n.py: RunPython with code of their own
  "wagtail.blocks.migrations.migrate_operation": {
    MigrateStreamData: dataMigration(["app_name", "model_name", "field_name", "operations_and_block_paths", "revisions_from", "chunk_size", "atomic", "hints", "elidable"]),
  },
  "wagtail.models": { BootstrapTranslatableModel: dataMigration(["model_string", "language_code"]) },
  "wagtail.core.models": { BootstrapTranslatableModel: dataMigration(["model_string", "language_code"]) },
};

/** What is known of the operation class at a dotted path; null when it is in no package known here. */
export function knownOperation(path: string): { readonly package: string; readonly operation: KnownOperation } | null {
  const name = path.slice(path.lastIndexOf(".") + 1);
  for (const [module, operations] of Object.entries(knownOperations)) {
    if (path.startsWith(`${module}.`) && Object.hasOwn(operations, name)) return { package: module.split(".")[0]!, operation: operations[name]! };
  }
  return null;
}
