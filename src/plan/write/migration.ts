import type { Operation } from "../../django/operation.ts";
import { pythonString } from "./string.ts";
import { operationCall } from "./operation.ts";
import { from, importLines, importsOf, type Imports } from "./imports.ts";
import { writeCall } from "./python.ts";

/** A migration file to write. */
export interface MigrationText {
  /** Comment lines at the top, without `# `. */
  readonly comments: readonly string[];
  /** `["shop", "0003_order_ref_idx"]` */
  readonly dependencies: readonly (readonly [string, string])[];
  readonly atomic: boolean;
  readonly operations: readonly Operation[];
  /** Functions that RunPython names, as source, and the modules they need. */
  readonly functions: readonly string[];
  readonly modules: readonly string[];
  readonly names: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The file as makemigrations and Black would write it. Throws Unwritable where an operation holds what could not be read. */
export function writeMigration(file: MigrationText): string {
  const imports = importsOf();
  for (const module of file.modules) imports.modules.add(module);
  from(imports, "django.db", "migrations");
  for (const [module, names] of file.names) for (const name of names) from(imports, module, name);
  const operations = file.operations.map((operation) => `        ${writeOperation(operation, imports, 8)},\n`).join("");
  const dependencies = file.dependencies.map(([app, name]) => `        (${pythonString(app)}, ${pythonString(name)}),\n`).join("");
  const comments = file.comments.map((line) => `# ${line}\n`).join("");
  return [
    comments,
    `${importBlock(imports)}\n\n`,
    ...file.functions.map((text) => `\n${text}\n\n`),
    "\nclass Migration(migrations.Migration):\n",
    file.atomic ? "" : "    atomic = False\n\n",
    `    dependencies = [\n${dependencies}    ]\n\n`,
    operations === "" ? "    operations = []\n" : `    operations = [\n${operations}    ]\n`,
  ].join("").replace(/\n{4,}/g, "\n\n\n");
}

/** One operation as source; its first line stands where the caller puts it, the others are indented. */
export function writeOperation(operation: Operation, imports: Imports, indent: number): string {
  return writeCall(operationCall(operation), imports, indent);
}

/** Standard library first, then the rest, as isort would group them. */
function importBlock(imports: Imports): string {
  const lines = importLines(imports);
  const standard = lines.filter((line) => /^import (uuid|datetime|decimal|secrets|random|string|re|math)$/.test(line));
  const rest = lines.filter((line) => !standard.includes(line));
  return [standard.join("\n"), rest.join("\n")].filter((block) => block !== "").join("\n\n");
}
