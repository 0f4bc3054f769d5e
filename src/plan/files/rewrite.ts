import type { Migration, Operation } from "../../django/operation.ts";
import { importsOf, type Imports } from "../write/imports.ts";
import { writeOperation } from "../write/migration.ts";

/** What stands in the place of an operation of a migration file, by its index. Nothing: it is taken out. */
export type Replacements = ReadonlyMap<number, readonly Operation[]>;

/**
 * A migration file with operations exchanged; everything else stays as it was written. null where an operation does not have its lines to itself
 * (it is made by a function, or stands on one line with others). Throws Unwritable where a new operation cannot be written.
 */
export function rewrite(text: string, migration: Migration, replacements: Replacements, options: { readonly atomic: boolean }): string | null {
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const lines = text.split(/\r?\n/);
  const imports = importsOf();
  for (const index of [...replacements.keys()].sort((a, b) => b - a)) {
    const old = migration.operations[index];
    if (!old || !hasOwnLines(old, migration, lines)) return null;
    const [first, last] = [old.place.line - 1, old.lastLine - 1];
    const indent = /^\s*/.exec(lines[first]!)![0].length;
    const written = replacements.get(index)!.map((operation) => `${" ".repeat(indent)}${writeOperation(operation, imports, indent)},`);
    lines.splice(first, last - first + 1, ...written.flatMap((one) => one.split("\n")));
  }
  if (!options.atomic && migration.atomic) setNonAtomic(lines, migration);
  addImports(lines, imports);
  return lines.join(newline);
}

function hasOwnLines(operation: Operation, migration: Migration, lines: readonly string[]): boolean {
  const { place, lastLine } = operation;
  if (place.path !== migration.path) return false;
  const others = migration.operations.filter((other) => other !== operation && other.place.path === place.path);
  if (others.some((other) => other.place.line <= lastLine && other.lastLine >= place.line)) return false;
  const [first, last] = [lines[place.line - 1], lines[lastLine - 1]];
  return first !== undefined && last !== undefined && /^\s+[A-Za-z_][\w.]*\(/.test(first) && /\),?\s*(#.*)?$/.test(last);
}

function setNonAtomic(lines: string[], migration: Migration): void {
  // The class line stands above all operations: it has not moved.
  const at = lines.findIndex((line, index) => index >= migration.line - 1 && /^\s*class\s.*:\s*(#.*)?$/.test(line));
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
