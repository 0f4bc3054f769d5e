import type { PyModule, Python } from "../python/python.ts";
import type { ClassStatement, Statement } from "../python/syntax.ts";
import type { Spot } from "./chain.ts";
import { modelNames, type Owner } from "./classes.ts";
import { classifyField, classifyModel, type Surroundings, type Verdict } from "./classify.ts";
import { lookupOf, type Names } from "./names.ts";
import { readSpots } from "./spots.ts";
import type { Target } from "./types.ts";

/** The places of a Python file that name the target: an offset and how sure it is. */
export function pythonUsages(target: Target, names: Names, module: PyModule, python: Python): readonly { readonly at: number; readonly verdict: NonNullable<Verdict> }[] {
  const whole = target.field === null && target.column === null;
  const { spots, bindings } = readSpots(module.text, (text, kind) => (kind === "string" ? names.any.test(text) : names.python.has(text) || (!whole && lookupOf(text, names.fields) !== null)));
  if (spots.length === 0) return [];
  const models = modelNames(target, module, python);
  const variable = (name: string, spot: Spot): Owner => {
    const scope = spot.scopes.findLast((one) => one.kind === "function")?.start ?? -1;
    const found = bindings.findLast((one) => one.name === name && one.at < spot.at && (one.scope === scope || one.scope === -1)) ?? bindings.find((one) => one.name === name && one.scope === scope);
    return found ? models.ofClass(found.from) : null;
  };
  const imported = importedNames(module.body);
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
    const verdict = whole ? classifyModel(spot, surroundings) : classifyField(spot, surroundings);
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
