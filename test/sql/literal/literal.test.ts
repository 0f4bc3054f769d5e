import { describe, expect, it } from "vitest";
import type { BoundField } from "../../../src/django/bound.ts";
import type { Value } from "../../../src/python/value.ts";
import { dialectOf } from "../../../src/sql/dialect.ts";
import { defaultKind } from "../../../src/sql/literal/default.ts";
import { effectiveDefaultLiteral, literal } from "../../../src/sql/literal/literal.ts";
import { field, thing } from "../../schema/expressions/thing.ts";

const place = { path: "shop/migrations/0002.py", line: 3 };
const postgresql = dialectOf({ vendor: "postgresql", version: "16" }, "5.2");
const sqlite = dialectOf({ vendor: "sqlite", version: "3.45" }, "5.2");
const mysql = dialectOf({ vendor: "mysql", version: "8.4" }, "5.2");

const ref = (path: string, text = path): Value => ({ kind: "ref", path, place, text });
const call = (path: string, ...args: Value[]): Value => ({ kind: "call", path, args, kwargs: new Map(), unknownArgs: null, place, text: `${path}(…)` });
const make = (type: string, more: Partial<BoundField> = {}, options: Readonly<Record<string, Value>> = {}): BoundField => ({ ...field(["f", type, options], thing(postgresql), postgresql), ...more });
const sqlOf = (value: Value, one: BoundField, dialect = postgresql): unknown => {
  const result = literal(value, one, dialect);
  return "unknown" in result ? result : result.sql;
};

describe("callable defaults", () => {
  it.each([
    ["django.utils.timezone.now", "timezone.now", "DateTimeField", "'<timezone.now>'"],
    ["uuid.uuid4", "uuid.uuid4", "UUIDField", "'<uuid.uuid4>'"],
    ["shop.models.make_code", "make_code", "CharField", "'<make_code>'"],
  ])("%s is only known when the migration runs", (path, text, type, sql) => {
    expect(literal(ref(path, text), make(type), postgresql)).toEqual({ sql, isNone: false, isEmpty: false, computed: true });
  });

  it("a lambda's source never gets into the placeholder", () => {
    expect(sqlOf(ref("<lambda>", "lambda: '\\'; DROP TABLE x; --'"), make("CharField"))).toBe("'<computed>'");
  });

  it.each(["dict", "builtins.dict", "collections.OrderedDict"])("%s is called", (path) => {
    expect(sqlOf(ref(path), make("JSONField"))).toBe("'{}'::jsonb");
  });

  it("a call whose result is not known is computed, too", () => {
    expect(literal(call("django.utils.timezone.now"), make("DateTimeField"), postgresql)).toMatchObject({ computed: true });
  });
});

describe("the time zone of naive datetimes", () => {
  const naive = call("datetime.datetime", 2015, 1, 22, 10, 21, 17);
  it("is unknown without TIME_ZONE", () => {
    expect(sqlOf(naive, make("DateTimeField"))).toEqual({ unknown: "the setting TIME_ZONE is not known, and the value depends on it" });
  });
  it.each([
    ["America/Chicago", "'2015-01-22 10:21:17-06:00'::timestamptz"],
    ["Europe/Rome", "'2015-01-22 10:21:17+01:00'::timestamptz"],
    ["UTC", "'2015-01-22 10:21:17+00:00'::timestamptz"],
  ])("is %s where the settings say so", (timeZone, sql) => {
    expect(sqlOf(naive, make("DateTimeField"), dialectOf({ vendor: "postgresql", version: "16" }, "5.2", { timeZone }))).toBe(sql);
  });
  it("takes the earlier reading where the clock was set back", () => {
    const twice = call("datetime.datetime", 2020, 10, 25, 2, 30);
    expect(sqlOf(twice, make("DateTimeField"), dialectOf({ vendor: "postgresql", version: "16" }, "5.2", { timeZone: "Europe/Rome" }))).toBe("'2020-10-25 02:30:00+02:00'::timestamptz");
  });
  it("matters not without USE_TZ", () => {
    expect(sqlOf(naive, make("DateTimeField"), dialectOf({ vendor: "postgresql", version: "16" }, "5.2", { useTz: false }))).toBe("'2015-01-22 10:21:17'::timestamp");
  });
});

