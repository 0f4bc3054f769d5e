import { describe, expect, test } from "vitest";
import { vendors, type Vendor } from "../../../src/django/project.ts";
import { bind } from "../../../src/django/bind/bind.ts";
import type { BindContext } from "../../../src/django/bind/context.ts";
import { call, context, field, model, one, ref, state, type Kwargs, type Where } from "./build.ts";

type Row = readonly [path: string, kwargs: Kwargs, postgresql: string, mysql: string, sqlite: string];

/** What Django's own db_type() says for each vendor: made by asking Django 4.2.28, 5.2.18 and 6.1.1. */
const types: readonly Row[] = [
  ["AutoField", { primary_key: true }, "integer", "integer AUTO_INCREMENT", "integer"],
  ["BigAutoField", { primary_key: true }, "bigint", "bigint AUTO_INCREMENT", "integer"],
  ["SmallAutoField", { primary_key: true }, "smallint", "smallint AUTO_INCREMENT", "integer"],
  ["BinaryField", {}, "bytea", "longblob", "BLOB"],
  ["BooleanField", {}, "boolean", "bool", "bool"],
  ["NullBooleanField", {}, "boolean", "bool", "bool"],
  ["CharField", { max_length: 20 }, "varchar(20)", "varchar(20)", "varchar(20)"],
  ["CommaSeparatedIntegerField", { max_length: 9 }, "varchar(9)", "varchar(9)", "varchar(9)"],
  ["DateField", {}, "date", "date", "date"],
  ["DateTimeField", {}, "timestamp with time zone", "datetime(6)", "datetime"],
  ["TimeField", {}, "time", "time(6)", "time"],
  ["DecimalField", { max_digits: 5, decimal_places: 2 }, "numeric(5, 2)", "numeric(5, 2)", "decimal"],
  ["DurationField", {}, "interval", "bigint", "bigint"],
  ["EmailField", {}, "varchar(254)", "varchar(254)", "varchar(254)"],
  ["FileField", {}, "varchar(100)", "varchar(100)", "varchar(100)"],
  ["ImageField", { max_length: 300 }, "varchar(300)", "varchar(300)", "varchar(300)"],
  ["FilePathField", {}, "varchar(100)", "varchar(100)", "varchar(100)"],
  ["FloatField", {}, "double precision", "double precision", "real"],
  ["IntegerField", {}, "integer", "integer", "integer"],
  ["BigIntegerField", {}, "bigint", "bigint", "bigint"],
  ["SmallIntegerField", {}, "smallint", "smallint", "smallint"],
  ["IPAddressField", {}, "inet", "char(15)", "char(15)"],
  ["GenericIPAddressField", {}, "inet", "char(39)", "char(39)"],
  ["PositiveBigIntegerField", {}, "bigint", "bigint UNSIGNED", "bigint unsigned"],
  ["PositiveIntegerField", {}, "integer", "integer UNSIGNED", "integer unsigned"],
  ["PositiveSmallIntegerField", {}, "smallint", "smallint UNSIGNED", "smallint unsigned"],
  ["SlugField", {}, "varchar(50)", "varchar(50)", "varchar(50)"],
  ["TextField", {}, "text", "longtext", "text"],
  ["URLField", {}, "varchar(200)", "varchar(200)", "varchar(200)"],
  ["JSONField", {}, "jsonb", "json", "text"],
  ["UUIDField", {}, "uuid", "char(32)", "char(32)"],
  ["django.db.models.fields.CharField", { max_length: 3 }, "varchar(3)", "varchar(3)", "varchar(3)"],
  ["django.db.models.fields.files.ImageField", {}, "varchar(100)", "varchar(100)", "varchar(100)"],
  ["django.contrib.gis.db.models.CharField", { max_length: 3 }, "varchar(3)", "varchar(3)", "varchar(3)"],
];

