import type { FunctionStatement } from "../../../python/syntax.ts";
import type { Value } from "../../../python/value.ts";
import type { BindContext } from "../context.ts";
import type { FieldClass, TypeMethod } from "../field-class.ts";
import { basePaths, called, methodOf, type ClassDefinition } from "./class.ts";
import { hiddenBy } from "./deconstruct.ts";
import { initialise } from "./init.ts";
import { classAttribute } from "./self.ts";
import { typeMethod } from "./type-method.ts";

/**
 * A field class, or a class mixed into one, read from the repository's source; null when the repository has none under that path.
 * Nothing of it is run: what cannot be followed and matters makes its column unknown, with class, file and line.
 */
export function customClass(path: string, context: BindContext): FieldClass | null {
  const found = context.python?.find(path) ?? null;
  if (found === null) return null;
  if (found.kind === "value") return alias(path, found.value);
  return found.kind === "class" ? readClass(found, context) : null;
}

/** `JSONField = models.JSONField`, `Money = partial(models.DecimalField, max_digits=9)`. */
function alias(path: string, value: Value): FieldClass | null {
  if (value === null || typeof value !== "object") return null;
  if (value.kind === "ref") return value.path === path ? null : { path, base: value.path };
  if (value.kind !== "call" || value.path !== "functools.partial") return null;
  const [made] = value.args;
  if (value.args.length !== 1 || made === null || typeof made !== "object" || made.kind !== "ref") return null;
  return { path, base: made.path, fallback: Object.fromEntries(value.kwargs) };
}

function readClass(found: ClassDefinition, context: BindContext): FieldClass {
  const python = context.python!;
  const { definition, path } = found;
  const method = (name: string): FunctionStatement | null => methodOf(definition, name);
  const typed = (name: string): TypeMethod | undefined => {
    const one = method(name);
    return one ? typeMethod(found, one, context) : undefined;
  };
  const [base, ...mixins] = basePaths(found, (name, module) => python.resolve(name, module));
  const init = method("__init__");
  const emptyStrings = classAttribute(found, "empty_strings_allowed", context);
  const [dbType, castType, relType, suffix, check] = ["db_type", "cast_db_type", "rel_db_type", "db_type_suffix", "db_check"].map(typed);
  const unknown = unreadable(found);
  return {
    path,
    base: base ?? null,
    mixins,
    ...(init && { init: (call) => initialise(found, init, call, context) }),
    ...internalTypeOf(found, context),
    ...(unknown !== null ? { dbType: { unknown } } : dbType && { dbType }),
    ...(castType && { castType }),
    ...(relType && { relType }),
    ...(suffix && { suffix }),
    ...(check && { check }),
    ...(typeof emptyStrings === "boolean" && { emptyStringsAllowed: emptyStrings }),
    ...(columnless(found) && { virtual: true }),
    hidden: hiddenBy(method("deconstruct")),
  };
}

/** get_internal_type(): a text, or what its base says. */
function internalTypeOf(found: ClassDefinition, context: BindContext): Partial<FieldClass> {
  const method = methodOf(found.definition, "get_internal_type");
  if (!method) return {};
  let inherits = false;
  const inherited = (): string => {
    inherits = true;
    return "";
  };
  const answer = typeMethod(found, method, context)(new Map(), { inherited, typeOf: () => null });
  if (typeof answer === "string") return inherits ? {} : { internalType: answer };
  return { dbType: answer ?? { unknown: `get_internal_type() of ${called(found, method)} returns nothing` } };
}

/** Methods that decide about the column and are not followed. */
function unreadable(found: ClassDefinition): string | null {
  for (const name of ["db_parameters", "db_type_parameters", "get_attname", "get_attname_column"]) {
    const method = methodOf(found.definition, name);
    if (method && !(name === "get_attname_column" && columnless(found))) return `${name}() of ${called(found, method)} decides about its column and is not followed: \`manage.py sqlmigrate\` shows it`;
  }
  return null;
}

/** get_attname_column() that gives no column: `return attname, None`; contribute_to_class() that keeps the field out of the model's own: `private_only=True`. */
function columnless(found: ClassDefinition): boolean {
  const contributes = methodOf(found.definition, "contribute_to_class");
  if (contributes !== null && /\bprivate_only\s*=\s*True\b/.test(found.module.text.slice(contributes.start, contributes.end))) return true;
  const last = methodOf(found.definition, "get_attname_column")?.body.at(-1);
  if (last?.kind !== "return" || last.value?.kind !== "tuple") return false;
  const column = last.value.items[1];
  return column?.kind === "constant" && column.value === null;
}
