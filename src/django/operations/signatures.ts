/** What an operation class is called with. Source: the `__init__`s in django/db/migrations/operations and django/contrib/postgres/operations.py, equal in 4.2 to 6.1. */
export interface Signature {
  /** In positional order. */
  readonly parameters: readonly string[];
  readonly keywordOnly?: readonly string[];
}

/** Operations of django.db.migrations. */
export const migrationOperations = {
  CreateModel: { parameters: ["name", "fields", "options", "bases", "managers"] },
  DeleteModel: { parameters: ["name"] },
  RenameModel: { parameters: ["old_name", "new_name"] },
  AlterModelTable: { parameters: ["name", "table"] },
  AlterModelTableComment: { parameters: ["name", "table_comment"] },
  AlterUniqueTogether: { parameters: ["name", "unique_together"] },
  AlterIndexTogether: { parameters: ["name", "index_together"] },
  AlterOrderWithRespectTo: { parameters: ["name", "order_with_respect_to"] },
  AlterModelOptions: { parameters: ["name", "options"] },
  AlterModelManagers: { parameters: ["name", "managers"] },
  AddField: { parameters: ["model_name", "name", "field", "preserve_default"] },
  // FieldOperation.__init__ is inherited, so a field is accepted and ignored.
  RemoveField: { parameters: ["model_name", "name", "field"] },
  AlterField: { parameters: ["model_name", "name", "field", "preserve_default"] },
  RenameField: { parameters: ["model_name", "old_name", "new_name"] },
  AddIndex: { parameters: ["model_name", "index"] },
  RemoveIndex: { parameters: ["model_name", "name"] },
  RenameIndex: { parameters: ["model_name", "new_name", "old_name", "old_fields"] },
  AddConstraint: { parameters: ["model_name", "constraint"] },
  RemoveConstraint: { parameters: ["model_name", "name"] },
  AlterConstraint: { parameters: ["model_name", "name", "constraint"] },
  RunSQL: { parameters: ["sql", "reverse_sql", "state_operations", "hints", "elidable"] },
  RunPython: { parameters: ["code", "reverse_code", "atomic", "hints", "elidable"] },
  SeparateDatabaseAndState: { parameters: ["database_operations", "state_operations"] },
} as const satisfies Record<string, Signature>;

/** Operations of django.contrib.postgres.operations. `hints` came with Django 6.1. */
export const postgresOperations = {
  CreateExtension: { parameters: ["name", "hints"] },
  AddIndexConcurrently: { parameters: ["model_name", "index"] },
  RemoveIndexConcurrently: { parameters: ["model_name", "name"] },
  CreateCollation: { parameters: ["name", "locale"], keywordOnly: ["provider", "deterministic"] },
  RemoveCollation: { parameters: ["name", "locale"], keywordOnly: ["provider", "deterministic"] },
  AddConstraintNotValid: { parameters: ["model_name", "constraint"] },
  ValidateConstraint: { parameters: ["model_name", "name"] },
} as const satisfies Record<string, Signature>;

/** CreateExtension's subclasses and the extension each one creates. */
export const extensionOperations: Readonly<Record<string, string>> = {
  BloomExtension: "bloom",
  BtreeGinExtension: "btree_gin",
  BtreeGistExtension: "btree_gist",
  CITextExtension: "citext",
  CryptoExtension: "pgcrypto",
  HStoreExtension: "hstore",
  TrigramExtension: "pg_trgm",
  UnaccentExtension: "unaccent",
};

export type DjangoOperationName = keyof typeof migrationOperations | keyof typeof postgresOperations;

/** Django's own name of an operation class, from any path it can be imported by; null when it is none of Django's. */
export function djangoOperationName(path: string): DjangoOperationName | null {
  const name = path.slice(path.lastIndexOf(".") + 1);
  if (path.startsWith("django.db.migrations.") && Object.hasOwn(migrationOperations, name)) return name as DjangoOperationName;
  // contrib.postgres.operations imports three of django.db.migrations' operations, so those can be imported from it as well.
  if (path.startsWith("django.contrib.postgres.operations.") && (Object.hasOwn(postgresOperations, name) || Object.hasOwn(migrationOperations, name))) return name as DjangoOperationName;
  return null;
}

/** The extension that a subclass of CreateExtension creates, or null. */
export function extensionOf(path: string): string | null {
  if (!path.startsWith("django.contrib.postgres.operations.")) return null;
  return extensionOperations[path.slice(path.lastIndexOf(".") + 1)] ?? null;
}

export function signatureOf(name: DjangoOperationName): Signature {
  return { ...migrationOperations, ...postgresOperations }[name];
}
