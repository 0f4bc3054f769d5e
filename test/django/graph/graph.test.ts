import { describe, expect, test } from "vitest";
import { changeFindings } from "../../../src/django/graph/change-findings.ts";
import { compareReleases } from "../../../src/django/graph/compare.ts";
import { graphFindings } from "../../../src/django/graph/findings.ts";
import { buildGraph } from "../../../src/django/graph/graph.ts";
import { keyOf } from "../../../src/django/graph/key.ts";
import { leafNodes, planOrder, withAncestors } from "../../../src/django/graph/order.ts";
import type { Migration } from "../../../src/django/operation.ts";
import { migration, swappable } from "./migrations.ts";

const graphOf = (migrations: readonly Migration[], builtin: readonly Migration[] = []) => buildGraph(migrations, builtin, swappable);
const order = (...args: Parameters<typeof graphOf>) => planOrder(graphOf(...args)).map(keyOf);

describe("the order of migrate on a fresh database", () => {
  // Each expectation is what Django 5.2's MigrationLoader and MigrationGraph gave for the same edges.
  const cases: readonly [string, readonly Migration[], readonly string[]][] = [
    ["apps by label, migrations by dependency", [migration("b.0001"), migration("a.0002", ["a.0001"]), migration("a.0001")], ["a.0001", "a.0002", "b.0001"]],
    ["what another app needs comes first", [migration("a.0001", ["z.0002"]), migration("z.0001"), migration("z.0002", ["z.0001"]), migration("z.0003", ["z.0002"])], ["z.0001", "z.0002", "a.0001", "z.0003"]],
    ["of two dependencies the greater name comes first", [migration("a.0001", ["b.0001", "c.0001"]), migration("b.0001"), migration("c.0001")], ["c.0001", "b.0001", "a.0001"]],
    ["run_before turns the edge round", [migration("z.0001", [], { runBefore: ["a.0001"] }), migration("a.0001")], ["z.0001", "a.0001"]],
    ["__first__ is the root, __latest__ the leaf of another app", [migration("a.0001", ["c.__latest__"]), migration("b.0001", ["d.__first__"]), migration("c.0001"), migration("c.0002", ["c.0001"]), migration("d.0001"), migration("d.0002", ["d.0001"])], ["c.0001", "c.0002", "a.0001", "d.0001", "b.0001", "d.0002"]],
    ["a swappable dependency is the first migration of the setting's app", [migration("a.0001", ["$AUTH_USER_MODEL"]), migration("users.0001", ["$AUTH_USER_MODEL"]), migration("users.0002", ["users.0001"])], ["users.0001", "a.0001", "users.0002"]],
    ["__first__ of the own app means nothing", [migration("a.0001", ["a.__first__"])], ["a.0001"]],
    [
      "a squash stands for what it replaces, with its edges",
      [
        migration("a.0001", ["c.0001"]),
        migration("a.0002", ["a.0001"]),
        migration("a.0001_squashed", [], { replaces: ["a.0001", "a.0002"] }),
        migration("a.0003", ["a.0002"]),
        migration("b.0001", ["a.0001"]),
        migration("c.0001"),
      ],
      ["c.0001", "a.0001_squashed", "a.0003", "b.0001"],
    ],
    ["what a squash replaces may be gone from disk", [migration("a.0001_squashed", [], { replaces: ["a.0001", "a.0002"] }), migration("a.0003", ["a.0002"])], ["a.0001_squashed", "a.0003"]],
    [
      "a squash may replace a squash (Django 6.0)",
      [
        migration("a.0001"),
        migration("a.0002", ["a.0001"]),
        migration("a.0002_squashed", [], { replaces: ["a.0001", "a.0002"] }),
        migration("a.0003", ["a.0002"]),
        migration("a.0001_again", [], { replaces: ["a.0002_squashed", "a.0003"] }),
        migration("a.0004", ["a.0003"]),
      ],
      ["a.0001_again", "a.0004"],
    ],
  ];
  test.each(cases)("%s", (_, migrations, expected) => {
    expect(order(migrations)).toEqual(expected);
    expect(order([...migrations].reverse())).toEqual(expected);
  });

  test("Django's own apps take part, and the repository's stand in for them", () => {
    const builtin = [migration("auth.0001", ["contenttypes.0001"], { path: null }), migration("contenttypes.0001", [], { path: null }), migration("sites.0001", [], { path: null })];
    const own = [migration("shop.0001", ["auth.0001"]), migration("sites.0001_ours")];
    expect(order(own, builtin)).toEqual(["contenttypes.0001", "auth.0001", "shop.0001", "sites.0001_ours"]);
  });

  test("a circle does not hang it, and every migration comes once", () => {
    expect(order([migration("a.0001", ["b.0001"]), migration("b.0001", ["a.0002"]), migration("a.0002", ["a.0001"])]).sort()).toEqual(["a.0001", "a.0002", "b.0001"]);
    expect(order([migration("a.0001", ["a.0001"])])).toEqual(["a.0001"]);
  });

  test("no migrations have no order", () => {
    expect(order([])).toEqual([]);
  });
});

