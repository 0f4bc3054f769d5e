import { nameReader } from "./bindings.ts";
import type { Context, Env } from "./context.ts";
import { enclosing } from "./enclosing.ts";
import { evaluate, follow } from "./evaluate.ts";
import { classBody } from "./members.ts";
import { createModules } from "./modules.ts";
import { lookUp } from "./names.ts";
import { createParser, type ParseLimits, type PythonParser } from "./parse.ts";
import type { Definition, PyModule, Python, PythonFiles } from "./python.ts";
import { readScope, type Scope } from "./scope.ts";
import type { ClassStatement } from "./syntax.ts";
import { isAlias, trace } from "./trace.ts";
import type { Value } from "./value.ts";
import { readWasm, type PythonWasm } from "./wasm.ts";

export type { PythonParser } from "./parse.ts";

/** Loads the Python parser once for any number of readers. Throws when the WebAssembly files are not there. */
export async function loadPython(wasm?: PythonWasm, limits?: ParseLimits): Promise<PythonParser> {
  return createParser(wasm ?? (await readWasm()), limits);
}

/** What the reader can do beside the contract. */
export interface PythonReader extends Python {
  /** How often a file was asked for whose text was not given. */
  misses(): number;
  /** Files that were looked into, until someone empties it. */
  readonly asked: Set<string>;
  /** Forgets a parsed file. What was worked out for other files stays as it was. */
  forget(path: string): void;
  /** The values of the names that a class body binds, in order: what `Class.name` is, bases left out. */
  members(definition: ClassStatement, module: PyModule): ReadonlyMap<string, Value>;
}

/** Reads the Python of a repository from the files given. */
export function createPython(parser: PythonParser, files: PythonFiles): PythonReader {
  const modules = createModules(parser, files);
  const scopes = new WeakMap<object, Scope>();
  const context: Context = {
    modules,
    known: (path) => files.known?.(path),
    work: { depth: 0, steps: 0, incomplete: 0 },
    scope(owner) {
      const known = scopes.get(owner) ?? readScope(owner.body);
      scopes.set(owner, known);
      return known;
    },
    evaluate: (expression, env) => evaluate(context, expression, env),
    bound: nameReader(() => context),
    trace: (dotted, from) => trace(context, dotted, from),
    follow: (dotted, env, span) => follow(context, dotted, env, span),
  };

  /** Every question begins with a full measure of work. */
  function ask<T>(question: () => T): T {
    context.work.depth = 0;
    context.work.steps = 0;
    return question();
  }

  return {
    text: files.text,
    module: modules.get,
    wanted: modules.wanted,
    misses: modules.misses,
    asked: modules.asked,
    forget: modules.forget,
    evaluate: (expression, module, locals) => ask(() => context.evaluate(expression, environment(module, expression.start, locals ?? null))),
    members: (definition, module) => ask(() => classBody(context, definition, module, false)),
    resolve: (name, module) => ask(() => resolve(context, name, module)),
    find: (dotted) => ask(() => find(context, dotted)),
  };
}

function environment(module: PyModule, offset: number, locals: ReadonlyMap<string, Value> | null): Env {
  return { module, locals, around: enclosing(module.body, offset), at: offset };
}

/** The dotted path of a name by the module's own imports; re-exports of other modules are not followed. */
function resolve(context: Context, name: string, module: PyModule): string {
  const [first = "", ...rest] = name.split(".");
  const env: Env = { module, locals: null, around: [], at: Infinity };
  const meaning = context.bound(first, module, env);
  switch (meaning?.kind) {
    case "path":
      return [meaning.path, ...rest].join(".");
    case "value":
      if (isAlias(meaning.value)) return [meaning.value.path, ...rest].join(".");
      return [context.modules.dotted(module.path), name].join(".");
    case "class":
    case "function":
      return [context.modules.dotted(module.path), name].join(".");
    case undefined:
      break;
  }
  const found = lookUp(context, name, env);
  if (found === null) return name;
  return found.kind === "builtin" ? `builtins.${found.name}` : found.path;
}

function find(context: Context, dotted: string): Definition | null {
  const found = context.trace(dotted, null);
  switch (found.kind) {
    case "class":
      return findInClass(context, found);
    case "function":
      return found.rest.length > 0 ? null : { kind: "function", path: found.path, definition: found.definition, module: found.module };
    case "value":
      return found.rest.length > 0 ? null : { kind: "value", path: found.path, value: found.value };
    default:
      return null;
  }
}

/** A class, or what stands in its body: a nested class, a method, a constant. */
function findInClass(context: Context, found: Extract<ReturnType<Context["trace"]>, { kind: "class" }>): Definition | null {
  const { module } = found;
  let { definition, path } = found;
  for (const [index, name] of found.rest.entries()) {
    const last = index === found.rest.length - 1;
    const meaning = context.bound(name, definition, { module, locals: null, around: [...enclosing(module.body, definition.start), definition], at: Infinity });
    path = `${path}.${name}`;
    if (meaning?.kind === "class") definition = meaning.definition;
    else if (meaning?.kind === "function" && last) return { kind: "function", path, definition: meaning.definition, module };
    else if (meaning?.kind === "value" && last) return { kind: "value", path, value: meaning.value };
    else return null;
  }
  return { kind: "class", path, definition, module };
}
