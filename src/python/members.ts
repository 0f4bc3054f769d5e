import { reference, unknown, type Context, type Env } from "./context.ts";
import { enclosing } from "./enclosing.ts";
import { enumAttribute, enumBases, readMembers, type EnumKind } from "./enums.ts";
import { lookUp } from "./names.ts";
import type { PyModule } from "./python.ts";
import type { ClassStatement, Span } from "./syntax.ts";
import { isAlias, type Found } from "./trace.ts";
import type { Value } from "./value.ts";
import { codeSpan } from "../code-span.ts";

type FoundClass = Extract<Found, { kind: "class" }>;

/** The value of attributes of a class of the repository: constants, nested classes, methods, members of enumerations, what its bases give. */
export function classAttribute(context: Context, found: FoundClass, env: Env, span: Span): Value {
  const value = attributeOf(context, found, env, span, 0);
  return value !== undefined ? value : unknown(`${codeSpan(found.definition.name)} has no ${codeSpan(found.rest[0]!)} that can be read here`, span, env.module);
}

/** More bases of bases than any class has. */
const mostBases = 20;

function attributeOf(context: Context, found: FoundClass, env: Env, span: Span, depth: number): Value | undefined {
  const { definition, module, rest } = found;
  const [name = "", ...more] = rest;
  if (depth > mostBases) return undefined;
  const kind = enumKind(context, found);
  if (kind !== null) {
    const value = enumAttribute(readMembers(kind, classBody(context, definition, module, true)), rest);
    if (value !== undefined) return value;
    if (more.length === 0 && context.scope(definition).names.get(name)?.[0]?.kind === "value" && !name.startsWith("_")) {
      return unknown("a member of an enumeration that is neither text nor a number", span, env.module);
    }
  }
  const path = `${found.path}.${name}`;
  const meaning = context.bound(name, definition, bodyEnv(definition, module));
  switch (meaning?.kind) {
    case "class": {
      const inner: FoundClass = { ...meaning, kind: "class", path, module, rest: more };
      return more.length === 0 ? reference(path, span, env.module) : attributeOf(context, inner, env, span, depth + 1);
    }
    case "function":
      return more.length === 0 ? { ...reference(path, span, env.module), place: { path: module.path, line: module.lineAt(meaning.definition.start) } } : undefined;
    case "path":
      return context.follow([meaning.path, ...more].join("."), env, span);
    case "value":
      if (more.length === 0) return meaning.value;
      return isAlias(meaning.value) ? context.follow([meaning.value.path, ...more].join("."), env, span) : undefined;
    case undefined:
      break;
  }
  for (const base of bases(context, found)) {
    const value = base.kind === "class" ? attributeOf(context, { ...base, rest }, env, span, depth + 1) : undefined;
    if (value !== undefined) return value;
    if (more.length === 0 && context.scope(definition).names.get(name)?.[0]?.kind === "value" && !name.startsWith("_")) {
      return unknown("a member of an enumeration that is neither text nor a number", span, env.module);
    }
  }
  return undefined;
}

/** What the bases of a class lead to. */
function bases(context: Context, { definition, module }: FoundClass): readonly NonNullable<ReturnType<typeof lookUp>>[] {
  const env = { ...bodyEnv(definition, module), around: enclosing(module.body, definition.start), at: definition.start };
  return definition.bases.flatMap((base) => {
    if (base.kind !== "positional" || base.value.kind !== "name") return [];
    const found = lookUp(context, base.value.path, env);
    return found === null ? [] : [found];
  });
}

/** Is the class an enumeration: does it descend from one of Python's or Django's? */
export function enumKind(context: Context, found: FoundClass, depth = 0): EnumKind | null {
  if (depth > mostBases) return null;
  const all = bases(context, found);
  const kinds = all.map((base) => (base.kind === "library" ? (enumBases.get(base.path) ?? null) : base.kind === "class" ? enumKind(context, base, depth + 1) : null));
  const kind = kinds.find((one) => one !== null) ?? null;
  // class Color(str, Enum)
  const mixed = all.some((base) => base.kind === "builtin" && (base.name === "str" || base.name === "int"));
  return kind !== null && mixed ? { ...kind, plain: false } : kind;
}

/** The values of the names that a class body binds, in order. `assigned`: leave out nested classes, functions and imports. */
export function classBody(context: Context, definition: ClassStatement, module: PyModule, assigned: boolean): ReadonlyMap<string, Value> {
  const values = new Map<string, Value>();
  const env = bodyEnv(definition, module);
  for (const name of context.scope(definition).names.keys()) {
    const meaning = context.bound(name, definition, env);
    if (meaning === undefined || (assigned && meaning.kind !== "value")) continue;
    values.set(name, meaningValue(context, meaning, name, env));
  }
  return values;
}

function meaningValue(context: Context, meaning: NonNullable<ReturnType<Context["bound"]>>, name: string, env: Env): Value {
  const owner = env.around.at(-1)!;
  const path = [context.modules.dotted(env.module.path), ...env.around.map((one) => one.name), name].join(".");
  switch (meaning.kind) {
    case "value":
      return meaning.value;
    case "path":
      return context.follow(meaning.path, env, owner);
    case "class":
    case "function":
      return reference(path, meaning.definition, env.module);
  }
}

/** What a class body sees when it has run. */
function bodyEnv(definition: ClassStatement, module: PyModule): Env {
  return { module, locals: null, around: [...enclosing(module.body, definition.start), definition], at: Infinity };
}