describe("the graph", () => {
  test("an app that is not in the repository is external, not missing", () => {
    const graph = graphOf([migration("shop.0001", ["taggit.0003_x", "oauth.__first__", "$OAUTH_MODEL"])]);
    expect(graph.missing).toEqual([]);
    expect([...graph.nodes.values()].filter((node) => node.external).map((node) => node.key)).toEqual(["taggit.0003_x", "oauth.__first__"]);
  });

  test("an app of the repository without migrations may be named with __first__ only", () => {
    const graph = buildGraph([migration("shop.0001", ["plain.__first__", "plain.0001_initial"])], [], { ...swappable, unmigrated: new Set(["plain"]) });
    expect(graph.missing.map((edge) => keyOf(edge.missing))).toEqual(["plain.0001_initial"]);
  });

  test("both views of a squash are kept", () => {
    const graph = graphOf([migration("a.0001"), migration("a.0002", ["a.0001"]), migration("a.0001_squashed", [], { replaces: ["a.0001", "a.0002"] })]);
    expect([...graph.nodes.keys()]).toEqual(["a.0001_squashed"]);
    expect([...graph.full.keys()]).toEqual(["a.0001", "a.0001_squashed", "a.0002"]);
    expect(graph.full.get("a.0002")!.parents).toEqual(new Set(["a.0001"]));
    expect(Object.fromEntries(graph.replacedBy)).toEqual({ "a.0001": "a.0001_squashed", "a.0002": "a.0001_squashed" });
  });

  test("what a migration depends on, through squashes and other apps", () => {
    const graph = graphOf([
      migration("a.0001_squashed", ["b.0001"], { replaces: ["a.0001"] }),
      migration("a.0002", ["a.0001"]),
      migration("b.0001"),
      migration("b.0002", ["b.0001"]),
    ]);
    expect([...withAncestors(graph, ["a.0002"])].sort()).toEqual(["a.0001_squashed", "a.0002", "b.0001"]);
    expect([...withAncestors(graph, ["a.0001"])].sort()).toEqual(["a.0001_squashed", "b.0001"]);
  });

  test("leaves ignore other apps", () => {
    const graph = graphOf([migration("a.0001"), migration("b.0001", ["a.0001"])]);
    expect(leafNodes(graph).map((node) => node.key)).toEqual(["a.0001", "b.0001"]);
  });
});

describe("a file that could not be read", () => {
  const before = [migration("a.0001"), migration("a.0002", ["a.0001"]), migration("a.0003", ["a.0002"])];
  const unread = (edges: Migration | null) => buildGraph([before[0]!, before[2]!], [], { ...swappable, unread: [{ app: "a", name: "0002", edges }] });

  test("is there all the same: no edge to it is missing, no leaf is made up, nothing is deleted", () => {
    for (const edges of [null, before[1]!]) {
      const graph = unread(edges);
      expect(graphFindings(graph)).toEqual([]);
      expect(planOrder(graph).map(keyOf)).toEqual(["a.0001", "a.0003"]);
      expect(changeFindings(compareReleases({ graph: graphOf(before) }, { graph }))).toEqual([]);
      expect(compareReleases({ graph }, { graph: graphOf(before) }).added).toEqual([]);
    }
  });

  test("its edges count where a scan found them", () => {
    expect(withAncestors(unread(before[1]!), ["a.0003"])).toEqual(new Set(["a.0003", "a.0002", "a.0001"]));
    expect(withAncestors(unread(null), ["a.0003"])).toEqual(new Set(["a.0003", "a.0002"]));
  });
});

test("a migration of Django's own that is not known here is no error: Django may be newer", () => {
  const graph = graphOf([migration("shop.0001", ["auth.0099_future"])], [migration("auth.0001", [], { path: null })]);
  expect(graph.missing).toEqual([]);
  expect(graph.nodes.get("auth.0099_future")!.external).toBe(true);
});