describe("what cannot be known has a reason", () => {
  it.each<[string, Value, BoundField, string]>([
    ["an expression that could not be read", { kind: "unknown", reason: "a list comprehension", place, text: "[x for x in y]" }, make("CharField"), "a list comprehension: [x for x in y]"],
    ["a number that is none", "abc", make("IntegerField"), "IntegerField refuses a str like this one"],
    ["a list of mixed types", { kind: "list", items: [1, "a"] }, make("JSONField", { internalType: "Other", path: "django.db.models.Other" }), "psycopg 3 does not adapt lists of mixed types"],
    ["a dict for a field of the project", { kind: "dict", entries: [] }, make("TextField", { path: "shop.fields.SettingsField" }), "how shop.fields.SettingsField prepares a dict is not known"],
    ["a NUL in text", "a\0b", make("CharField"), "PostgreSQL takes no NUL character in text"],
    ["a decimal in plain JSON", { kind: "dict", entries: [["a", call("decimal.Decimal", "1")]] }, make("JSONField"), "json.dumps refuses a decimal"],
  ])("%s", (_, value, one, unknown) => {
    expect(literal(value, one, postgresql)).toEqual({ unknown });
  });

  it("nesting without end is an answer, too", () => {
    let value: Value = { kind: "list", items: [] };
    for (let depth = 0; depth < 100_000; depth++) value = { kind: "list", items: [value] };
    expect(literal(value, make("JSONField"), postgresql)).toEqual({ unknown: "it is nested too deeply to be read" });
  });

  it("a list on SQLite", () => {
    expect(literal({ kind: "list", items: [] }, make("TextField", { path: "django.db.models.Other", internalType: "Other" }), sqlite)).toEqual({ unknown: "SQLite's quote_value refuses a list" });
  });
});

describe("the effective default", () => {
  it("is the empty string for blank text, and none where NULL may stand", () => {
    expect(effectiveDefaultLiteral(make("CharField", { blank: true }), postgresql)).toMatchObject({ sql: "''", isEmpty: true });
    expect(effectiveDefaultLiteral(make("CharField", { blank: true, null: true }), postgresql)).toBeNull();
    expect(effectiveDefaultLiteral(make("IntegerField", { blank: true, emptyStringsAllowed: false }), postgresql)).toBeNull();
  });
  it("is the moment of the migration for auto_now", () => {
    expect(effectiveDefaultLiteral(make("DateTimeField", { autoNow: true, emptyStringsAllowed: false }), postgresql)).toMatchObject({ sql: "'<timezone.now>'", computed: true });
  });
  it("is what default= says before all else, also None", () => {
    expect(defaultKind(make("CharField", { default: null, blank: true }))).toEqual({ kind: "default", value: null });
    expect(effectiveDefaultLiteral(make("CharField", { default: null, blank: true }), postgresql)).toMatchObject({ isNone: true });
  });
  it("is none for a generated column", () => {
    const output = make("CharField");
    expect(defaultKind(make("CharField", { blank: true, generated: { expression: "x", output, stored: true } })).kind).toBe("none");
  });
});

describe("a bare parameter, as of RunSQL", () => {
  it.each<[Value, string, string]>([
    ["it's", "'it''s'", "'it\\'s'"],
    [5, "5", "5"],
    [null, "NULL", "NULL"],
    [true, "true", "1"],
  ])("%j", (value, pg, my) => {
    expect(literal(value, null, postgresql)).toMatchObject({ sql: pg });
    expect(literal(value, null, mysql)).toMatchObject({ sql: my });
  });
});
