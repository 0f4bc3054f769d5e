import { attributeOf } from "../django/bind/custom/class.ts";
import type { BoundField, BoundModel, BoundState } from "../django/bound.ts";
import { deprecatedClasses } from "../django/deprecated-classes.ts";
import type { Operation } from "../django/operation.ts";
import type { Python } from "../python/python.ts";
import type { Value } from "../python/value.ts";
import { readModels } from "./model-edits.ts";
import type { OpenProject } from "./open.ts";
import type { LeftPending } from "./pending.ts";
import { codeSpan } from "../code-span.ts";

/** Columns by table. */
export type Columns = ReadonlyMap<string, ReadonlySet<string>>;

/** The columns whose fields the models wrap in `deprecate_field` of django-deprecate-fields: the code does not read or write them any more. Throws SourceError. */
export async function deprecatedColumns(project: OpenProject, bound: BoundState): Promise<Columns> {
  const columns = new Map<string, Set<string>>();
  for (const { classes } of (await readModels(project, project.labels)).values()) {
    for (const [key, { deprecated }] of classes) {
      const model = bound.get(key);
      const found = model === null ? [] : [...deprecated].flatMap((field) => model.field(field)?.column ?? []);
      if (model !== null && found.length > 0) columns.set(model.table, new Set(found));
    }
  }
  return columns;
}

/** What models still have though their code does not use it any more, or Django will not for long. */
export function pendingFields(project: OpenProject, bound: BoundState, deprecated: Columns): readonly LeftPending[] {
  const models = bound.keys.flatMap((key) => bound.get(key) ?? []).filter((model) => project.labels.has(model.app) && !model.proxy && !model.swapped && model.managed);
  return models.flatMap((model) => model.localFields.flatMap((field) => pendingField(project, model, field, deprecated)));
}

function pendingField(project: OpenProject, model: BoundModel, field: BoundField, deprecated: Columns): readonly LeftPending[] {
  const at = { table: model.table, name: field.column, leftBy: lastChange(project, model, field), sql: null };
  const name = codeSpan(`${model.name}.${field.name}`);
  if (field.column !== null && deprecated.get(model.table)?.has(field.column)) return [{ ...at, what: "field", explanation: `${name} is marked with \`deprecate_field\`: the code does not use its column any more.` }];
  const told = field.field === null ? null : deprecatedClass(project.python, field.field.path);
  return told === null ? [] : [{ ...at, what: "field class", explanation: `${name} is a ${codeSpan(field.field!.path.split(".").at(-1)!)}, which is deprecated. ${told}` }];
}

/** The hint of a deprecated field class; null where it is none. */
function deprecatedClass(python: Python, path: string): string | null {
  const known = deprecatedClasses.find((one) => one.path.test(path));
  if (known) return known.hint;
  const found = python.find(path);
  if (found?.kind !== "class") return null;
  const details = attributeOf(found.definition, "system_check_removed_details") ?? attributeOf(found.definition, "system_check_deprecated_details");
  const value = details === null ? null : python.evaluate(details, found.module);
  if (value === null || typeof value !== "object" || value.kind !== "dict") return null;
  return [textAt(value, "msg"), textAt(value, "hint")].filter((text) => text !== null).join(" ") || "Its class says so.";
}

function textAt(value: Extract<Value, { kind: "dict" }>, key: string): string | null {
  const found = value.entries.find(([name]) => name === key)?.[1];
  return typeof found === "string" ? found : null;
}

/** The last migration that made or altered the field. */
function lastChange(project: OpenProject, model: BoundModel, field: BoundField): string | null {
  const same = (name: string) => name.toLowerCase() === model.name.toLowerCase();
  const changes = (operation: Operation): boolean => {
    switch (operation.kind) {
      case "AddField":
      case "AlterField":
        return same(operation.model) && operation.field.name === field.name;
      case "RenameField":
        return same(operation.model) && operation.to === field.name;
      case "CreateModel":
        return same(operation.name);
      case "SeparateDatabaseAndState":
      case "RunSQL":
        return operation.stateOperations.some(changes);
      default:
        return false;
    }
  };
  const found = project.order.findLast((migration) => migration.app === model.app && migration.operations.some(changes));
  return found ? `${found.app}.${found.name}` : null;
}
