import { describe, expect, it } from "vitest";
import type { CallValue, Value } from "../../../src/python/value.ts";
import type { DjangoVersion, Vendor } from "../../../src/django/project.ts";
import { compileCondition, compileIndexExpression } from "../../../src/schema/expressions/compile.ts";
import { constraintDefinition } from "../../../src/schema/expressions/constraints.ts";
import { compileDatabaseDefault } from "../../../src/schema/expressions/defaults.ts";
import { indexDefinition } from "../../../src/schema/expressions/indexes.ts";
import { dialectOf, type Dialect } from "../../../src/sql/dialect.ts";
import { thing } from "./thing.ts";

const place = { path: "shop/migrations/0002.py", line: 3 };
const versions: Readonly<Record<Vendor, string>> = { postgresql: "16", mysql: "8.4", mariadb: "10.11", sqlite: "3.45" };
const dialect = (vendor: Vendor = "postgresql", django: DjangoVersion = "5.2", version = versions[vendor]): Dialect => dialectOf({ vendor, version }, django);
const call = (path: string, args: readonly Value[] = [], kwargs: Readonly<Record<string, Value>> = {}): CallValue => ({ kind: "call", path, args, kwargs: new Map(Object.entries(kwargs)), unknownArgs: null, place, text: `${path}(…)` });
const q = (kwargs: Readonly<Record<string, Value>>): CallValue => call("django.db.models.Q", [], kwargs);
const f = (name: string): CallValue => call("django.db.models.F", [name]);
const list = (...items: Value[]): Value => ({ kind: "list", items });
const binary = (left: Value, operator: string, right: Value): Value => ({ kind: "binary", operator, left, right, text: "…" });
const condition = (value: Value, on = dialect()): unknown => compileCondition(value, thing(on), on);

