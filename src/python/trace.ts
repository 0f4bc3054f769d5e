import type { Context, Env } from "./context.ts";
import type { Modules } from "./modules.ts";
import type { PyModule } from "./python.ts";
import type { ClassStatement, FunctionStatement } from "./syntax.ts";
import type { Value } from "./value.ts";

/** What a dotted path leads to. `rest`: the attributes that are left to take of it. `path` is where it is defined, re-exports followed. */
export type Found =
  | { readonly kind: "class"; readonly path: string; readonly definition: ClassStatement; readonly module: PyModule; readonly rest: readonly string[] }
  | { readonly kind: "function"; readonly path: string; readonly definition: FunctionStatement; readonly module: PyModule; readonly rest: readonly string[] }
  | { readonly kind: "value"; readonly path: string; readonly value: Value; readonly rest: readonly string[] }
  | { readonly kind: "module"; readonly path: string; readonly module: PyModule }
  /** It leaves the repository. */
  | { readonly kind: "library"; readonly path: string }
  /** Its file is in the repository, but its text was not given. */
  | { readonly kind: "missing"; readonly path: string; readonly file: string }
  /** The module is there and has no such name. */
  | { readonly kind: "absent"; readonly path: string; readonly module: string; readonly name: string };

/** More re-exports of re-exports than any project has. */
const mostSteps = 50;

/** Follows a dotted path through imports and re-exports to its definition. `from`: the file that asks. */
export function trace(context: Context, dotted: string, from: string | null, seen: ReadonlySet<string> = new Set()): Found {
  let path = dotted;
  let asking = from;
  for (let step = 0; step < mostSteps; step++) {
    const next = traceOnce(context, path, asking, seen);
    if (next.kind !== "on") return next;
    ({ path, from: asking } = next);
  }
  context.work.incomplete++;
  return { kind: "absent", path: dotted, module: dotted, name: dotted };
}

type Step = Found | { readonly kind: "on"; readonly path: string; readonly from: string };

function traceOnce({ modules, ...context }: Context, path: string, from: string | null, seen: ReadonlySet<string>): Step {
  const located = modules.locate(path, from);
  if (located === null) return { kind: "library", path };
  const module = modules.get(located.file);
  if (module === null) {
    context.work.incomplete++;
    return { kind: "missing", path, file: located.file };
  }
  const [name, ...rest] = located.rest;
  if (name === undefined) return { kind: "module", path, module };
  const env: Env = { module, locals: null, around: [], at: Infinity };
  const meaning = context.bound(name, module, env);
  const own = `${modules.dotted(module.path)}.${name}`;
  switch (meaning?.kind) {
    case "class":
      return { ...meaning, path: own, module, rest };
    case "function":
      return { ...meaning, path: own, module, rest };
    case "path":
      return { kind: "on", path: [meaning.path, ...rest].join("."), from: module.path };
    case "value":
      if (isAlias(meaning.value)) return { kind: "on", path: [meaning.value.path, ...rest].join("."), from: module.path };
      return { ...meaning, path: own, rest };
    default: {
      const star = traceStars({ modules, ...context }, name, rest, module, seen);
      // A library's star is not believed to bring a module that is not there.
      return star.kind === "library" && rest.length > 0 ? absentIn(modules, module, name, rest) : star;
    }
  }
}

/** A reference that stands for another definition: `Base = models.Model`. */
export function isAlias(value: Value): value is Extract<Value, { kind: "ref" }> {
  return typeof value === "object" && value !== null && value.kind === "ref" && !value.path.startsWith("<");
}

function absentIn(modules: Modules, module: PyModule, name: string, rest: readonly string[]): Found {
  const dotted = modules.dotted(module.path);
  return { kind: "absent", path: [dotted, name, ...rest].join("."), module: dotted, name };
}

/** A name that only `from … import *` can have brought into the module. A library's module is believed to have it when there is just one. */
export function traceStars(context: Context, name: string, rest: readonly string[], module: PyModule, seen: ReadonlySet<string>): Found {
  const { modules } = context;
  const absent = absentIn(modules, module, name, rest);
  if (name.startsWith("_") || seen.has(module.path)) return absent;
  const libraries = new Set<string>();
  let missing: Found | null = null;
  for (const star of context.scope(module).stars.toReversed()) {
    const source = modules.absolute(star.level, star.module, module.path);
    const path = [source, name, ...rest].join(".");
    const located = modules.locate(source, module.path);
    if (located === null) {
      if (star.level === 0) libraries.add(path);
      continue;
    }
    const found = trace(context, path, module.path, new Set([...seen, module.path]));
    if (found.kind === "missing") missing ??= found;
    else if (found.kind === "library") libraries.add(found.path);
    else if (found.kind !== "absent") return found;
  }
  if (missing !== null) return missing;
  return libraries.size === 1 ? { kind: "library", path: [...libraries][0]! } : absent;
}
