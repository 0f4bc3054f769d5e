import type { Making } from "./graph.ts";
import { keyOf } from "./key.ts";
import type { GraphMigration } from "./scan.ts";

/**
 * Puts squashed migrations in the place of those they replace, as on a database where none is applied (MigrationGraph.remove_replaced_nodes).
 * A squashed migration that replaces squashed ones comes after them (as from Django 6.0 on, which lets squashed migrations be squashed; before, the order of files decided).
 */
export function applyReplacements<M extends GraphMigration>(nodes: Map<string, Making<M>>, migrations: readonly GraphMigration[]) {
  const squashed = new Map(migrations.filter((migration) => migration.replaces.length > 0).map((migration) => [keyOf(migration), migration]));
  const replacedBy = new Map<string, string>();
  const progress = new Map<string, "begun" | "done">();
  const circular: GraphMigration[] = [];

  const replace = (key: string): void => {
    if (progress.get(key) === "done") return;
    const migration = squashed.get(key)!;
    if (progress.get(key) === "begun") {
      circular.push(migration);
      return;
    }
    progress.set(key, "begun");
    const replaced = new Set(migration.replaces.map(keyOf));
    for (const other of replaced) if (squashed.has(other)) replace(other);
    progress.set(key, "done");
    if (!nodes.has(key)) return;
    for (const other of replaced) {
      if (other !== key) replacedBy.set(other, key);
      removeReplaced(nodes, key, other, replaced);
    }
  };
  for (const key of squashed.keys()) replace(key);
  for (const key of replacedBy.keys()) replacedBy.set(key, lastOf(key, replacedBy));
  return { replacedBy, circular };
}

function removeReplaced<M extends GraphMigration>(nodes: Map<string, Making<M>>, key: string, other: string, replaced: ReadonlySet<string>) {
  const node = nodes.get(other);
  const replacement = nodes.get(key);
  if (!node || !replacement || other === key) return;
  nodes.delete(other);
  for (const child of node.children) {
    nodes.get(child)?.parents.delete(other);
    if (replaced.has(child) || child === key) continue;
    replacement.children.add(child);
    nodes.get(child)?.parents.add(key);
  }
  for (const parent of node.parents) {
    nodes.get(parent)?.children.delete(other);
    if (replaced.has(parent) || parent === key) continue;
    replacement.parents.add(parent);
    nodes.get(parent)?.children.add(key);
  }
}

function lastOf(key: string, replacedBy: ReadonlyMap<string, string>): string {
  const seen = new Set<string>();
  let last = key;
  for (let next = replacedBy.get(key); next !== undefined && !seen.has(next); next = replacedBy.get(next)) {
    seen.add(next);
    last = next;
  }
  return last;
}
