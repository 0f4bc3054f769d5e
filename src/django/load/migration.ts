import { code } from "../graph/words.ts";
import type { PyModule, Python } from "../../python/python.ts";
import type { ClassStatement } from "../../python/syntax.ts";
import type { Value } from "../../python/value.ts";
import { itemsOf, textOf } from "../operations/literals.ts";
import { readContext, type ReadContext } from "../operations/context.ts";
import { readOperation } from "../operations/read.ts";
import type { Migration, MigrationKey, Problem } from "../operation.ts";
import type { ProjectFacts } from "../project.ts";
import { readDependencies, readKeys } from "./dependencies.ts";
import { findMigrationClass } from "./find-class.ts";
import { classAttributes } from "./class-attributes.ts";
import { syntaxErrorNear } from "./syntax-errors.ts";
import { codeSpan } from "../../code-span.ts";

export type Loaded = { readonly migration: Migration } | { readonly skipped: SkippedMigration };

/** Why a file could not be analysed. Nothing in it counts as safe. */
export interface SkippedMigration {
  readonly reason: string;
  /** null: it is about the whole file. */
  readonly line: number | null;
}

/**
 * Reads the `Migration` class of a file without running it. Never throws. Operations that cannot be read are of kind "Unknown";
 * a file without the class, or with a syntax error at it, is skipped. `facts` decide conditions on the database and on Django's version.
 */
export function loadMigration(python: Python, path: string, key: MigrationKey, facts: ProjectFacts | null = null): Loaded {
  const context = readContext(python, facts);
  const module = python.module(path);
  if (!module) return skip("its text could not be read", null);
  const found = findMigrationClass(module, context);
  if (!found) {
    const error = module.errors[0];
    if (error) return skip(`could not be analysed: ${error.message}`, error.line);
    const imported = python.resolve("Migration", module);
    if (imported !== "Migration") return skip(`its \`Migration\` class is ${codeSpan(imported)}, which is not a class of the repository`, null);
    return skip("it has no `Migration` class", null);
  }
  // An error in a file that only lends its class makes the class unsure, too.
  const error = syntaxErrorNear(found.module, found.definition) ?? (found.module === module ? null : module.errors[0]);
  if (error) return skip(`could not be analysed: ${error.message}`, error.line);
  return { migration: readMigration(found.definition, found.module, module, key, context) };
}

function skip(reason: string, line: number | null): Loaded {
  return { skipped: { reason, line } };
}

function readMigration(definition: ClassStatement, module: PyModule, file: PyModule, key: MigrationKey, context: ReadContext): Migration {
  const line = module === file ? module.lineAt(definition.start) : 1;
  const { values, problems } = classAttributes(definition, module, context);
  const all: Problem[] = [...problems, ...file.errors.map((error) => ({ path: file.path, line: error.line, message: error.message }))];
  const report = (message: string, at: number = line) => void all.push({ path: file.path, line: at, message });
  const place = { path: file.path, line };

  return {
    ...key,
    path: file.path,
    line,
    dependencies: readDependencies(values.get("dependencies"), context, report),
    runBefore: readKeys(values.get("run_before"), "run_before", report),
    replaces: readKeys(values.get("replaces"), "replaces", report),
    initial: flag(values.get("initial"), "initial", false, report),
    atomic: flag(values.get("atomic"), "atomic", true, report),
    operations: operationValues(values.get("operations")).map((value) => readOperation(value, context, place)),
    problems: all,
  };
}

/** Django's Migration has an empty list where the class has none. */
function operationValues(value: Value | undefined): readonly Value[] {
  if (value === undefined) return [];
  return itemsOf(value) ?? [value];
}

function flag(value: Value | undefined, name: string, otherwise: boolean, report: (message: string) => void): boolean {
  if (value === undefined || value === null) return otherwise;
  if (typeof value === "boolean") return value;
  report(`${codeSpan(name)} cannot be read: ${code(textOf(value))}`);
  return otherwise;
}
