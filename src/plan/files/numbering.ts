import { leafNodes } from "../../django/graph/order.ts";
import type { Graph } from "../../django/graph/graph.ts";
import type { Migration } from "../../django/operation.ts";

/** Where an app's migrations end while a plan adds to them. */
export interface Numbering {
  /** The name, path and dependencies of the app's next migration, which ends in `name`. */
  next(app: string, name: string): { readonly name: string; readonly path: string; readonly dependencies: readonly (readonly [string, string])[] };
}

/** Numbers go on after the app's leaf, as makemigrations counts (MigrationAutodetector.parse_number); the folder is that of its migrations. */
export function numbering(graph: Graph<Migration>): Numbering {
  const leaves = new Map<string, readonly string[]>();
  const folders = new Map<string, string>();
  for (const node of leafNodes(graph)) {
    if (!node.migration?.path) continue;
    leaves.set(node.app, [...(leaves.get(node.app) ?? []), node.name]);
    folders.set(node.app, node.migration.path.slice(0, node.migration.path.lastIndexOf("/") + 1));
  }
  return {
    next(app, suffix) {
      const before = leaves.get(app) ?? [];
      const number = Math.max(0, ...before.map(numberOf)) + 1;
      const name = `${String(number).padStart(4, "0")}_${suffix}`;
      leaves.set(app, [name]);
      return { name, path: `${folders.get(app) ?? ""}${name}.py`, dependencies: before.map((leaf) => [app, leaf] as const) };
    },
  };
}

/** The number a migration's name begins with; of a squashed one the last (`0001_squashed_0004_more`). */
function numberOf(name: string): number {
  const squashed = /.*_squashed_(\d+)/.exec(name) ?? /^(\d+)/.exec(name);
  return squashed ? Number(squashed[1]) : 0;
}
