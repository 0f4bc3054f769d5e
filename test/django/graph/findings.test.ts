import { describe, expect, test } from "vitest";
import { graphFindings } from "../../../src/django/graph/findings.ts";
import { buildGraph } from "../../../src/django/graph/graph.ts";
import type { Migration } from "../../../src/django/operation.ts";
import { migration, swappable } from "./migrations.ts";

const findings = (migrations: readonly Migration[], added: readonly string[] = []) => graphFindings(buildGraph(migrations, [], swappable), { added: new Set(added) });

describe("what Django refuses", () => {
  test("nothing is said about a graph that Django accepts", () => {
    expect(findings([migration("a.0001", ["$AUTH_USER_MODEL", "ext.0001"]), migration("users.0001"), migration("a.0002", ["a.0001"])])).toEqual([]);
    expect(findings([])).toEqual([]);
  });

  test("a missing dependency names the file, and the migration that was probably meant", () => {
    expect(findings([migration("a.0001_initial"), migration("a.0002_more", ["a.0001_first"])])).toEqual([
      {
        rule: "missing-dependency",
        level: "error",
        message: "`a.0002_more` names `a.0001_first` in `dependencies`, and there is no such migration.",
        place: { path: "a/migrations/0002_more.py", line: 4 },
        advice: 'Add the file of `0001_first`, or change `dependencies` in `a/migrations/0002_more.py`. If it is `0001_initial` that is meant, write `("a", "0001_initial")` there.',
      },
    ]);
  });

  test("a missing migration in run_before is missing, too", () => {
    expect(findings([migration("a.0001", [], { runBefore: ["b.0009"] }), migration("b.0001")]).map((finding) => finding.message)).toEqual([
      "`a.0001` names `b.0009` in `run_before`, and there is no such migration.",
    ]);
  });

  test("a circle is spelled out once, at the migration that the change adds", () => {
    const [finding, ...more] = findings([migration("a.0001", ["b.0001"]), migration("b.0001", ["a.0001"]), migration("c.0001", ["a.0001"])], ["b.0001"]);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ rule: "circular-dependency", level: "error", place: { path: "b/migrations/0001.py", line: 4 } });
    expect(finding!.message).toContain("`a.0001` → `b.0001` → `a.0001`");
  });

  test("squashes that replace each other", () => {
    const found = findings([migration("a.0001", [], { replaces: ["a.0002"] }), migration("a.0002", [], { replaces: ["a.0001"] })]);
    expect(found.map((finding) => finding.rule)).toEqual(["circular-dependency"]);
  });

  test("of two last migrations, the one that the change adds is moved behind the other", () => {
    const [finding] = findings([migration("a.0001"), migration("a.0002_new", ["a.0001"]), migration("a.0003_new", ["a.0002_new"]), migration("a.0002_old", ["a.0001"])], ["a.0002_new", "a.0003_new"]);
    expect(finding).toEqual({
      rule: "conflicting-leaf-nodes",
      level: "error",
      message: "App `a` has 2 last migrations: `0002_old` and `0003_new`. `migrate` refuses to run.",
      place: { path: "a/migrations/0002_new.py", line: 4 },
      advice:
        'In `a/migrations/0002_new.py`, depend on `("a", "0002_old")` and rename the file to `0003_new.py`. Or run `python manage.py makemigrations --merge a` and commit the file it writes.',
    });
  });

  test("where both are released, they are merged", () => {
    const [finding] = findings([migration("a.0001"), migration("a.0002_x", ["a.0001"]), migration("a.0002_y", ["a.0001"])]);
    expect(finding!.advice).toBe("Run `python manage.py makemigrations --merge a` and commit the file it writes.");
  });

  test("a hostile name stays inside its code span", () => {
    const [finding] = findings([migration("a.0001`\n<b>@all", ["a.9"])]);
    expect(finding!.message).toContain("`a.0001??<b>@all`");
  });
});