describe("column types", () => {
  test.each(types)("%s %o", (path, kwargs, ...expected) => {
    const found = (["postgresql", "mysql", "sqlite"] as const).map((vendor) => one(path, kwargs, { vendor }).dbType);
    expect(found).toEqual(expected);
  });

  test("MariaDB has MySQL's types, and its own uuid from 10.7 on with Django 5.0", () => {
    const uuid = (version: string, django: Where["django"]) => one("UUIDField", {}, { vendor: "mariadb", version, django }).dbType;
    expect([uuid("10.11", "5.0"), uuid("10.6", "5.0"), uuid("10.11", "4.2"), one("TextField", {}, { vendor: "mariadb" }).dbType]).toEqual(["uuid", "char(32)", "char(32)", "longtext"]);
  });

  test("a CharField without a length is varchar where the database has it", () => {
    const type = (vendor: Vendor, django: Where["django"]) => one("CharField", {}, { vendor, django }).dbType;
    expect([type("postgresql", "4.2"), type("sqlite", "5.2")]).toEqual(["varchar", "varchar"]);
    for (const missing of [type("sqlite", "5.1"), type("mysql", "6.1")]) expect(missing).toEqual({ unknown: "its max_length is not given, and the column type needs it" });
  });

  test("a DecimalField without digits is numeric on PostgreSQL from Django 6.1 on", () => {
    expect(one("DecimalField", {}, { django: "6.1" }).dbType).toBe("numeric");
    expect(one("DecimalField", {}, { django: "6.0" }).unknown).toContain("its max_digits is not given");
  });
});

const postgres: readonly (readonly [path: string, kwargs: Kwargs, type: string])[] = [
  ["django.contrib.postgres.fields.ArrayField", { base_field: call("CharField", { max_length: 20 }) }, "varchar(20)[]"],
  ["django.contrib.postgres.fields.array.ArrayField", { base_field: call("IntegerField"), size: 8 }, "integer[8]"],
  ["django.contrib.postgres.fields.ArrayField", { base_field: call("django.contrib.postgres.fields.ArrayField", { base_field: call("PositiveIntegerField"), size: 2 }), size: null }, "integer[2][]"],
  ["django.contrib.postgres.fields.HStoreField", {}, "hstore"],
  ["django.contrib.postgres.fields.hstore.HStoreField", {}, "hstore"],
  ["django.contrib.postgres.fields.JSONField", {}, "jsonb"],
  ["django.contrib.postgres.fields.jsonb.JSONField", {}, "jsonb"],
  ["django.contrib.postgres.fields.IntegerRangeField", {}, "int4range"],
  ["django.contrib.postgres.fields.ranges.BigIntegerRangeField", {}, "int8range"],
  ["django.contrib.postgres.fields.DecimalRangeField", {}, "numrange"],
  ["django.contrib.postgres.fields.DateTimeRangeField", {}, "tstzrange"],
  ["django.contrib.postgres.fields.DateRangeField", {}, "daterange"],
  ["django.contrib.postgres.search.SearchVectorField", {}, "tsvector"],
  ["django.contrib.gis.db.models.PointField", {}, "geometry(POINT,4326)"],
  ["django.contrib.gis.db.models.fields.PolygonField", { srid: 3857, dim: 3 }, "geometry(POLYGONZ,3857)"],
  ["django.contrib.gis.db.models.fields.PointField", { geography: true, srid: 4326 }, "geography(POINT,4326)"],
  ["django.contrib.gis.db.models.RasterField", {}, "raster"],
];

describe("PostgreSQL's own fields", () => {
  test.each(postgres)("%s %o is %s", (path, kwargs, type) => {
    expect(one(path, kwargs)).toMatchObject({ dbType: type, unknown: null });
  });

  test("case-insensitive fields are citext up to Django 5.0, and plain text after", () => {
    const type = (name: string, django: Where["django"]) => one(`django.contrib.postgres.fields.${name}`, { max_length: 5 }, { django }).dbType;
    expect([type("CICharField", "5.0"), type("CICharField", "5.1"), type("CITextField", "4.2"), type("CITextField", "6.1")]).toEqual(["citext", "varchar(5)", "citext", "text"]);
  });

  test("geometry is a plain type on MySQL and not modelled on SpatiaLite", () => {
    expect(one("django.contrib.gis.db.models.PointField", {}, { vendor: "mysql" }).dbType).toBe("POINT");
    expect(one("django.contrib.gis.db.models.PointField", {}, { vendor: "sqlite" }).unknown).toContain("AddGeometryColumn()");
  });

  test("an array's and a range's elements are fields of their own", () => {
    expect(one("django.contrib.postgres.fields.ArrayField", { base_field: call("CharField", { max_length: 20, db_collation: "C" }) })).toMatchObject({ collation: "C", baseField: { dbType: "varchar(20)" } });
    expect(one("django.contrib.postgres.fields.DateTimeRangeField").baseField?.dbType).toBe("timestamp with time zone");
  });
});