describe("a condition that cannot be known has a reason", () => {
  it.each<[string, Value, RegExp]>([
    ["a field that is not there", q({ colour: 1 }), /Thing has no field "colour"/],
    ["a lookup that the project may register", q({ name__shouts: 1 }), /"shouts" is no lookup or transform that Django has for CharField/],
    ["a join", q({ owner__name: "x" }), /needs a join/],
    ["a lookup a foreign key does not have", q({ owner__contains: "x" }), /"contains" is no lookup/],
    ["None where only a value may stand", q({ name__contains: null }), /Django refuses None/],
    ["a class of the project", call("shop.expressions.Shout", ["name"]), /shop.expressions.Shout is not one of Django's/],
    ["a class of the project inside of one of Django's", q({ name: call("django.db.models.functions.Lower", [call("shop.expressions.Shout", ["nick"])]) }), /shop.expressions.Shout is not one of Django's/],
    ["an argument that changes a function", q({ name: call("django.db.models.functions.Lower", ["nick"], { function: "SHOUT" }) }), /the argument function of/],
    ["no row", q({ count__in: list() }), /a condition that no row fulfils/],
    ["every row", { kind: "unary", operator: "~", operand: q({ count__in: list() }), text: "~Q()" }, /a condition that every row fulfils/],
    ["a number beyond the column", q({ small__lt: 99_999 }), /a condition that every row fulfils/],
    ["the order of a set", q({ count__in: { kind: "set", items: [1, 2] } }), /the order of a Python set/],
    ["mixed types where the type is asked for", q({ name: call("django.db.models.functions.Concat", [call("django.db.models.functions.Coalesce", ["count", "nick"]), "nick"]) }), /mixed types \(IntegerField, CharField\) without output_field/],
    ["a bare F", call("django.db.models.Q", [f("active")]), /refuses a bare F\(\)/],
    ["arguments that are spread", { ...q({}), unknownArgs: { kind: "unknown", reason: "arguments that are spread", place, text: "**x" } }, /arguments that are spread/],
    ["a lone percent sign in raw SQL", call("django.db.models.expressions.RawSQL", ["name LIKE 'a%'", list()], { output_field: call("django.db.models.BooleanField") }), /crashes on the lone %/],
  ])("%s", (_, value, reason) => {
    expect(condition(value)).toEqual({ unknown: expect.stringMatching(reason) });
  });

  it("the time zone of a date in a condition", () => {
    expect(condition(q({ at__date: call("datetime.date", [2020, 1, 1]) }))).toEqual({ unknown: "the setting TIME_ZONE is not known, and the expression converts to it" });
  });

  it("what Django releases that were not measured do", () => {
    expect(condition({ kind: "unary", operator: "~", operand: q({ size__in: list(1, null) }), text: "~Q" }, dialect("postgresql", "6.0"))).toEqual({ unknown: expect.stringContaining("6.0") });
    expect(condition(q({ data: { kind: "dict", entries: [] } }), dialectOf({ vendor: "postgresql", version: "16" }, "5.1", { psycopg: 2 }))).toEqual({ unknown: expect.stringContaining("5.1") });
  });

  it("nesting that doubles the text at each level ends", () => {
    let value: Value = q({ count: 1 });
    for (let depth = 0; depth < 60; depth++) value = call("django.db.models.Q", [binary(value, "^", q({ size: depth }))], { name: "x", _connector: "OR" });
    expect(condition(value)).toEqual({ unknown: "the SQL would be too long to show" });
  });

  it("nesting that exhausts the stack ends", () => {
    let value: Value = q({ count: 1 });
    for (let depth = 0; depth < 50_000; depth++) value = call("django.db.models.Q", [value], { name: "x" });
    expect(condition(value)).toEqual({ unknown: "it is nested too deeply to be read" });
  });
});

describe("columns that a condition reads", () => {
  it("are told in the order they stand, without those that fell away", () => {
    expect(condition(q({ size: 1, count__gt: f("big"), owner__isnull: true }))).toEqual({ sql: '("count" > ("big") AND "owner_id" IS NULL AND "size" = 1)', columns: ["count", "big", "owner_id", "size"] });
  });
  it("are found in raw SQL by name", () => {
    const raw = call("django.db.models.expressions.RawSQL", ["count > size + 1", list()], { output_field: call("django.db.models.BooleanField") });
    expect(condition(raw)).toMatchObject({ columns: ["count", "size"] });
  });
});

describe("an index definition", () => {
  const define = (value: Value, on = dialect()): unknown => indexDefinition(value, thing(on), on);
  const index = (args: readonly Value[], kwargs: Readonly<Record<string, Value>>): CallValue => call("django.db.models.Index", args, { name: "i", ...kwargs });

  it("tells columns, expressions and what is read apart", () => {
    const value = index([call("django.db.models.functions.Lower", ["name"]), "count"], { condition: q({ active: true }) });
    expect(define(value)).toEqual({
      name: "i", unique: false, parts: ['(LOWER("name"))', '"count"'], columns: ["count"], expressions: ['(LOWER("name"))'], reads: ["name", "active"], method: null, opclasses: [], include: [],
      nullsDistinct: null, condition: '"active"', with: null, tablespace: null,
    });
  });
  it("is skipped where Django skips it", () => {
    const lower = index([call("django.db.models.functions.Lower", ["name"])], {});
    expect(define(lower, dialect("mariadb"))).toBeNull();
    expect(define(lower, dialect("mysql", "4.2", "8.0.12"))).toBeNull();
    expect(define(lower, dialect("mysql", "4.2", "8.0.13"))).toMatchObject({ parts: ["(LOWER(`name`))"] });
  });
  it("has no condition where the database has no partial indexes, and no DESC where it has no order", () => {
    expect(define(index([], { fields: list("-name"), condition: q({ active: true }) }), dialect("mariadb", "5.2", "10.6"))).toMatchObject({ parts: ["`name`"], condition: null });
  });
  it.each<[string, Value, string]>([
    ["a class of the project", call("shop.indexes.FastIndex", [], { name: "i" }), "the index class shop.indexes.FastIndex is not one of Django's"],
    ["no name", call("django.db.models.Index", [], { fields: list("name") }), "an index without a name"],
    ["a field without a column", index([], { fields: list("nothing") }), 'shop.Thing has no column for the field "nothing"'],
    ["fields that cannot be read", index([], { fields: { kind: "unknown", reason: "a name that is not defined here", place, text: "FIELDS" } }), "the argument fields of django.db.models.Index cannot be read"],
    ["a value that is unknown", { kind: "unknown", reason: "a list comprehension", place, text: "[i for i in x]" }, "a list comprehension: [i for i in x]"],
  ])("%s is unknown", (_, value, unknown) => {
    expect(define(value)).toEqual({ unknown });
  });
  it("of PostgreSQL's classes is unknown elsewhere", () => {
    expect(define(call("django.contrib.postgres.indexes.GinIndex", [], { name: "i", fields: list("data") }), dialect("mysql"))).toEqual({ unknown: "GinIndex is PostgreSQL's" });
  });
});

describe("a unique constraint", () => {
  const define = (kwargs: Readonly<Record<string, Value>>, on: Dialect, args: readonly Value[] = []): unknown => constraintDefinition(call("django.db.models.UniqueConstraint", args, { name: "u", ...kwargs }), thing(on), on);

  it.each<[string, Readonly<Record<string, Value>>, Vendor, DjangoVersion, string]>([
    ["a condition on MySQL", { fields: list("name"), condition: q({ active: true }) }, "mysql", "5.2", "8.4"],
    ["INCLUDE on SQLite", { fields: list("name"), include: list("count") }, "sqlite", "5.2", "3.45"],
    ["deferrable on SQLite", { fields: list("name"), deferrable: { kind: "ref", path: "django.db.models.Deferrable.DEFERRED", place, text: "models.Deferrable.DEFERRED" } }, "sqlite", "5.2", "3.45"],
    ["nulls_distinct on PostgreSQL 14", { fields: list("name"), nulls_distinct: false }, "postgresql", "5.2", "14"],
  ])("is skipped for %s", (_, kwargs, vendor, django, version) => {
    expect(define(kwargs, dialect(vendor, django, version))).toBeNull();
  });

  it.each(["models.Deferrable.DEFERRED", "django.db.models.constraints.Deferrable['DEFERRED']", 'models.Deferrable["DEFERRED"]'])("reads %s, as people and the migration writer write it", (text) => {
    const deferrable: Value = text.includes("[") ? { kind: "unknown", reason: "an item of something that is not a literal", place, text } : { kind: "ref", path: `django.db.${text}`, place, text };
    expect(define({ fields: list("name"), deferrable }, dialect())).toMatchObject({ constraint: { kind: "unique", deferrable: "deferred" } });
  });

  it("is a unique index with a condition, and a constraint without", () => {
    expect(define({ fields: list("name"), condition: q({ owner__isnull: true }) }, dialect())).toMatchObject({ index: { unique: true, parts: ['"name"'], columns: ["name"], reads: ["owner_id"], condition: '"owner_id" IS NULL' } });
    expect(define({ fields: list("name", "owner") }, dialect())).toMatchObject({ constraint: { kind: "unique", columns: ["name", "owner_id"] } });
  });
});

describe("a check constraint", () => {
  it.each(["check", "condition"])("takes %s=, as its release writes it", (name) => {
    expect(constraintDefinition(call("django.db.models.CheckConstraint", [], { name: "c", [name]: q({ count__gte: 0 }) }), thing(dialect()), dialect())).toEqual({
      constraint: { kind: "check", name: "c", sql: '"count" >= 0', columns: ["count"], notValid: false },
    });
  });
  it("is skipped by MySQL before 8.0.16", () => {
    const old = dialect("mysql", "4.2", "8.0.15");
    expect(constraintDefinition(call("django.db.models.CheckConstraint", [], { name: "c", check: q({ count__gte: 0 }) }), thing(old), old)).toBeNull();
  });
});

describe("a database default", () => {
  it("names no field", () => {
    const model = thing(dialect());
    const result = compileDatabaseDefault({ ...model.field("name")!, dbDefault: call("django.db.models.functions.Lower", ["nick"]) }, dialect());
    expect(result).toEqual({ unknown: 'a database default cannot name the field "nick"' });
  });
  it("says whether values travel beside the SQL", () => {
    const model = thing(dialect());
    expect(compileDatabaseDefault({ ...model.field("count")!, dbDefault: 0 }, dialect())).toEqual({ sql: "0", columns: [], hasParameters: true, literal: true });
    expect(compileDatabaseDefault({ ...model.field("at")!, dbDefault: call("django.db.models.functions.Now") }, dialect())).toEqual({ sql: "(STATEMENT_TIMESTAMP())", columns: [], hasParameters: false, literal: false });
    expect(compileDatabaseDefault({ ...thing(dialect("sqlite")).field("count")!, dbDefault: 0 }, dialect("sqlite"))).toMatchObject({ hasParameters: false });
  });
});

describe("an index expression", () => {
  it("takes a method's receiver: F().desc()", () => {
    const descending: Value = { ...call("django.db.models.F.desc"), on: f("name") };
    expect(compileIndexExpression(descending, thing(dialect()), dialect())).toEqual({ sql: '"name" DESC', columns: ["name"] });
  });
  it("with two orders is unknown", () => {
    const twice = call("django.db.models.OrderBy", [call("django.db.models.OrderBy", [f("name")])]);
    expect(compileIndexExpression(twice, thing(dialect()), dialect())).toEqual({ unknown: expect.stringContaining("two orders") });
  });
});
