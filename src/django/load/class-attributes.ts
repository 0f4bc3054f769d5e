import type { PyModule } from "../../python/python.ts";
import type { ClassStatement, Statement } from "../../python/syntax.ts";
import type { Value } from "../../python/value.ts";
import type { Problem } from "../operation.ts";
import { limits, type ReadContext } from "../operations/context.ts";
import { runClassBody } from "./class-body.ts";
import { codeSpan } from "../../code-span.ts";

export interface ClassAttributes {
  readonly values: ReadonlyMap<string, Value>;
  readonly problems: readonly Problem[];
}

/** Methods that change what a migration does beyond its operations; `unapply` only runs backwards. */
const effects = ["__init__", "__new__", "__getattribute__", "apply", "mutate_state"];

/** The attributes of a Migration class with those it inherits from classes of the repository: its own first, then its bases' in order. */
export function classAttributes(definition: ClassStatement, module: PyModule, context: ReadContext, seen: ReadonlySet<ClassStatement> = new Set()): ClassAttributes {
  const inherited = new Map<string, Value>();
  const problems: Problem[] = [];
  const within = new Set([...seen, definition]);
  for (const base of definition.bases) {
    if (base.kind !== "positional") continue;
    const report = (message: string) => void problems.push({ path: module.path, line: module.lineAt(base.value.start), message });
    if (base.value.kind !== "name") {
      report("a base of the Migration class cannot be read; what it inherits is not known");
      continue;
    }
    const path = context.python.resolve(base.value.path, module);
    const found = context.python.find(path);
    if (found?.kind !== "class") {
      if (!plainBases.test(path)) report(`the Migration class inherits from ${codeSpan(path)}, which is not in the repository; what it inherits is not known`);
      continue;
    }
    if (within.has(found.definition)) continue;
    if (within.size > limits.classes) {
      report(`the Migration class descends from more than ${limits.classes} classes; what it inherits is not known`);
      continue;
    }
    const parent = classAttributes(found.definition, found.module, context, within);
    for (const [name, value] of parent.values) if (!inherited.has(name)) inherited.set(name, value);
    problems.push(...parent.problems);
  }

  const own = runClassBody(definition.body, module, context);
  problems.push(...own.problems, ...overrides(definition.body, definition, module));
  return { values: new Map([...inherited, ...own.values]), problems };
}

/** Bases that add nothing: Django's own, and those of packages that only mark a migration (django-safemigrate, django-syzygy). */
const plainBases = /^(django\.db\.migrations(\.migration)?\.Migration|(builtins\.)?object)$/;

function overrides(body: readonly Statement[], definition: ClassStatement, module: PyModule): readonly Problem[] {
  return body.flatMap((statement) =>
    statement.kind === "function" && effects.includes(statement.name)
      ? [{ path: module.path, line: module.lineAt(statement.start), message: `${codeSpan(definition.name)} overrides ${codeSpan(statement.name)}: what it does besides its operations is not known` }]
      : [],
  );
}
