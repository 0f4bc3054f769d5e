import { expect, test } from "vitest";
import type { Value } from "../../../src/python/value.ts";
import { one, ref, type Kwargs } from "./build.ts";

type Row = readonly [path: string, args: readonly Value[], kwargs: Kwargs, deconstructed: Kwargs];

/** Field.deconstruct() of Django 5.2 for what a migration wrote. */
const rows: readonly Row[] = [
  ["CharField", [], { max_length: 3, null: false, blank: false, default: "", help_text: "", db_index: false }, { max_length: 3, default: "" }],
  ["CharField", ["a name", null, false, 9], {}, { verbose_name: "a name", max_length: 9 }],
  ["SlugField", [], { max_length: 50, db_index: true }, {}],
  ["SlugField", [], { max_length: 80, db_index: false, allow_unicode: true }, { max_length: 80, db_index: false, allow_unicode: true }],
  ["EmailField", [], {}, { max_length: 254 }],
  ["URLField", ["site"], { max_length: 200 }, { verbose_name: "site" }],
  ["UUIDField", [], { editable: false }, { editable: false }],
  ["NullBooleanField", [], {}, {}],
  ["DateField", [], { auto_now: true }, { auto_now: true }],
  ["DateTimeField", ["when", "when", false, true], {}, { verbose_name: "when", auto_now_add: true }],
  ["TimeField", [], { auto_now: false }, {}],
  ["DecimalField", [], { max_digits: 5, decimal_places: 2 }, { max_digits: 5, decimal_places: 2 }],
  ["FileField", [], {}, { upload_to: "" }],
  ["ImageField", [], { upload_to: "x", width_field: "w", max_length: 100 }, { upload_to: "x", width_field: "w" }],
  ["BinaryField", [], { editable: true }, { editable: true }],
  ["BinaryField", [], { editable: false }, {}],
  ["GenericIPAddressField", [], { protocol: "both", unpack_ipv4: false }, {}],
  ["JSONField", [], { encoder: ref("django.core.serializers.json.DjangoJSONEncoder") }, { encoder: ref("django.core.serializers.json.DjangoJSONEncoder") }],
  ["IntegerField", [], { validators: { kind: "list", items: [] }, choices: null }, {}],
  ["IntegerField", [], { default: ref("django.db.models.fields.NOT_PROVIDED") }, {}],
];

test.each(rows)("%s(*%o, **%o) deconstructs to %o", (path, args, kwargs, expected) => {
  expect(Object.fromEntries(one(path, kwargs, {}, args).kwargs)).toEqual(expected);
});

test("the primary key is not serialised, and always says that it is the primary key", () => {
  const id = one("AutoField", { primary_key: true, auto_created: true, verbose_name: "ID" });
  expect(Object.fromEntries(id.kwargs)).toEqual({ auto_created: true, verbose_name: "ID", primary_key: true, serialize: false });
  expect(id).toMatchObject({ unique: true, primaryKey: true, blank: true });
});

test("implied arguments are those of the field, though deconstruct() leaves them out", () => {
  expect(one("SlugField")).toMatchObject({ dbIndex: true, maxLength: 50, internalType: "SlugField" });
  expect(one("NullBooleanField")).toMatchObject({ null: true, blank: true, internalType: "BooleanField" });
  expect(one("ImageField")).toMatchObject({ internalType: "FileField", maxLength: 100 });
  expect(one("DateTimeField", { auto_now_add: true })).toMatchObject({ autoNow: true, blank: true });
  expect([one("CharField", { max_length: 1 }).emptyStringsAllowed, one("IntegerField").emptyStringsAllowed, one("TextField").emptyStringsAllowed, one("BinaryField").emptyStringsAllowed]).toEqual([true, false, true, true]);
});
