import type { Place } from "../../place.ts";
import type { Definition, PyModule, Python } from "../../python/python.ts";
import type { ClassStatement, Expression, Statement } from "../../python/syntax.ts";
import type { CallValue, Value } from "../../python/value.ts";
import type { BindContext } from "../bind/context.ts";
import { descends } from "../bind/resolve-class.ts";
import { resolveField } from "../bind/resolve-field.ts";
import type { Field } from "../operation.ts";
import { readContext } from "../operations/context.ts";
import { readField } from "../operations/field.ts";

/** What a class of a models module says, as far as it can be told without running it. */
export interface ModelClass {
  readonly name: string;
  readonly place: Place;
  /** Fields with a column or a table of their own, those of abstract bases in the repository included. */
  readonly fields: ReadonlyMap<string, Field>;
  /** Those of them that only migrations see: the code that runs neither reads nor writes them (`deprecate_field` of django-deprecate-fields). */
  readonly deprecated: ReadonlySet<string>;
  /** Every name that its body and those of its bases bind, fields or not, and however. */
  readonly names: ReadonlySet<string>;
  /** Every base was read down to Django's Model, and nothing decorates it: it has no other fields than these. */
  readonly complete: boolean;
  /** Does it descend from Django's Model, as far as can be told? */
  readonly model: boolean;
  readonly abstract: boolean;
  /** `Meta.proxy`, or `managed = False`: its columns are not this class's affair. */
  readonly unmanaged: boolean;
  /** `Meta.app_label`, where it has one; null where that cannot be read. */
  readonly appLabel?: string | null;
}

type FoundClass = Extract<Definition, { kind: "class" }>;

/** More bases of bases than any model has. */
const deepest = 20;

/** Reads one class of the repository as a model. Pure; asks `context.python` for files that may not have been given yet. */
export function readModelClass(found: FoundClass, context: BindContext & { readonly python: Python }, depth = 0): ModelClass {
  const { definition, module } = found;
  const fields = new Map<string, Field>();
  const names = new Set<string>();
  const deprecated = new Set<string>();
  let complete = (definition.decorators ?? []).length === 0 && definition.bases.every(({ kind }) => kind === "positional") && depth < deepest;
  let model = false;
  let inherited: Pick<ModelClass, "unmanaged" | "appLabel"> = { unmanaged: false };
  // Python's order: what stands first among the bases wins.
  for (const base of definition.bases.toReversed()) {
    const read = depth < deepest && base.kind === "positional" ? readBase(base.value, module, context, depth) : null;
    if (read === null) complete = false;
    else if (read === "model") model = true;
    else if (read !== "plain") {
      complete &&= read.complete;
      model ||= read.model;
      if (!read.model || read.abstract) for (const name of read.names) names.add(name);
      if (!read.model || !read.abstract) continue;
      inherited = read;
      for (const [name, field] of read.fields) fields.set(name, field);
      for (const name of read.deprecated) deprecated.add(name);
    }
  }
  for (const name of boundNames(definition.body)) {
    names.add(name);
    fields.delete(name);
    deprecated.delete(name);
  }
  for (const { field, hidden } of ownFields(definition, module, context)) {
    fields.set(field.name, field);
    if (hidden) deprecated.add(field.name);
  }
  const meta = metaOf(definition);
  const said = (name: string) => metaValue(meta, name, module, context.python);
  const label = said("app_label") ?? inherited.appLabel;
  return {
    name: definition.name,
    place: { path: module.path, line: module.lineAt(definition.start) },
    fields,
    deprecated,
    names,
    complete,
    model,
    abstract: said("abstract") === true,
    unmanaged: said("proxy") === true || said("managed") === false || (meta === null && inherited.unmanaged),
    ...(label !== undefined && { appLabel: typeof label === "string" ? label : null }),
  };
}

/** Bases that give a model no fields. */
const plain = /^(builtins\.)?object$|^(typing|typing_extensions|abc|enum)\.|^(Generic|Protocol)$/;

function readBase(value: Expression, module: PyModule, context: BindContext & { readonly python: Python }, depth: number): ModelClass | "model" | "plain" | null {
  const named = value.kind === "subscript" ? value.object : value;
  if (named.kind !== "name") return null;
  const path = context.python.resolve(named.path, module);
  if (/^django\.db\.models(\.base)?\.Model$/.test(path)) return "model";
  if (plain.test(path)) return "plain";
  const found = context.python.find(path);
  return found?.kind === "class" ? readModelClass(found, context, depth + 1) : null;
}

/** `name = models.CharField(…)`, in the class's own body. A class that is not known to be a field is none here. */
function ownFields({ body }: ClassStatement, module: PyModule, context: BindContext & { readonly python: Python }): readonly { readonly field: Field; readonly hidden: boolean }[] {
  const reading = readContext(context.python, context.facts);
  return body.flatMap((statement) => {
    if (statement.kind !== "assign" || statement.targets.length !== 1 || statement.targets[0]!.kind !== "name" || statement.value.kind !== "call") return [];
    const place = { path: module.path, line: module.lineAt(statement.start) };
    const value = context.python.evaluate(statement.value, module);
    const inside = deprecatedField(value);
    const field = { ...readField(statement.targets[0]!.path, inside ?? value, reading, place), place };
    if (field.path === "") return [];
    const resolved = resolveField(field, context);
    const known = descends(resolved.class, "django.db.models.Field") && resolved.class.unknown === null && !resolved.virtual;
    return known ? [{ field, hidden: inside !== null }] : [];
  });
}

/** deprecate_field() of django-deprecate-fields 0.1 (deprecate_field.py): makemigrations and migrate see the field, nullable; any other process a descriptor. */
function deprecatedField(value: Value): CallValue | null {
  if (value === null || typeof value !== "object" || value.kind !== "call" || !/^django_deprecate_fields(\.deprecate_field)?\.deprecate_field$/.test(value.path)) return null;
  const field = value.args[0] ?? value.kwargs.get("field_instance") ?? null;
  return field !== null && typeof field === "object" && field.kind === "call" ? { ...field, kwargs: new Map(field.kwargs).set("null", true) } : null;
}

/** Every name that statements bind, those under conditions included. */
function boundNames(body: readonly Statement[]): readonly string[] {
  return body.flatMap((statement): readonly string[] => {
    switch (statement.kind) {
      case "assign":
        return statement.targets.flatMap((target) => (target.kind === "name" ? [target.path] : target.kind === "tuple" || target.kind === "list" ? target.items.flatMap((item) => (item.kind === "name" ? [item.path] : [])) : []));
      case "class":
      case "function":
        return [statement.name];
      case "if":
        return boundNames([...statement.then, ...statement.otherwise]);
      case "try":
        return boundNames([...statement.body, ...statement.handlers.flat()]);
      case "with":
      case "for":
      case "while":
        return boundNames(statement.body);
      case "from":
        return statement.names.map(({ name, alias }) => alias ?? name);
      default:
        return [];
    }
  });
}

function metaOf({ body }: ClassStatement): ClassStatement | null {
  return body.findLast((one): one is ClassStatement => one.kind === "class" && one.name === "Meta") ?? null;
}

/** undefined: Meta does not say, or inherits it. */
function metaValue(meta: ClassStatement | null, name: string, module: PyModule, python: Python) {
  const statement = meta?.body.findLast((one) => one.kind === "assign" && one.targets.some((target) => target.kind === "name" && target.path === name));
  return statement?.kind === "assign" ? python.evaluate(statement.value, module) : undefined;
}