describe("checks and suffixes", () => {
  const all = (pick: (where: Where) => string | null) => Object.fromEntries(vendors.map((vendor) => [vendor, pick({ vendor })]));

  test("positive integers are checked with the column quoted as the database does", () => {
    expect(all((where) => one("PositiveIntegerField", { db_column: "n" }, where).check)).toEqual({ postgresql: '"n" >= 0', mysql: "`n` >= 0", mariadb: "`n` >= 0", sqlite: '"n" >= 0' });
    expect(one("PositiveIntegerField", {}, { vendor: "mysql", version: "8.0.15" }).check).toBeNull();
    expect(one("PositiveIntegerField", {}, { vendor: "mysql", version: "8.0" }).check).toBe("`col` >= 0");
  });

  test("SQLite and old MariaDB check JSON", () => {
    expect(all((where) => one("JSONField", {}, where).check)).toEqual({ postgresql: null, mysql: null, mariadb: null, sqlite: '(JSON_VALID("col") OR "col" IS NULL)' });
    expect(one("JSONField", {}, { vendor: "mariadb", version: "10.4.2", django: "4.2" }).check).toBe("JSON_VALID(`col`)");
  });

  test("identity columns have the database's suffix", () => {
    expect(all((where) => one("BigAutoField", { primary_key: true }, where).suffix)).toEqual({ postgresql: "GENERATED BY DEFAULT AS IDENTITY", mysql: null, mariadb: null, sqlite: "AUTOINCREMENT" });
    expect(one("IntegerField").suffix).toBeNull();
  });

  test("casts", () => {
    const casts = (path: string, kwargs: Kwargs = {}) => (["postgresql", "mysql", "sqlite"] as const).map((vendor) => one(path, kwargs, { vendor }).castType);
    expect(casts("PositiveIntegerField")).toEqual(["integer", "unsigned integer", "integer unsigned"]);
    expect(casts("CharField", { max_length: 9 })).toEqual(["varchar(9)", "char(9)", "varchar(9)"]);
    expect(casts("DateField")).toEqual(["date", "date", "TEXT"]);
    expect(casts("AutoField", { primary_key: true })).toEqual(["integer", "signed integer", "integer"]);
  });
});

test("a generated column has its output field's type and no check", () => {
  const total = one("GeneratedField", { expression: call("F", {}, ["price"]), output_field: call("PositiveIntegerField"), db_persist: true });
  expect(total).toMatchObject({ dbType: "integer", check: null, unknown: null, generated: { stored: true, output: { dbType: "integer" } } });
});

test("a length that is a setting is the settings file's", () => {
  const code = model("shop.Thing", [field("col", "CharField", { max_length: ref("django.conf.settings.CODE_LENGTH") })]);
  const settings = new Map([["CODE_LENGTH", 3]]);
  const type = (setting?: BindContext["setting"]) => bind(state(code), { ...context(), ...(setting && { setting }) }).get("shop.thing")!.field("col")!.dbType;
  expect(type((name) => settings.get(name))).toBe("varchar(3)");
  expect(type()).toEqual({ unknown: "its max_length is `django.conf.settings.CODE_LENGTH`, which cannot be read, and the column type needs it: write the number in the migration" });
});

test("what cannot be read makes the type unknown, with the way to settle it", () => {
  const unknown = { kind: "unknown", reason: "a list comprehension", place: { path: "a.py", line: 3 }, text: "[x for x in y]" } as const;
  expect(one("CharField", { max_length: unknown }).unknown).toBe("its max_length is `[x for x in y]` (a.py:3), a list comprehension, and the column type needs it: write the number in the migration");
  expect(one("CharField", { max_length: 3, null: unknown }).unknown).toBe("its null cannot be told (a.py:3): a list comprehension. Write the value in the migration");
  expect(one("payments.fields.AmountField", {}).unknown).toContain("payments.fields.AmountField is neither a class of Django, nor of the repository, nor of a package whose fields are known");
});
