import type { BoundField, BoundModel } from "../../django/bound.ts";
import { Unknown } from "../../sql/literal/unknown.ts";
import type { Node, Scope } from "./node.ts";
import { ofBound, type OutputField } from "./output-field.ts";
import { requiredTransform } from "./transforms.ts";

/** A name of a filter such as `owner__isnull`: the field it begins with and the names that follow. */
export interface ResolvedName {
  readonly field: BoundField;
  readonly rest: readonly string[];
}

/** Query.names_to_path where joins are not allowed. Throws Unknown for a name that is no column of the model, and for joins. */
export function resolveName(name: string, scope: Scope): ResolvedName {
  const [first, ...rest] = name.split("__");
  const field = columnField(first!, scope);
  const related = field.remote?.model ?? null;
  if (rest.length > 0 && related && related.field(rest[0]!) !== null) throw new Unknown(`"${name}" needs a join, which Django refuses here`);
  return { field, rest };
}

function columnField(name: string, scope: Scope): BoundField {
  const model = scope.model;
  if (!model) throw new Unknown(`a database default cannot name the field "${name}"`);
  const field = model.field(name);
  if (!field) throw new Unknown(`${model.app}.${model.name} has no field "${name}"`);
  if (field.column === null) throw new Unknown(`the field "${name}" has no column`);
  if (!isLocal(field, model)) throw new Unknown(`the field "${name}" is in the table of ${field.model.name}, which needs a join`);
  return field;
}

const isLocal = (field: BoundField, model: BoundModel): boolean => field.model.key === model.key || field.model.table === model.table || model.localFields.includes(field);

/** Col(None, field, output): a column without its table. */
export function columnNode(field: BoundField, output: OutputField, scope: Scope): Node {
  return {
    kind: "column",
    column: field,
    output: () => output,
    sql: () => {
      scope.reads.add(field.column!);
      return [scope.dialect.quoteName(field.column!).replaceAll("%", "%%")];
    },
  };
}

/** A field in a filter: a foreign key is compared as one. */
export function filterColumn(field: BoundField, scope: Scope): Node {
  return columnNode(field, ofBound(field), scope);
}

/** F(name): a foreign key has the type of what it points at; names that follow are transforms. */
export function referenceNode(name: string, scope: Scope): Node {
  const { field, rest } = resolveName(name, scope);
  let node = columnNode(field, targetOf(ofBound(field)), scope);
  for (const one of rest) node = requiredTransform(node, one, scope);
  return node;
}

function targetOf(field: OutputField): OutputField {
  if (!field.remote) return field;
  if (!field.remote.target) throw new Unknown("the field that the foreign key points at is not known");
  return targetOf(field.remote.target);
}
