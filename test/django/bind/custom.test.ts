import { beforeAll, describe, expect, test } from "vitest";
import { bind } from "../../../src/django/bind/bind.ts";
import type { BoundField } from "../../../src/django/bound.ts";
import { createPython, loadPython, type PythonParser } from "../../../src/python/reader.ts";
import { bigId, call, cascade, context, field, model, state, type Kwargs, type Where } from "./build.ts";

let parser: PythonParser;
beforeAll(async () => {
  parser = await loadPython();
});

/** A field of class shop.fields.Custom (or another path), declared by the source. */
function custom(source: string, kwargs: Kwargs = {}, where: Where = {}, path = "shop.fields.Custom", more: Readonly<Record<string, string>> = {}): BoundField {
  const files: Readonly<Record<string, string>> = { "shop/fields.py": `from django.db import models, connection\n${source}`, ...more };
  const python = createPython(parser, { has: (file) => file in files, text: (file) => files[file] ?? null, roots: [""] });
  const models = [model("shop.Other", [bigId]), model("shop.Thing", [field("col", path, kwargs)])];
  return bind(state(...models), context(where, python)).get("shop.thing")!.field("col")!;
}

describe("a class that only names another", () => {
  test.each([
    ["a subclass", "class Custom(models.SlugField):\n    pass", { dbType: "varchar(50)", internalType: "SlugField", dbIndex: true }],
    ["with a mixin", "class Mixin:\n    def to_python(self, value): return value\n\nclass Custom(Mixin, models.TextField):\n    pass", { dbType: "text" }],
    ["of a class of the repository", "class Base(models.PositiveIntegerField):\n    pass\n\nclass Custom(Base):\n    description = 'x'", { dbType: "integer", check: '"col" >= 0', relType: "integer" }],
    ["a foreign key keeps its own internal type", "class Custom(models.ForeignKey):\n    pass", { internalType: "Custom" }],
    ["a partial", "import functools\nCustom = functools.partial(models.CharField, max_length=7)", { dbType: "varchar(7)" }],
  ])("%s", (_, source, expected) => {
    expect(custom(source)).toMatchObject(expected);
  });

  test("re-exported from a package, and declared in the migration itself", () => {
    const files = { "shop/types/__init__.py": "from .money import MoneyField", "shop/types/money.py": "from django.db import models\nclass MoneyField(models.DecimalField):\n    pass", "shop/migrations/0001_initial.py": "from django.db import models\nclass Local(models.JSONField):\n    pass" };
    const digits = { max_digits: 9, decimal_places: 2 };
    expect(custom("", digits, {}, "shop.types.MoneyField", files)).toMatchObject({ dbType: "numeric(9, 2)", path: "shop.types.money.MoneyField" });
    expect(custom("", {}, {}, "shop.migrations.0001_initial.Local", files)).toMatchObject({ dbType: "jsonb", unknown: null });
  });
});

describe("db_type() and its like", () => {
  const vendors = `class Custom(models.Field):
    def db_type(self, connection):
        if connection.vendor == "postgresql":
            return "ltree"
        elif connection.settings_dict["ENGINE"].endswith("mysql"):
            return "varchar(%s)" % self.max_length
        return None`;
  test.each([
    ["postgresql", "ltree"],
    ["mysql", "varchar(9)"],
    ["mariadb", "varchar(9)"],
    ["sqlite", null],
  ] as const)("by vendor: %s", (vendor, type) => {
    expect(custom(vendors, { max_length: 9 }, { vendor }).dbType).toBe(type);
  });

  test.each([
    ["a text", "class Custom(models.Field):\n    def db_type(self, connection):\n        return 'macaddr'\n    def get_internal_type(self):\n        return 'CharField'", {}, { dbType: "macaddr", internalType: "CharField" }],
    ["an f-string with an argument", "class Custom(models.Field):\n    def __init__(self, *args, dimensions=3, **kwargs):\n        self.dimensions = dimensions\n        super().__init__(*args, **kwargs)\n    def db_type(self, connection):\n        return f'vector({self.dimensions})'", { dimensions: 8 }, { dbType: "vector(8)" }],
    ["a class attribute", "class Custom(models.Field):\n    KIND = 'citext'\n    def db_type(self, connection):\n        return self.KIND", {}, { dbType: "citext" }],
    ["its base's type with more", "class Custom(models.CharField):\n    def db_type(self, connection):\n        return super().db_type(connection) + ' COLLATE \"C\"'", { max_length: 4 }, { dbType: 'varchar(4) COLLATE "C"' }],
    ["its base's on this vendor", "class Custom(models.TextField):\n    def db_type(self, connection):\n        if connection.vendor == 'mysql':\n            return 'mediumtext'\n        return super().db_type(connection)", {}, { dbType: "text" }],
    ["another field's", "class Custom(models.Field):\n    def db_type(self, connection):\n        return models.IntegerField().db_type(connection)", {}, { dbType: "integer" }],
    ["the connection that is imported", "class Custom(models.Field):\n    def db_type(self, conn):\n        return 'uuid' if connection.vendor == 'postgresql' else 'char(32)'", {}, { dbType: "uuid" }],
    ["get_internal_type()", "class Custom(models.Field):\n    def get_internal_type(self):\n        return 'PositiveSmallIntegerField'", {}, { dbType: "smallint", check: '"col" >= 0', internalType: "PositiveSmallIntegerField" }],
    ["rel_db_type()", "class Custom(models.BigAutoField):\n    def rel_db_type(self, connection):\n        return 'numeric(20)'", { primary_key: true }, { dbType: "bigint", relType: "numeric(20)" }],
    ["db_type_suffix()", "class Custom(models.Field):\n    def db_type(self, connection):\n        return 'bigint'\n    def db_type_suffix(self, connection):\n        return 'GENERATED ALWAYS AS IDENTITY'", {}, { suffix: "GENERATED ALWAYS AS IDENTITY" }],
    ["cast_db_type() and db_check()", "class Custom(models.IntegerField):\n    def cast_db_type(self, connection):\n        return 'bigint'\n    def db_check(self, connection):\n        return '\"%s\" < 5' % self.column", {}, { castType: "bigint", check: '"col" < 5' }],
    ["empty_strings_allowed", "class Custom(models.CharField):\n    empty_strings_allowed = False", { max_length: 1 }, { emptyStringsAllowed: false }],
    ["no column at all", "class Custom(models.Field):\n    def get_attname_column(self):\n        attname, column = super().get_attname_column()\n        return attname, None", {}, undefined],
  ] as const)("%s", (_, source, kwargs, expected) => {
    if (expected) expect(custom(source, kwargs)).toMatchObject({ unknown: null, ...expected });
    else expect(custom(source, kwargs)).toMatchObject({ column: null, dbType: null });
  });
});

