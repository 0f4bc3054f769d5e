import type { Graph } from "../django/graph/graph.ts";
import { compareText, keyOf } from "../django/graph/key.ts";
import { leafNodes } from "../django/graph/order.ts";
import { code, codeKey } from "../django/graph/words.ts";
import type { Field, Migration, Operation } from "../django/operation.ts";
import type { Place } from "../place.ts";
import type { Python } from "../python/python.ts";
import type { Value } from "../python/value.ts";
import { dataCode } from "../safety/findings/data/code.ts";
import { finding } from "../safety/findings/findings.ts";
import { undeclaredDependency } from "../safety/findings/rules/undeclaredDependency.ts";
import type { Finding } from "../safety/types.ts";

interface Use extends Place {
  readonly app: string;
  /** `crm.Customer`, as written. */
  readonly model: string;
}

/** Models of other apps of the repository that migrations use without coming after any migration of theirs. Each app once for a migration. */
export function undeclaredDependencies(migrations: readonly Migration[], graph: Graph<Migration>, python: Python): readonly Finding[] {
  const own = new Set([...graph.full.values()].flatMap((node) => (node.external ? [] : [node.app])));
  const leaves = new Map(leafNodes(graph).map((leaf) => [leaf.app, leaf.name]));
  return migrations.flatMap((migration) => {
    const before = appsBefore(migration, graph);
    const seen = new Set<string>();
    return migration.operations.flatMap((operation) => usesIn(operation, python)).flatMap(({ app, model, path, line }): Finding[] => {
      if (app === migration.app || !own.has(app) || before.has(app) || seen.has(app)) return [];
      seen.add(app);
      const told = { message: `${codeKey(migration)} uses ${code(model)} and depends on no migration of ${code(app)}: on a new database it may run before the model is there.`, place: { path, line } };
      const leaf = leaves.get(app);
      return [{ ...finding(undeclaredDependency, told, told.place), advice: leaf === undefined ? undeclaredDependency.advice : `Add ${code(`("${app}", "${leaf}")`)} to its dependencies, or the migration that made the model.` }];
    });
  });
}

/** The apps of everything that runs before the migration for sure. */
function appsBefore(migration: Migration, { nodes, full }: Graph<Migration>): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [keyOf(migration)];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (seen.has(key)) continue;
    seen.add(key);
    for (const parent of [...((nodes.get(key) ?? full.get(key))?.parents ?? [])].sort(compareText)) open.push(parent);
  }
  seen.delete(keyOf(migration));
  return new Set([...seen].map((key) => key.slice(0, key.indexOf("."))));
}

function usesIn(operation: Operation, python: Python): readonly Use[] {
  switch (operation.kind) {
    case "CreateModel":
      return operation.fields.flatMap(relationsOf);
    case "AddField":
    case "AlterField":
      return relationsOf(operation.field);
    case "RunSQL":
      return operation.stateOperations.flatMap((part) => usesIn(part, python));
    case "SeparateDatabaseAndState":
      return [...operation.databaseOperations, ...operation.stateOperations].flatMap((part) => usesIn(part, python));
    case "RunPython":
      return dataCode(operation, python).flatMap(({ models }) => models.flatMap(({ model, path, line }) => useOf(model, { path, line })));
    default:
      return [];
  }
}

/** Those that name a model as text; a swappable setting brings its dependency itself. */
function relationsOf({ args, kwargs, path, place }: Field): readonly Use[] {
  const first = /(ForeignKey|OneToOneField|ManyToManyField)$/.test(path) ? args[0] : undefined;
  return [first, kwargs.get("to"), kwargs.get("through")].flatMap((value) => useOf(value, place));
}

function useOf(value: Value | undefined, { path, line }: Place): readonly Use[] {
  const [, app] = typeof value === "string" ? (/^(\w+)\.\w+$/.exec(value) ?? []) : [];
  return app === undefined ? [] : [{ app, model: value as string, path, line }];
}
