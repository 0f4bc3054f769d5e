import { atLeast, type Database, type DjangoVersion, type Vendor } from "../../project.ts";
import { codeSpan } from "../../../code-span.ts";

type Types = Readonly<Record<string, string>>;

const postgresql: Types = {
  AutoField: "integer", BigAutoField: "bigint", BinaryField: "bytea", BooleanField: "boolean", CharField: "varchar(%(max_length)s)", DateField: "date",
  DateTimeField: "timestamp with time zone", DecimalField: "numeric(%(max_digits)s, %(decimal_places)s)", DurationField: "interval",
  FileField: "varchar(%(max_length)s)", FilePathField: "varchar(%(max_length)s)", FloatField: "double precision", IntegerField: "integer",
  BigIntegerField: "bigint", IPAddressField: "inet", GenericIPAddressField: "inet", JSONField: "jsonb", OneToOneField: "integer",
  PositiveBigIntegerField: "bigint", PositiveIntegerField: "integer", PositiveSmallIntegerField: "smallint", SlugField: "varchar(%(max_length)s)",
  SmallAutoField: "smallint", SmallIntegerField: "smallint", TextField: "text", TimeField: "time", UUIDField: "uuid",
};

const mysql: Types = {
  AutoField: "integer AUTO_INCREMENT", BigAutoField: "bigint AUTO_INCREMENT", BinaryField: "longblob", BooleanField: "bool",
  CharField: "varchar(%(max_length)s)", DateField: "date", DateTimeField: "datetime(6)", DecimalField: "numeric(%(max_digits)s, %(decimal_places)s)",
  DurationField: "bigint", FileField: "varchar(%(max_length)s)", FilePathField: "varchar(%(max_length)s)", FloatField: "double precision",
  IntegerField: "integer", BigIntegerField: "bigint", IPAddressField: "char(15)", GenericIPAddressField: "char(39)", JSONField: "json",
  OneToOneField: "integer", PositiveBigIntegerField: "bigint UNSIGNED", PositiveIntegerField: "integer UNSIGNED",
  PositiveSmallIntegerField: "smallint UNSIGNED", SlugField: "varchar(%(max_length)s)", SmallAutoField: "smallint AUTO_INCREMENT",
  SmallIntegerField: "smallint", TextField: "longtext", TimeField: "time(6)", UUIDField: "char(32)",
};

const sqlite: Types = {
  AutoField: "integer", BigAutoField: "integer", BinaryField: "BLOB", BooleanField: "bool", CharField: "varchar(%(max_length)s)", DateField: "date",
  DateTimeField: "datetime", DecimalField: "decimal", DurationField: "bigint", FileField: "varchar(%(max_length)s)",
  FilePathField: "varchar(%(max_length)s)", FloatField: "real", IntegerField: "integer", BigIntegerField: "bigint", IPAddressField: "char(15)",
  GenericIPAddressField: "char(39)", JSONField: "text", OneToOneField: "integer", PositiveBigIntegerField: "bigint unsigned",
  PositiveIntegerField: "integer unsigned", PositiveSmallIntegerField: "smallint unsigned", SlugField: "varchar(%(max_length)s)",
  SmallAutoField: "integer", SmallIntegerField: "smallint", TextField: "text", TimeField: "time", UUIDField: "char(32)",
};

/** DatabaseWrapper.data_types (db/backends/<vendor>/base.py) by internal type. OneToOneField's own entry went with 6.0 and was never used. */
export const dataTypes: Readonly<Record<Vendor, Types>> = { postgresql, mysql, mariadb: mysql, sqlite };

/** Which column type an internal type has there; null: none, the field has no column. */
export function dataType(internalType: string, database: Database, django: DjangoVersion): string | null {
  if (internalType === "UUIDField" && nativeMariadbUuid(database, django)) return "uuid";
  return dataTypes[database.vendor][internalType] ?? null;
}

/** MariaDB 10.7's uuid type: Django 5.0, ticket 33507 (features.has_native_uuid_field). */
function nativeMariadbUuid(database: Database, django: DjangoVersion): boolean {
  return database.vendor === "mariadb" && atLeast(django, "5.0") && atLeast(database.version, "10.7");
}

/** CharField(max_length=None) is `varchar`: PostgreSQL since Django 4.2 (ticket 14094), SQLite since 5.2 (features.supports_unlimited_charfield). */
export function unlimitedVarchar(vendor: Vendor, django: DjangoVersion): boolean {
  return vendor === "postgresql" || (vendor === "sqlite" && atLeast(django, "5.2"));
}

/** DecimalField without digits is `numeric` on PostgreSQL since Django 6.1 (features.supports_no_precision_decimalfield). */
export function decimalWithoutDigits(vendor: Vendor, django: DjangoVersion): boolean {
  return vendor === "postgresql" && atLeast(django, "6.1");
}

const positive = ["PositiveBigIntegerField", "PositiveIntegerField", "PositiveSmallIntegerField"];

/** data_type_check_constraints: the text inside CHECK (…) with the column in place, or null. */
export function columnCheck(internalType: string, column: string, database: Database, django: DjangoVersion): string | null {
  const quoted = database.vendor === "mysql" || database.vendor === "mariadb" ? codeSpan(column) : `"${column}"`;
  if (positive.includes(internalType)) return checksColumns(database) ? `${quoted} >= 0` : null;
  if (internalType !== "JSONField") return null;
  if (database.vendor === "sqlite") return `(JSON_VALID(${quoted}) OR ${quoted} IS NULL)`;
  if (database.vendor === "mariadb" && django === "4.2" && !atLeast(padded(database.version), "10.4.3")) return `JSON_VALID(${quoted})`;
  return null;
}

/** features.supports_column_check_constraints: MySQL since 8.0.16. `8.0` alone means a current patch release. */
function checksColumns(database: Database): boolean {
  return database.vendor !== "mysql" || atLeast(padded(database.version), "8.0.16");
}

/** A version without a patch number stands for the newest patch. */
function padded(version: string): string {
  return version.split(".").length < 3 ? `${version}.999` : version;
}

/** data_types_suffix. MySQL has AUTO_INCREMENT in the type. */
export function typeSuffix(internalType: string, vendor: Vendor): string | null {
  if (!["AutoField", "BigAutoField", "SmallAutoField"].includes(internalType)) return null;
  if (vendor === "postgresql") return "GENERATED BY DEFAULT AS IDENTITY";
  return vendor === "sqlite" ? "AUTOINCREMENT" : null;
}

const mysqlCasts: Types = {
  AutoField: "signed integer", BigAutoField: "signed integer", SmallAutoField: "signed integer", CharField: "char(%(max_length)s)",
  DecimalField: "decimal(%(max_digits)s, %(decimal_places)s)", TextField: "char", IntegerField: "signed integer", BigIntegerField: "signed integer",
  SmallIntegerField: "signed integer", PositiveBigIntegerField: "unsigned integer", PositiveIntegerField: "unsigned integer",
  PositiveSmallIntegerField: "unsigned integer", DurationField: "signed integer",
};

/** DatabaseOperations.cast_data_types (db/backends/<vendor>/operations.py). */
export const castTypes: Readonly<Record<Vendor, Types>> = {
  postgresql: { AutoField: "integer", BigAutoField: "bigint", SmallAutoField: "smallint" },
  mysql: mysqlCasts,
  mariadb: mysqlCasts,
  sqlite: { DateField: "TEXT", DateTimeField: "TEXT" },
};

/** cast_char_field_without_max_length. */
export const castWithoutLength: Readonly<Record<Vendor, string>> = { postgresql: "varchar", mysql: "char", mariadb: "char", sqlite: "text" };