describe("__init__()", () => {
  const digest = "class Custom(models.CharField):\n    def __init__(self, *args, **kwargs):\n";
  test.each([
    ["forces an argument", `${digest}        kwargs['max_length'] = 104\n        super().__init__(*args, **kwargs)`, { max_length: 9 }, { maxLength: 104, dbType: "varchar(104)" }],
    ["returns what its base returns", `${digest}        return super().__init__(max_length=7, *args, **kwargs)`, {}, { dbType: "varchar(7)" }],
    ["fills one in", `${digest}        kwargs.setdefault('max_length', 40)\n        super(Custom, self).__init__(*args, **kwargs)`, {}, { dbType: "varchar(40)" }],
    ["fills one in that is there", `${digest}        kwargs.setdefault('max_length', 40)\n        super(Custom, self).__init__(*args, **kwargs)`, { max_length: 9 }, { dbType: "varchar(9)" }],
    ["asks whether it is there", `${digest}        if 'max_length' not in kwargs:\n            kwargs['max_length'] = 12\n        super().__init__(*args, **kwargs)`, {}, { dbType: "varchar(12)" }],
    ["takes its own away", `${digest}        self.kind = kwargs.pop('kind', 'a')\n        kwargs.update(max_length=5, null=True)\n        models.CharField.__init__(self, *args, **kwargs)`, { kind: "b" }, { dbType: "varchar(5)", null: true }],
    ["deletes one", `${digest}        del kwargs['null']\n        super().__init__(*args, **{**kwargs, 'max_length': 6})`, { null: true }, { null: false, dbType: "varchar(6)" }],
    ["defaults in the signature", "SIZE = 11\nclass Custom(models.CharField):\n    def __init__(self, verbose_name=None, max_length=SIZE, unique=True, **kwargs):\n        super().__init__(verbose_name, max_length=max_length, unique=unique, **kwargs)", {}, { dbType: "varchar(11)", unique: true }],
    ["passes some on by place", "class Custom(models.DecimalField):\n    def __init__(self, *args, **kwargs):\n        super().__init__(None, None, 19, 4, **kwargs)", {}, { dbType: "numeric(19, 4)" }],
    ["a base's __init__ after its own", `class Base(models.CharField):\n    def __init__(self, *args, **kwargs):\n        kwargs['max_length'] = kwargs.get('max_length') or 8\n        super().__init__(*args, **kwargs)\n\nclass Custom(Base):\n    def __init__(self, *args, **kwargs):\n        kwargs['db_index'] = True\n        super().__init__(*args, **kwargs)`, {}, { dbType: "varchar(8)", dbIndex: true }],
    ["a check that only raises", `${digest}        if self.registry.busy():\n            raise ValueError('no')\n        super().__init__(*args, max_length=3, **kwargs)`, {}, { dbType: "varchar(3)" }],
    ["sets an attribute of the field afterwards", `${digest}        super().__init__(*args, **kwargs)\n        self.max_length = 77`, { max_length: 5 }, { dbType: "varchar(77)" }],
    ["an array's base field", "from django.contrib.postgres.fields import ArrayField\nclass Custom(ArrayField):\n    def __init__(self, **kwargs):\n        kwargs['base_field'] = models.CharField(max_length=40)\n        super().__init__(**kwargs)", {}, { dbType: "varchar(40)[]" }],
    ["a foreign key's model", "class Custom(models.ForeignKey):\n    def __init__(self, **kwargs):\n        kwargs['to'] = 'shop.Other'\n        kwargs.setdefault('on_delete', models.CASCADE)\n        super().__init__(**kwargs)", {}, { dbType: "bigint", column: "col_id" }],
  ] as const)("%s", (_, source, kwargs, expected) => {
    expect(custom(source, kwargs)).toMatchObject({ unknown: null, ...expected });
  });

  test("what deconstruct() takes away is not in the kwargs, what the class keeps to itself is", () => {
    const source = `${digest}        self.kind = kwargs.pop('kind')\n        kwargs['max_length'] = 104\n        super().__init__(*args, **kwargs)\n    def deconstruct(self):\n        name, path, args, kwargs = super().deconstruct()\n        del kwargs['max_length']\n        return name, path, args, kwargs`;
    expect(Object.fromEntries(custom(source, { kind: "b", null: true }).kwargs)).toEqual({ kind: "b", null: true });
  });
});

