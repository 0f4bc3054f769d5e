import type { Migration, Operation } from "../../django/operation.ts";
import type { PyModule } from "../../python/python.ts";
import type { Span } from "../../python/syntax.ts";
import { pruned } from "./functions.ts";
import { importsOf, type Imports } from "../write/imports.ts";
import { writeOperation } from "../write/migration.ts";
import { quoteOf } from "../write/string.ts";

/** What stands in the place of an operation of a migration file, by its index. Nothing: it is taken out. */
export type Replacements = ReadonlyMap<number, readonly Operation[]>;

export interface RewriteOptions {
  readonly atomic: boolean;
  /** Lines above an operation that is exchanged, by its index; without `# `. */
  readonly comments: ReadonlyMap<number, readonly string[]>;
  /** Functions of the file that get another text. */
  readonly functions?: ReadonlyMap<string, string>;
  /** Functions that are new in it. */
  readonly added?: readonly string[];
}

/**
 * A migration file with operations exchanged; everything else stays as it was written. null where `operations` is not a plain list of them
 * (a function makes them, or the list is put together). Throws Unwritable where a new operation cannot be written.
 */
export function rewrite(module: PyModule, migration: Migration, replacements: Replacements, options: RewriteOptions): string | null {
  const list = operationList(module, migration);
  if (list === null) return null;
  const { text } = module;
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const imports = importsOf(quoteOf(text));
  const apart = list.items.every((item) => hasOwnLines(text, item));
  const edited = apart ? replaceLines(text, list, replacements, options, imports) : text.slice(0, list.start) + rebuilt(text, list, replacements, options, imports) + text.slice(list.end);
  const lines = edited.split(/\r?\n/);
  addFunctions(lines, options.added ?? []);
  if (!options.atomic && migration.atomic) setNonAtomic(lines, migration);
  addImports(lines, imports);
  const changed = [...(options.functions ?? [])].reduce((result, [name, by]) => withFunction(result, module, name, by), lines.join(newline));
  return pruned(changed, module, [...replacements.keys()].map((index) => text.slice(list.items[index]!.start, list.items[index]!.end)));
}

function withFunction(text: string, module: PyModule, name: string, by: string): string {
  const definition = module.body.find((one) => one.kind === "function" && one.name === name);
  return definition ? text.replace(module.text.slice(definition.start, definition.end), () => by) : text;
}

type List = Span & { readonly items: readonly Span[] };

/** The list of operations in the Migration class, where its items are the operations as they were read. */
function operationList(module: PyModule, migration: Migration): List | null {
  const definition = module.body.find((one) => one.kind === "class" && one.name === "Migration");
  const assigned = definition?.kind === "class" ? definition.body.filter((one) => one.kind === "assign" && one.targets.some((target) => target.kind === "name" && target.path === "operations")) : [];
  const [only] = assigned;
  if (assigned.length !== 1 || only?.kind !== "assign" || only.value.kind !== "list") return null;
  const { items } = only.value;
  const same = items.length === migration.operations.length && items.every((item, index) => item.kind === "call" && migration.operations[index]!.place.path === module.path && migration.operations[index]!.place.line === module.lineAt(item.start));
  return same ? { start: only.value.start, end: only.value.end, items } : null;
}

/** Does nothing else stand on its lines but a comma and a comment? */
function hasOwnLines(text: string, { start, end }: Span): boolean {
  const before = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  const after = text.slice(end, lineEnd(text, end));
  return /^\s*$/.test(before) && /^,?\s*(#.*)?$/.test(after);
}

function lineEnd(text: string, at: number): number {
  const found = text.indexOf("\n", at);
  return found < 0 ? text.length : found;
}

/** Only the lines of what is replaced change. */
function replaceLines(text: string, list: List, replacements: Replacements, { comments }: RewriteOptions, imports: Imports): string {
  const { items } = list;
  if (items.length > 0 && items.every((_, index) => replacements.get(index)?.length === 0)) return `${text.slice(0, list.start)}[]${text.slice(list.end)}`;
  let result = text;
  for (const index of [...replacements.keys()].sort((a, b) => b - a)) {
    const { start, end } = items[index]!;
    const first = text.lastIndexOf("\n", start - 1) + 1;
    const indent = start - first;
    const lines = [...commentsAt(index, replacements, comments), ...replacements.get(index)!.map((operation) => `${writeOperation(operation, imports, indent)},`)];
    result = result.slice(0, first) + lines.map((line) => `${" ".repeat(indent)}${line}\n`).join("") + result.slice(Math.min(text.length, lineEnd(text, end) + 1));
  }
  return result;
}

/** Above what stands in an operation's place; where nothing does, nothing is said. */
function commentsAt(index: number, replacements: Replacements, comments: RewriteOptions["comments"]): readonly string[] {
  return (replacements.get(index) ?? []).length === 0 ? [] : (comments.get(index) ?? []).map((line) => `# ${line}`);
}

/** The whole list anew, an operation a line; those that stay are as they were written. */
function rebuilt(text: string, { start, items }: List, replacements: Replacements, { comments }: RewriteOptions, imports: Imports): string {
  const line = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  const outer = /^\s*/.exec(line)![0];
  const inner = `${outer}    `;
  const written = items.flatMap((item, index) => {
    const instead = replacements.get(index);
    return instead === undefined ? [`${text.slice(item.start, item.end)},`] : [...commentsAt(index, replacements, comments), ...instead.map((operation) => `${writeOperation(operation, imports, inner.length)},`)];
  });
  return written.length === 0 ? "[]" : `[\n${written.map((one) => `${inner}${one}\n`).join("")}${outer}]`;
}

/** Above the class, two blank lines apart. */
function addFunctions(lines: string[], functions: readonly string[]): void {
  const at = lines.findIndex((line) => /^class\s+Migration\b/.test(line));
  for (const text of functions) lines.splice(at, 0, ...text.split("\n"), "", "");
}

function setNonAtomic(lines: string[], migration: Migration): void {
  // The class line stands above all operations: it has not moved.
  const at = lines.findIndex((line, index) => index >= migration.line - 1 && /^\s*class\s+\w.*:\s*(#.*)?$/.test(line));
  if (at >= 0) lines.splice(at + 1, 0, "    atomic = False", "");
}

/** Adds what is missing: a name to an import of the same module, or a line in its place in the order. */
export function addImports(lines: string[], { modules, names }: Imports): void {
  for (const [module, wanted] of names) {
    const at = lines.findIndex((line) => line.startsWith(`from ${module} import `) && !/[(\\#]/.test(line));
    const has = at < 0 ? [] : lines[at]!.slice(`from ${module} import `.length).split(",").map((name) => name.trim());
    const missing = [...wanted].filter((name) => !has.includes(name));
    if (missing.length === 0) continue;
    const line = `from ${module} import ${[...has, ...missing].sort().join(", ")}`;
    if (at >= 0) lines[at] = line;
    else insert(lines, line);
  }
  for (const module of modules) if (!lines.includes(`import ${module}`)) insert(lines, `import ${module}`);
}

/** `import` lines stand before `from` lines, each sorted, as makemigrations has them. */
function insert(lines: string[], line: string): void {
  const rank = (text: string) => `${text.startsWith("import ") ? "0" : "1"}${text}`;
  const imports = lines.flatMap((text, index) => (/^(import|from) \S/.test(text) ? [index] : []));
  const after = imports.findLast((index) => rank(lines[index]!) < rank(line));
  lines.splice(after === undefined ? (imports[0] ?? 0) : after + 1, 0, line);
}
