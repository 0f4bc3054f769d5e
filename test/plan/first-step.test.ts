import { describe, expect, test } from "vitest";
import { unifiedDiff } from "../../src/plan/files/diff.ts";
import { firstStepOf } from "../../src/plan/first-step.ts";
import type { Edit, Plan, Step } from "../../src/plan/types.ts";

const migrations = (operations: string) => `from django.db import migrations\n\n\nclass Migration(migrations.Migration):\n    operations = [\n${operations}    ]\n`;
const head = migrations("        AddField(\n            a,\n            b,\n        ),\n        AddField(c),\n");
const models = "class Order(Model):\n    ref = Text()\n    priority = Integer()\n    weight = Integer()\n";
const files: Record<string, string> = { "m.py": head, "models.py": models, "crlf.py": head.replaceAll("\n", "\r\n") };

function diff(path: string, whole: string): Edit {
  return { path, kind: "diff", language: "diff", text: unifiedDiff(path, files[path]!, whole), whole };
}

function step(edits: readonly Edit[], target = "shop.Order.priority", model = "shop.order"): Step {
  return { target, model, recipe: "x", title: "Do it", explanation: "", edits, sql: [], unknown: null };
}

/** The step of the operation on lines 6 to 9, among others of release 1. */
function first(edits: readonly Edit[], others: readonly Step[] = [], path = "m.py") {
  const plan: Plan = { releases: [{ number: 1, phase: "expand", gate: null, steps: [step(edits), ...others] }], shortcuts: [], without: [] };
  const found = firstStepOf(plan, { target: "shop.Order.priority", place: { path, line: 6 }, lastLine: 9 }, (one) => files[one] ?? null);
  return found && { own: found.own, others: found.others };
}

const rewritten = diff("m.py", head.replace("            b,\n", "            b,\n            default,\n"));
const inModels = diff("models.py", models.replace("priority = Integer()", "priority = Integer(db_default=0)"));
const own = { path: "m.py", first: 6, last: 9, text: "        AddField(\n            a,\n            b,\n            default,\n        )," };

describe("the first step as lines to replace", () => {
  test("is the operation's lines as they are to be, also where a line is only put in", () => {
    expect(first([rewritten])).toEqual({ own, others: [] });
  });

  test("has the lines of the models with it", () => {
    expect(first([rewritten, inModels])).toEqual({ own, others: [{ path: "models.py", first: 3, last: 3, text: "    priority = Integer(db_default=0)" }] });
  });

  test("is found where an earlier step of the same file has moved the lines", () => {
    const moved = head.replace("    operations", "    atomic = False\n    operations");
    const edit: Edit = { path: "m.py", kind: "diff", language: "diff", text: unifiedDiff("m.py", moved, moved.replace("            b,\n", "            b,\n            default,\n")), whole: "" };
    expect(first([edit])).toEqual({ own, others: [] });
  });

  test("stands beside other steps that edit other lines of the class", () => {
    const other = step([diff("m.py", head.replace("AddField(c)", "AddField(d)")), diff("models.py", models.replace("weight = Integer()", "weight = Integer(null=True)"))], "shop.Order.weight");
    expect(first([rewritten, inModels], [other])).not.toBeNull();
    expect(first([rewritten], [other])).not.toBeNull();
  });

  test.each<[string, readonly Edit[], readonly Step[], string?]>([
    ["a new file is needed", [rewritten, { path: "n.py", kind: "new file", language: "python", text: "x" }], []],
    ["code has to be written by hand", [rewritten, { path: "models.py", kind: "code", language: "python", text: "x" }], []],
    ["an import is needed", [diff("m.py", `import uuid\n${head.replace("            b,\n", "            c,\n")}`)], []],
    ["another operation's lines change", [diff("m.py", head.replace("AddField(c)", "AddField(d)"))], []],
    ["the operation is taken out", [diff("m.py", head.replace(/ {8}AddField\(\n[^]*? {8}\),\n/, ""))], []],
    ["there are several steps", [rewritten], [step([])]],
    ["the class's edits are those of several steps", [rewritten, diff("models.py", models.replaceAll("Integer()", "Integer(null=True)"))], [step([], "shop.Order.weight")]],
    ["what it needs of the class stands with another step", [rewritten], [step([diff("models.py", models.replaceAll("Integer()", "Integer(null=True)"))], "shop.Order.weight")]],
    ["the models are not as the plan has them", [rewritten, { ...inModels, path: "missing.py" }], []],
    ["the file has other line ends", [{ ...rewritten, path: "crlf.py" }], [], "crlf.py"],
    ["nothing is edited", [], []],
  ])("is none where %s", (_, edits, others, path) => {
    expect(first(edits, others, path)).toBeNull();
  });
});
