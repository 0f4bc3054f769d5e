import type { PyModule, Python } from "../python/python.ts";
import type { ClassStatement, Statement } from "../python/syntax.ts";
import type { Spot } from "./chain.ts";
import { modelNames, type Owner } from "./classes.ts";
import { classifyField, classifyModel, type Surroundings, type Verdict } from "./classify.ts";
import { lookupOf, type Sought } from "./names.ts";
import { type Binding, readSpots } from "./spots.ts";
import { sqlCertainty } from "./sql.ts";
import type { Target } from "./types.ts";

/** A place that names it: an offset, and how sure it is. */
export interface Named {
  readonly at: number;
  readonly verdict: NonNullable<Verdict>;
}

/** The places of a Python file that name each of what is looked for, in the same order. The file is parsed where one may: that takes most of the time. */
export function pythonUsages(all: readonly Sought[], path: string, text: string, python: Python): readonly (readonly Named[])[] {
  const wanting = wantedBy(all);
  const { spots, bindings } = readSpots(text, (word, kind) => wanting(word, kind).size > 0);
  const own = all.map((one) => spots.filter((spot) => wanting(spot.name, spot.kind === "string" ? "string" : "name").has(one) && mayName(spot, one)));
  const module = own.every((some) => some.length === 0) ? null : python.module(path);
  if (module === null) return [];
  const facts = { module, python, bindings, imported: importedNames(module.body) };
  return all.map((one, index) => (own[index]!.length === 0 ? [] : namedAt(own[index]!, one, facts)));
}

/** As far as can be told without the file's classes: a variable, a method or a word of a sentence is no field. */
function mayName({ kind, name, called }: Spot, { target, names }: Sought): boolean {
  if (isWhole(target)) return true;
  if (kind === "string") return lookupOf(name, names.fields) !== null || sqlCertainty(name, names) !== null;
  return kind === "attribute" ? !(called && names.fields.has(name)) : kind !== "name";
}

type Kind = "name" | "string";

/** Who wants to know of a name or string; each is asked once. */
function wantedBy(all: readonly Sought[]): (text: string, kind: Kind) => ReadonlySet<Sought> {
  const known: Record<Kind, Map<string, ReadonlySet<Sought>>> = { name: new Map(), string: new Map() };
  return (text, kind) => {
    const seen = known[kind].get(text);
    if (seen) return seen;
    const found = new Set(all.filter(({ target, names }) => (kind === "string" ? names.any.test(text) : names.python.has(text) || (!isWhole(target) && lookupOf(text, names.fields) !== null))));
    known[kind].set(text, found);
    return found;
  };
}

function isWhole({ field, column }: Target): boolean {
  return field === null && column === null;
}

interface FileFacts {
  readonly module: PyModule;
  readonly python: Python;
  readonly bindings: readonly Binding[];
  readonly imported: ReadonlySet<string>;
}

function namedAt(spots: readonly Spot[], { target, names }: Sought, { module, python, bindings, imported }: FileFacts): readonly Named[] {
  const models = modelNames(target, module, python);
  const variable = (name: string, spot: Spot): Owner => {
    const scope = spot.scopes.findLast((one) => one.kind === "function")?.start ?? -1;
    const found = bindings.findLast((one) => one.name === name && one.at < spot.at && (one.scope === scope || one.scope === -1)) ?? bindings.find((one) => one.name === name && one.scope === scope);
    return found ? models.ofClass(found.from) : null;
  };
  const surroundings: Surroundings = {
    target,
    names,
    models,
    variable,
    classAt: (start) => classAt(module.body, start),
    imported,
    library: (name) => imported.has(name) && python.find(python.resolve(name, module)) === null,
    ownAttribute: (name) => new RegExp(`\\bself\\.${name.replaceAll("$", "\\$")}\\s*(:[^=\\n]+)?=[^=]`, "u").test(module.text),
  };
  return spots.flatMap((spot) => {
    if (spot.kind === "assigned" && deprecated.test(module.text.slice(spot.at, spot.at + 300))) return [];
    const verdict = isWhole(target) ? classifyModel(spot, surroundings) : classifyField(spot, surroundings);
    return verdict === null ? [] : [{ at: spot.at, verdict }];
  });
}

/** `note = deprecate_field(…)` says that the field is not used any more. */
const deprecated = /^\w+\s*(?::[^=\n]+)?=\s*(?:\w+\.)*deprecate_field\(/u;

/** The class statement that begins at an offset: at the top of the module, in a class, or in a function. */
function classAt(statements: readonly Statement[], start: number): ClassStatement | null {
  for (const statement of statements) {
    if (start < statement.start || start >= statement.end) continue;
    if (statement.kind === "class") return statement.start === start ? statement : classAt(statement.body, start);
    if (statement.kind === "function" || statement.kind === "with" || statement.kind === "for" || statement.kind === "while") return classAt(statement.body, start);
    if (statement.kind === "if") return classAt(statement.then, start) ?? classAt(statement.otherwise, start);
    if (statement.kind === "try") return classAt([...statement.body, ...statement.handlers.flat()], start);
  }
  return null;
}

function importedNames(body: readonly Statement[]): ReadonlySet<string> {
  return new Set(
    body.flatMap((statement) => {
      if (statement.kind === "import") return statement.names.map(({ path, alias }) => alias ?? path.split(".")[0]!);
      return statement.kind === "from" ? statement.names.map(({ name, alias }) => alias ?? name) : [];
    }),
  );
}
