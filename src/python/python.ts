import type { ClassStatement, Expression, FunctionStatement, Statement } from "./syntax.ts";
import type { Value } from "./value.ts";

/** A parsed file of the repository. */
export interface PyModule {
  readonly path: string;
  readonly text: string;
  readonly body: readonly Statement[];
  /** Syntax errors as tree-sitter recovered from them: 1-based line and what stands there. */
  readonly errors: readonly { readonly line: number; readonly start: number; readonly end: number; readonly message: string }[];
  lineAt(offset: number): number;
}

/** What a dotted path names in the repository, re-exports followed. */
export type Definition =
  | { readonly kind: "class"; readonly path: string; readonly definition: ClassStatement; readonly module: PyModule }
  | { readonly kind: "function"; readonly path: string; readonly definition: FunctionStatement; readonly module: PyModule }
  | { readonly kind: "value"; readonly path: string; readonly value: Value };

/** Reads Python without running it. Synchronous: files are given beforehand, and what was missing is in `wanted`. */
export interface Python {
  /** A file's text, not parsed; null when it was not given. */
  text(path: string): string | null;
  /** Parses a file once. null when its text was not given; throws nothing: errors are in the module. */
  module(path: string): PyModule | null;
  /** What an expression means in a module's scope (or a class body's or function's, through `locals`). Never throws. */
  evaluate(expression: Expression, module: PyModule, locals?: ReadonlyMap<string, Value>): Value;
  /** The dotted path a name stands for in a module, imports resolved: `models.CharField` → `django.db.models.CharField`. */
  resolve(name: string, module: PyModule): string;
  /** Follows a dotted path to the repository's definition; null when it is not in the repository (a library) or its file was not given yet. */
  find(dotted: string): Definition | null;
  /** Files of the repository that were needed and whose text was not given: give them and ask again. */
  readonly wanted: ReadonlySet<string>;
}

/** The files Python code is read from. */
export interface PythonFiles {
  /** Is there such a file in the repository? (whether or not its text is at hand) */
  has(path: string): boolean;
  /** Its text when it was read, else null. */
  text(path: string): string | null;
  /** The value of a library's name where it is known from elsewhere, such as `django.conf.settings.DATABASES`. */
  known?(path: string): Value | undefined;
  /** Folders that are on sys.path, '/'-terminated or empty for the root, in order: where absolute imports are looked for. */
  readonly roots: readonly string[];
}