describe("what cannot be followed and matters is unknown, with class, file and line", () => {
  test.each([
    ["a type from a call", "class Custom(models.Field):\n    def db_type(self, connection):\n        return pick(connection)", "db_type() of shop.fields.Custom (shop/fields.py:3) cannot be read: `pick(connection)` has no value that can be told"],
    ["an undecided condition", "class Custom(models.Field):\n    def db_type(self, connection):\n        if connection.pg_version > 9:\n            return 'jsonb'\n        return 'json'", "whether `connection.pg_version > 9` holds cannot be told"],
    ["an error for this database", "class Custom(models.Field):\n    def db_type(self, connection):\n        if connection.vendor != 'mysql':\n            raise ValueError('MySQL only')\n        return 'bit(1)'", "it raises an error for this database"],
    ["an argument from a condition", "class Custom(models.CharField):\n    def __init__(self, *args, **kwargs):\n        if LONG():\n            kwargs['max_length'] = 999\n        super().__init__(*args, **kwargs)", "the __init__ of shop.fields.Custom (shop/fields.py:4) cannot be followed: whether `LONG()` holds cannot be told"],
    ["arguments from elsewhere", "class Custom(models.CharField):\n    def __init__(self, *args, **kwargs):\n        prepare(kwargs)\n        super().__init__(*args, **kwargs)", "`prepare(kwargs)` may change its arguments"],
    ["no call of the base", "class Custom(models.CharField):\n    def __init__(self, *args, **kwargs):\n        self.x = 1", "it does not call the __init__ of its base"],
    ["a base of an unknown package", "from payments.fields import AmountField\nclass Custom(AmountField):\n    pass", "payments.fields.AmountField is neither a class of Django"],
    ["db_parameters()", "class Custom(models.CharField):\n    def db_parameters(self, connection):\n        return {'type': 'x', 'check': None}", "db_parameters() of shop.fields.Custom (shop/fields.py:3) decides about its column"],
    ["an attribute name of its own", "class Custom(models.CharField):\n    def get_attname(self):\n        return self.name + '_raw'", "get_attname() of shop.fields.Custom"],
  ])("%s", (_, source, reason) => {
    expect(custom(source, { max_length: 5 }).unknown).toContain(reason);
  });

  test("a class that says its type itself needs no known base", () => {
    const source = "from payments.fields import AmountField\nclass Custom(AmountField):\n    def db_type(self, connection):\n        return 'numeric(30, 9)'";
    expect(custom(source)).toMatchObject({ dbType: "numeric(30, 9)", unknown: null });
  });
});

test("a foreign key of the repository is one, whatever its name", () => {
  const source = "class Custom(models.ForeignKey):\n    pass";
  expect(custom(source, { to: "shop.other", on_delete: cascade })).toMatchObject({ column: "col_id", dbType: "bigint", remote: { kind: "foreign key", to: "shop.other" } });
});

test("an array of a class of the repository", () => {
  const source = "class Custom(models.CharField):\n    def __init__(self, *args, **kwargs):\n        kwargs['max_length'] = 2\n        super().__init__(*args, **kwargs)";
  const found = custom(source, { base_field: call("shop.fields.Custom") }, {}, "django.contrib.postgres.fields.ArrayField");
  expect(found.dbType).toBe("varchar(2)[]");
});

describe("classes that Python would not make end all the same", () => {
  test("a class that is its own base", () => {
    expect(custom("class Custom(Custom):\n    pass").unknown).not.toBeNull();
  });

  test("bases that cross in many layers", () => {
    const layers = Array.from({ length: 60 }, (_, at) => (at === 0 ? "class L0(models.CharField): pass\nclass R0(models.CharField): pass" : `class L${at}(L${at - 1}, R${at - 1}): pass\nclass R${at}(L${at - 1}, R${at - 1}): pass`));
    expect(custom(`${layers.join("\n")}\nclass Custom(L59, R59): pass`, { max_length: 3 }).dbType).toBe("varchar(3)");
  });
});
