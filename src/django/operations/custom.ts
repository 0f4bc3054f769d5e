import type { Definition } from "../../python/python.ts";
import type { FunctionStatement } from "../../python/syntax.ts";
import type { CallValue } from "../../python/value.ts";
import type { Operation } from "../operation.ts";
import { limits, type ReadContext } from "./context.ts";
import { constructorCall } from "./constructor-call.ts";
import { knownOperation } from "./known-operations.ts";
import { commonOf, nameOf, separated, unknownOperation } from "./parts.ts";
import { djangoOperationName, extensionOf } from "./signatures.ts";
import { readKnownOperation, type DjangoReader } from "./third-party.ts";
import { codeSpan } from "../../code-span.ts";

type ClassDefinition = Extract<Definition, { kind: "class" }>;

/** Methods that decide what an operation does; any other may be overridden without changing that. */
const effects = ["state_forwards", "database_forwards", "_run_sql", "allow_migrate_model"];

/** Class attributes that stand for arguments: `sql = "…"` in a subclass of RunSQL. */
const argumentNames = ["sql", "code", "name", "model_name", "field", "index", "constraint", "fields", "options", "database_operations", "state_operations"];

/**
 * A call of an operation class of the repository: followed to the Django operation it descends from. What it overrides is
 * taken into account: a state effect that is kept stays known even where the database's is not. null when it is no class of the repository.
 */
export function readCustomOperation(call: CallValue, context: ReadContext, readDjango: DjangoReader): Operation | null {
  const found = context.python.find(call.path);
  if (found?.kind !== "class") return null;
  const type = nameOf(call.path);
  const unknown = (why: string, assumed?: Operation) => unknownOperation(type, call, `operation class ${codeSpan(type)} of the repository ${why}; see what it does with \`sqlmigrate\`, or write it with Django's own operations`, assumed);

  const lineage = lineageOf(found, context);
  if ("unreadable" in lineage) return unknown(lineage.unreadable);
  const methods = overridden(lineage.classes);
  if (lineage.base === null) return withoutBase(call, methods, unknown);

  const state = methods.get("state_forwards");
  if (state && !isEmpty(state)) return unknown("overrides `state_forwards`");
  const attribute = lineage.classes.flatMap(({ definition }) => assigned(definition.body)).find((name) => argumentNames.includes(name));
  if (attribute) return unknown(`sets ${codeSpan(attribute)} on the class`);

  const operation = baseOperation(call, lineage, context, readDjango);
  if (typeof operation === "string") return unknown(operation);
  const renamed = { ...operation, ...commonOf(type, call) };
  if (operation.kind === "Unknown") return unknown(`cannot be read: ${operation.reason}`);

  const changed = ["database_forwards", "_run_sql", "allow_migrate_model"].find((name) => methods.has(name));
  if (changed === undefined) return state ? separated(type, call, [renamed], []) : renamed;
  if (isEmpty(methods.get(changed)!)) return separated(type, call, [], state ? [] : [renamed]);
  return state ? unknown(`overrides \`state_forwards\` and ${codeSpan(changed)}`) : unknown(`overrides ${codeSpan(changed)}`, renamed);
}

interface Lineage {
  /** The classes of the repository, most derived first. */
  readonly classes: readonly ClassDefinition[];
  /** Path of the Django or known operation they end in; null: `Operation` itself. */
  readonly base: string | null;
}

/** Follows the bases depth first, as long as they are in the repository. */
function lineageOf(start: ClassDefinition, context: ReadContext): Lineage | { readonly unreadable: string } {
  const classes: ClassDefinition[] = [];
  let base: string | null | undefined;
  const visit = (found: ClassDefinition): string | null => {
    if (classes.some((known) => known.path === found.path)) return null;
    if (classes.length >= limits.classes) return `descends from more than ${limits.classes} classes`;
    classes.push(found);
    for (const argument of found.definition.bases) {
      if (argument.kind === "keyword") continue;
      const path = argument.value.kind === "name" ? context.python.resolve(argument.value.path, found.module) : null;
      if (path === null || argument.kind !== "positional") return "has bases that cannot be read";
      const next = context.python.find(path);
      if (next?.kind === "class") {
        const problem = visit(next);
        if (problem) return problem;
      } else if (djangoOperationName(path) || extensionOf(path) || knownOperation(path)) base ??= path;
      else if (path === "django.db.migrations.operations.base.Operation") base = base === undefined ? null : base;
      else if (!harmlessMixins.includes(path)) return `descends from ${codeSpan(path)}, which is not known here`;
    }
    return null;
  };
  const problem = visit(start);
  if (problem) return { unreadable: problem };
  if (base === undefined) return { unreadable: "descends from no operation of Django" };
  return { classes, base };
}

/** Bases without an effect on what an operation does forwards. */
const harmlessMixins = ["object", "builtins.object", "django.contrib.postgres.operations.NotInTransactionMixin", "abc.ABC", "typing.Generic"];

/** The most derived definition of each method that decides the effect. */
function overridden(classes: readonly ClassDefinition[]): ReadonlyMap<string, FunctionStatement> {
  const methods = new Map<string, FunctionStatement>();
  for (const { definition } of classes) {
    for (const statement of definition.body) {
      if (statement.kind === "function" && effects.includes(statement.name) && !methods.has(statement.name)) methods.set(statement.name, statement);
    }
  }
  return methods;
}

/** An operation written from scratch: only one that does nothing is known. */
function withoutBase(call: CallValue, methods: ReadonlyMap<string, FunctionStatement>, unknown: (why: string) => Operation): Operation {
  const [state, database] = [methods.get("state_forwards"), methods.get("database_forwards")];
  if (state && database && isEmpty(state) && isEmpty(database)) return separated(nameOf(call.path), call, [], []);
  if (!state || isEmpty(state)) return unknown("has a `database_forwards` of its own (and leaves the project state as it is)");
  return unknown("has a `state_forwards` and `database_forwards` of its own");
}

/** The operation its `__init__`s make of the call, or why that cannot be told. */
function baseOperation(call: CallValue, { classes, base }: Lineage, context: ReadContext, readDjango: DjangoReader): Operation | string {
  let current = call;
  for (const found of classes) {
    const constructor = found.definition.body.find((statement) => statement.kind === "function" && statement.name === "__init__");
    if (constructor?.kind !== "function") continue;
    const passed = constructorCall(constructor, found.module, current, context);
    if (typeof passed === "string") {
      // The code of a RunPython is not followed anyway.
      if (base!.endsWith(".RunPython")) return readDjango({ ...call, args: [call], kwargs: new Map(), unknownArgs: null }, base!, context)!;
      return `has an \`__init__\` that cannot be followed: ${passed}`;
    }
    current = passed;
  }
  return readDjango(current, base!, context) ?? readKnownOperation({ ...current, path: base! }, context, readDjango) ?? `descends from ${codeSpan(base!)}, which is not known here`;
}

function assigned(body: ClassDefinition["definition"]["body"]): readonly string[] {
  return body.flatMap((statement) => (statement.kind === "assign" ? statement.targets.flatMap((target) => (target.kind === "name" ? [target.path] : [])) : []));
}

/** A body that does nothing: `pass`, `...`, a docstring, `return`. */
export function isEmpty(method: FunctionStatement): boolean {
  return method.body.every((statement) => {
    if (statement.kind === "return") return statement.value === null || (statement.value.kind === "constant" && statement.value.value === null);
    if (statement.kind === "expression") return statement.value.kind === "string";
    return statement.kind === "other" && statement.end - statement.start <= "pass".length;
  });
}
