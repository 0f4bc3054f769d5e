import type { Dependency, Migration, MigrationKey, Operation } from "../../../src/django/operation.ts";

/** `shop.0001` as a key. */
export function key(text: string): MigrationKey {
  const dot = text.indexOf(".");
  return { app: text.slice(0, dot), name: text.slice(dot + 1) };
}

type More = Partial<Pick<Migration, "operations" | "path" | "line" | "atomic">> & { readonly replaces?: readonly string[]; readonly runBefore?: readonly string[] };

/** A migration: `migration("shop.0002", ["shop.0001", "$AUTH_USER_MODEL"])`. */
export function migration(name: string, dependencies: readonly string[] = [], more: More = {}): Migration {
  const dependency = (text: string): Dependency => (text.startsWith("$") ? { kind: "swappable", setting: text.slice(1) } : { kind: "migration", ...key(text) });
  const { app, name: own } = key(name);
  return {
    app,
    name: own,
    path: `${app}/migrations/${own}.py`,
    dependencies: dependencies.map(dependency),
    initial: false,
    atomic: true,
    operations: [],
    problems: [],
    line: 4,
    ...more,
    runBefore: (more.runBefore ?? []).map(key),
    replaces: (more.replaces ?? []).map(key),
  };
}

export const swappable = { swappable: (setting: string) => (setting === "AUTH_USER_MODEL" ? "users.User" : null) };

export function deleteModel(name: string, line = 8): Operation {
  return { kind: "DeleteModel", type: "DeleteModel", name, place: { path: "x.py", line }, lastLine: line };
}
