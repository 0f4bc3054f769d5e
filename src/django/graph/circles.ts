import type { Graph, Node } from "./graph.ts";
import { compareText } from "./key.ts";
import type { GraphMigration } from "./scan.ts";

/** Circles of dependencies, each migration in one at most: "each depends on the next". None in a graph that Django accepts. */
export function circles<M extends GraphMigration>(graph: Graph<M>): readonly (readonly M[])[] {
  const found: M[][] = [];
  const done = new Set<string>();
  for (const start of [...graph.nodes.keys()].sort(compareText)) {
    const path: string[] = [];
    const waiting: (readonly string[])[] = [[start]];
    const positions: number[] = [0];
    while (waiting.length > 0) {
      const top = waiting.length - 1;
      const key = waiting[top]![positions[top]!++];
      if (key === undefined) {
        waiting.pop();
        positions.pop();
        const left = path.pop();
        if (left !== undefined) done.add(left);
        continue;
      }
      const at = path.indexOf(key);
      if (at >= 0) {
        const circle = path.slice(at).map((member) => graph.nodes.get(member)!);
        if (!circle.some((member) => found.some((other) => other.includes(member.migration!)))) found.push(migrationsOf(circle));
      }
      if (at >= 0 || done.has(key)) continue;
      path.push(key);
      waiting.push([...graph.nodes.get(key)!.parents].sort(compareText));
      positions.push(0);
    }
  }
  return found.filter((circle) => circle.length > 0);
}

function migrationsOf<M extends GraphMigration>(nodes: readonly Node<M>[]): M[] {
  return nodes.flatMap((node) => (node.migration ? [node.migration] : []));
}
