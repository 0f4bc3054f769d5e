import type { Quote } from "./string.ts";

/** The import statements a file needs, gathered while it is written. */
export interface Imports {
  /** What its strings stand in. */
  readonly quote: Quote;
  /** `import a.b` */
  readonly modules: Set<string>;
  /** `from a.b import C, D` */
  readonly names: Map<string, Set<string>>;
}

export function importsOf(quote: Quote = '"'): Imports {
  return { quote, modules: new Set(), names: new Map() };
}

/** Modules from which makemigrations imports one name and writes the rest as attributes, longest first; `from` is the module, `name` what is imported. */
const attributes: readonly { readonly prefix: string; readonly from: string; readonly name: string }[] = [
  { prefix: "django.db.migrations.", from: "django.db", name: "migrations" },
  { prefix: "django.db.models.", from: "django.db", name: "models" },
  { prefix: "django.conf.settings.", from: "django.conf", name: "settings" },
];

/** Modules whose names are imported one by one. */
const imported = new Set(["django.contrib.postgres.operations", "django.contrib.postgres.constraints", "django_add_default_value"]);

/** How a dotted path is written in a file, as django.db.migrations.writer does; tells `imports` what it takes. A path without a dot is a name of the file itself. */
export function nameIn(imports: Imports, path: string): string {
  if (!path.includes(".")) return path;
  if (path.startsWith("builtins.")) return path.slice("builtins.".length);
  const known = attributes.find(({ prefix }) => path.startsWith(prefix) && isAttribute(path.slice(prefix.length)));
  if (known) {
    from(imports, known.from, known.name);
    return `${known.name}.${path.slice(known.prefix.length)}`;
  }
  const [module, name] = split(path);
  if (imported.has(module)) {
    from(imports, module, name);
    return name;
  }
  imports.modules.add(module);
  return path;
}

export function from(imports: Imports, module: string, name: string): void {
  const names = imports.names.get(module) ?? new Set();
  imports.names.set(module, names.add(name));
}

/** `CharField`, `Index`, `CASCADE`, `RunPython.noop`; not `deletion.CASCADE`, which is in a module of its own. */
function isAttribute(rest: string): boolean {
  return !rest.includes(".") || /^[A-Z]/.test(rest);
}

/** The module of a dotted path and the name in it: classes begin with a capital, and what follows a class is an attribute of it. */
function split(path: string): [string, string] {
  const parts = path.split(".");
  const first = parts.findIndex((part) => /^_?[A-Z]/.test(part));
  const at = first > 0 ? first : parts.length - 1;
  return [parts.slice(0, at).join("."), parts.slice(at).join(".")];
}

/** The lines of the imports, sorted as makemigrations sorts them: by module, `import` before `from`. */
export function importLines({ modules, names }: Imports): string[] {
  const lines = [...modules].map((module) => `import ${module}`);
  for (const [module, all] of names) lines.push(`from ${module} import ${[...all].sort().join(", ")}`);
  return lines.sort((a, b) => compare(a, b));
}

function compare(a: string, b: string): number {
  const [plainA, plainB] = [a.startsWith("import "), b.startsWith("import ")];
  if (plainA !== plainB) return plainA ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}
