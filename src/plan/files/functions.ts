import type { PyModule } from "../../python/python.ts";
import type { Span, Statement } from "../../python/syntax.ts";

/** Functions with everything of their module that they use, to stand in another file of the same folder. */
export interface Carried {
  /** Source of each definition, in the order of the file. */
  readonly functions: readonly string[];
  readonly modules: readonly string[];
  readonly names: ReadonlyMap<string, ReadonlySet<string>>;
}

/** `changed`: another text in the place of a definition's own. null where one of the functions is not defined once at the top of the module. */
export function carried(module: PyModule, wanted: readonly string[], changed: ReadonlyMap<string, string> = new Map()): Carried | null {
  const bound = module.body.map((statement) => ({ statement, names: boundBy(statement) }));
  if (wanted.some((name) => bound.filter(({ names }) => names.includes(name)).length !== 1)) return null;
  const used = new Set(wanted);
  const taken = new Set<Statement>();
  for (const name of used) {
    for (const { statement, names } of bound) {
      if (!names.includes(name) || taken.has(statement) || name === "Migration") continue;
      taken.add(statement);
      if (isImport(statement)) continue;
      for (const word of wordsOf(changed.get(name) ?? textOf(module, statement))) used.add(word);
    }
  }
  const functions = bound.filter(({ statement }) => taken.has(statement) && !isImport(statement)).map(({ statement, names }) => changed.get(names[0]!) ?? textOf(module, statement));
  const [modules, names] = [new Set<string>(), new Map<string, Set<string>>()];
  for (const statement of taken) {
    if (statement.kind === "import") for (const { path, alias } of statement.names) if (used.has(alias ?? path.split(".")[0]!)) modules.add(alias === null ? path : `${path} as ${alias}`);
    if (statement.kind !== "from") continue;
    const from = `${".".repeat(statement.level)}${statement.module}`;
    for (const { name, alias } of statement.names) if (used.has(alias ?? name)) names.set(from, (names.get(from) ?? new Set()).add(alias === null ? name : `${name} as ${alias}`));
  }
  return { functions, modules: [...modules], names };
}

/** A file's text without the definitions and imports that only `gone` used: text that stood in the file and does no more. */
export function pruned(text: string, module: PyModule, gone: readonly string[]): string {
  let left = text;
  const freed = new Set(gone.flatMap(wordsOf));
  for (const name of freed) {
    for (const statement of module.body) {
      const names = boundBy(statement);
      const source = textOf(module, statement);
      if (!names.includes(name) || statement.kind === "class" || !left.includes(source)) continue;
      const without = cut(left, source);
      if (names.some((one) => wordsOf(without).includes(one))) continue;
      left = without;
      for (const word of wordsOf(source)) freed.add(word);
    }
  }
  return left;
}

function cut(text: string, source: string): string {
  const start = text.indexOf(source);
  const rest = text.slice(start + source.length).replace(/^[ \t]*(\r?\n)+/, "");
  const before = text.slice(0, start);
  // Two blank lines stand before a class or function, and an import leaves none.
  return before + rest;
}

function isImport(statement: Statement): boolean {
  return statement.kind === "import" || statement.kind === "from";
}

/** Names that a statement at the top of a module gives to something. */
function boundBy(statement: Statement): readonly string[] {
  switch (statement.kind) {
    case "function":
    case "class":
      return [statement.name];
    case "assign":
      return statement.targets.flatMap((target) => (target.kind === "name" ? [target.path] : []));
    case "import":
      return statement.names.map(({ path, alias }) => alias ?? path.split(".")[0]!);
    case "from":
      return statement.names.map(({ name, alias }) => alias ?? name);
    default:
      return [];
  }
}

/** With its decorators. */
function textOf({ text }: PyModule, statement: Statement): string {
  const first: Span | undefined = "decorators" in statement ? statement.decorators?.[0] : undefined;
  const start = first && first.start < statement.start ? text.lastIndexOf("@", first.start) : statement.start;
  return text.slice(start, statement.end);
}

function wordsOf(text: string): string[] {
  return [...new Set(text.match(/[A-Za-z_]\w*/g) ?? [])];
}
