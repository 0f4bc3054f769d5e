import type { Graph, Node } from "./graph.ts";
import { compareText } from "./key.ts";
import type { GraphMigration } from "./scan.ts";

/**
 * The migrations in the order in which `migrate` applies them on a fresh database: for each leaf by app label and name, what it depends on and then
 * itself (MigrationExecutor.migration_plan, MigrationGraph.iterative_dfs). Migrations of apps that are not known are left out. Ends in a circle, too.
 */
export function planOrder<M extends GraphMigration>(graph: Graph<M>): readonly M[] {
  const order: M[] = [];
  const visited = new Set<string>();
  for (const leaf of leafNodes(graph)) visit(graph.nodes, leaf.key, visited, order);
  // Only a circle leaves a migration without a leaf above it.
  for (const key of [...graph.nodes.keys()].sort(compareText)) visit(graph.nodes, key, visited, order);
  return order;
}

/** Nodes that nothing in their own app depends on, by app label and name (MigrationGraph.leaf_nodes). */
export function leafNodes<M extends GraphMigration>(graph: Graph<M>): readonly Node<M>[] {
  const leaves = [...graph.nodes.values()].filter((node) => ![...node.children].some((child) => graph.nodes.get(child)!.app === node.app));
  return leaves.sort((a, b) => compareText(a.key, b.key));
}

/** Everything that must run before the given migrations, and they themselves, in the graph of a fresh database. */
export function withAncestors(graph: Graph, keys: Iterable<string>): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [...keys].map((key) => graph.replacedBy.get(key) ?? key);
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    const node = graph.nodes.get(key);
    if (!node || found.has(key)) continue;
    found.add(key);
    waiting.push(...node.parents);
  }
  return found;
}

function visit<M extends GraphMigration>(nodes: ReadonlyMap<string, Node<M>>, start: string, visited: Set<string>, order: M[]) {
  const open = new Set<string>();
  const stack: { key: string; leaving: boolean }[] = [{ key: start, leaving: false }];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { key, leaving } = top;
    if (visited.has(key)) continue;
    const node = nodes.get(key)!;
    if (leaving) {
      visited.add(key);
      if (node.migration) order.push(node.migration);
      continue;
    }
    if (open.has(key)) continue; // a circle
    open.add(key);
    stack.push({ key, leaving: true });
    for (const parent of [...node.parents].sort(compareText)) stack.push({ key: parent, leaving: false });
  }
}
