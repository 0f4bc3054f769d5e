import fc from "fast-check";
import { expect, test } from "vitest";
import { graphFindings } from "../../../src/django/graph/findings.ts";
import { buildGraph } from "../../../src/django/graph/graph.ts";
import { keyOf } from "../../../src/django/graph/key.ts";
import { planOrder } from "../../../src/django/graph/order.ts";
import type { Migration } from "../../../src/django/operation.ts";
import { migration, swappable } from "./migrations.ts";

const apps = ["a", "b", "c"];

/** Migrations that each depend on earlier ones: a graph that Django accepts but for its leaves. */
const histories = fc.array(fc.tuple(fc.nat({ max: 2 }), fc.array(fc.nat(), { maxLength: 3 })), { maxLength: 25 }).map((drawn) => {
  const made: Migration[] = [];
  for (const [i, [app, parents]] of drawn.entries()) {
    const earlier = parents.flatMap((parent) => made[parent % Math.max(1, made.length)] ?? []);
    made.push(migration(`${apps[app]}.${String(i).padStart(4, "0")}`, earlier.map(keyOf)));
  }
  return made;
});

test("every migration comes once, after all it depends on, in whatever order the files are given", () => {
  fc.assert(
    fc.property(histories, fc.nat(), (history, turn) => {
      const graph = buildGraph(history, [], swappable);
      const order = planOrder(graph).map(keyOf);
      expect([...order].sort()).toEqual(history.map(keyOf).sort());
      for (const one of history) {
        for (const parent of one.dependencies) if (parent.kind === "migration") expect(order.indexOf(keyOf(parent))).toBeLessThan(order.indexOf(keyOf(one)));
      }
      const at = turn % Math.max(1, history.length);
      expect(planOrder(buildGraph([...history.slice(at), ...history.slice(0, at)], [], swappable)).map(keyOf)).toEqual(order);
      expect(graphFindings(graph).filter((finding) => finding.rule !== "conflicting-leaf-nodes")).toEqual([]);
    }),
  );
});

test("any edges at all: no hang, each migration once, a circle told exactly where there is one", () => {
  const anyEdges = fc.array(fc.array(fc.nat({ max: 7 }), { maxLength: 3 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(anyEdges, (edges) => {
      const name = (i: number) => `${apps[i % 3]}.${i}`;
      const graph = buildGraph(edges.map((parents, i) => migration(name(i), parents.filter((parent) => parent < edges.length).map(name))), [], swappable);
      expect(planOrder(graph).map(keyOf).sort()).toEqual(edges.map((_, i) => name(i)).sort());
      const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
        [...graph.nodes.get(from)!.parents].some((parent) => parent === to || (!seen.has(parent) && reaches(parent, to, seen.add(parent))));
      expect(graphFindings(graph).some((finding) => finding.rule === "circular-dependency")).toBe(edges.some((_, i) => reaches(name(i), name(i))));
    }),
  );
});
