import { describe, expect, test } from "vitest";
import { nonDbAttrs, sameValue } from "../../../src/django/bind/compare.ts";
import { djangoVersions } from "../../../src/django/project.ts";
import type { Value } from "../../../src/python/value.ts";
import { call, ref } from "./build.ts";

const list = (...items: readonly Value[]): Value => ({ kind: "list", items });
const tuple = (...items: readonly Value[]): Value => ({ kind: "tuple", items });
const dict = (entries: Readonly<Record<string, Value>>): Value => ({ kind: "dict", entries: Object.entries(entries) });
const float = (text: string): Value => ({ kind: "float", text });
const unknown = (text: string, line = 1): Value => ({ kind: "unknown", reason: "a lambda", place: { path: "a.py", line }, text });

const same: readonly (readonly [Value, Value])[] = [
  [null, null], ["a", "a"], [1, 1n], [1, true], [0, false], [1, float("1.0")], [float("1e2"), float("100.0")],
  [list(1, "a"), list(1, "a")], [tuple(), tuple()], [dict({ a: 1, b: 2 }), dict({ b: 2, a: 1 })],
  [{ kind: "set", items: [1, 2] }, { kind: "set", items: [2, 1] }], [{ kind: "bytes", text: "x" }, { kind: "bytes", text: "x" }],
  [call("F", {}, ["a"]), { ...call("F", {}, ["a"]), place: { path: "other.py", line: 99 }, text: "F('a')" }],
  [ref("django.db.models.CASCADE"), ref("django.db.models.deletion.CASCADE")],
  [call("django.db.models.expressions.F", {}, ["a"]), call("django.db.models.F", {}, ["a"])],
  [unknown("lambda: 1", 3), unknown("lambda: 1", 9)],
];
const different: readonly (readonly [Value, Value])[] = [
  [null, false], [null, 0], ["1", 1], [list(1), tuple(1)], [list(1, 2), list(2, 1)], [dict({ a: 1 }), dict({ a: 2 })], [dict({ a: 1 }), dict({ a: 1, b: 1 })],
  [call("F", {}, ["a"]), call("F", {}, ["b"])], [call("Q", { a: 1 }), call("Q", { a: 1, b: 1 })], [ref("a.f"), ref("a.g")],
  [unknown("lambda: 1"), unknown("lambda: 2")], ["", null], [float("0.1"), float("0.2")],
];

describe("sameValue", () => {
  test.each(same)("%o is %o", (a, b) => {
    expect([sameValue(a, b), sameValue(b, a)]).toEqual([true, true]);
  });
  test.each(different)("%o is not %o", (a, b) => {
    expect([sameValue(a, b), sameValue(b, a)]).toEqual([false, false]);
  });
});

describe("nonDbAttrs", () => {
  test("are the same in every version for what is not a relation", () => {
    for (const version of djangoVersions) {
      expect([...nonDbAttrs(version)].toSorted()).toEqual(["blank", "choices", "db_column", "editable", "error_messages", "help_text", "limit_choices_to", "on_delete", "related_name", "related_query_name", "validators", "verbose_name"]);
    }
  });

  test("a database-level on_delete counts from Django 6.1 on", () => {
    const kwargs = (name: string) => new Map<string, Value>([["on_delete", ref(`django.db.models.${name}`)]]);
    const ignored = (version: "6.0" | "6.1", name: string) => nonDbAttrs(version, "django.db.models.ForeignKey", kwargs(name)).has("on_delete");
    expect([ignored("6.1", "deletion.DB_CASCADE"), ignored("6.1", "CASCADE"), ignored("6.0", "deletion.DB_CASCADE")]).toEqual([false, true, true]);
  });
});
