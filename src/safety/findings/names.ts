import type { ColumnDefinition, SchemaChange } from "../../schema/change.ts";

/** Names that the changes make and that are too long, each once. */
export function longNames(changes: readonly SchemaChange[], tooLong: (name: string) => boolean): string[] {
  return [...new Set(changes.flatMap(made))].filter(tooLong);
}

function made(change: SchemaChange): readonly string[] {
  switch (change.kind) {
    case "CreateTable":
      return [change.table, ...change.columns.flatMap(ofColumn), ...change.constraints.flatMap(({ name }) => name ?? [])];
    case "AddColumn":
      return ofColumn(change.column);
    case "AddConstraint":
      return change.constraint.name === null ? [] : [change.constraint.name];
    case "CreateIndex":
      return [change.index.name];
    case "RenameTable":
    case "RenameColumn":
    case "RenameConstraint":
    case "RenameIndex":
      return [change.to];
    default:
      return [];
  }
}

function ofColumn({ name, references }: ColumnDefinition): readonly string[] {
  return references?.name ? [name, references.name] : [name];
}
