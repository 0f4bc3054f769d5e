import type { Modules } from "./modules.ts";
import type { PyModule } from "./python.ts";
import type { Scope } from "./scope.ts";
import type { ClassStatement, Expression, FunctionStatement, Span } from "./syntax.ts";
import type { Found } from "./trace.ts";
import type { RefValue, UnknownValue, Value } from "./value.ts";

/** Where an expression is worked out. */
export interface Env {
  readonly module: PyModule;
  /** Names that go before every other: parameters of a function that is called, what the caller knows. */
  readonly locals: ReadonlyMap<string, Value> | null;
  /** The classes and functions around, outermost first; null: not looked up yet. */
  readonly around: readonly (ClassStatement | FunctionStatement)[];
  /** Names mean what they mean here: an offset, or Infinity when the whole module has run. */
  readonly at: number;
}

/** What the parts of the evaluator share. */
export interface Context {
  /** PythonFiles.known: what is known of a library's name from elsewhere. */
  known(path: string): Value | undefined;
  readonly modules: Modules;
  readonly work: Work;
  readonly scope: (owner: PyModule | ClassStatement | FunctionStatement) => Scope;
  readonly evaluate: (expression: Expression, env: Env) => Value;
  /** The value of a name that is bound in a scope, after its first `from` bindings; undefined when nothing binds it there. */
  readonly bound: (name: string, owner: PyModule | ClassStatement | FunctionStatement, env: Env) => Meaning | undefined;
  readonly trace: (dotted: string, from: string | null) => Found;
  /** What a dotted path is as a value. */
  readonly follow: (dotted: string, env: Env, span: Span) => Value;
}

/** What a name means: something with a dotted path, or a value. */
export type Meaning =
  | { readonly kind: "path"; readonly path: string }
  | { readonly kind: "class"; readonly definition: ClassStatement }
  | { readonly kind: "function"; readonly definition: FunctionStatement }
  | { readonly kind: "value"; readonly value: Value };

/** Limits that keep hostile code from taking long: how deep and how much in one question. */
export interface Work {
  depth: number;
  steps: number;
  /** Counts answers that a file not given yet or a limit may have changed: they are not remembered. */
  incomplete: number;
}

export const deepest = 300;
export const mostSteps = 200_000;
/** Items of a list and characters of a string that are worked out (not written down). */
export const mostItems = 100_000;
export const mostCharacters = 1_000_000;

export function unknown(reason: string, span: Span, module: PyModule): UnknownValue {
  const text = sourceOf(span, module);
  return { kind: "unknown", reason, place: placeOf(span, module), text: text.length > 200 ? `${text.slice(0, 199)}…` : text };
}

export function reference(path: string, span: Span, module: PyModule): RefValue {
  return { kind: "ref", path, place: placeOf(span, module), text: sourceOf(span, module) };
}

export function placeOf(span: Span, module: PyModule): { path: string; line: number } {
  return { path: module.path, line: module.lineAt(span.start) };
}

export function sourceOf(span: Span, module: PyModule): string {
  return module.text.slice(span.start, span.end);
}
