import { djangoAtLeast, isMySql, type Dialect } from "../dialect.ts";
import { type Data, typeName } from "./data.ts";
import { dateString, dateTimeString, durationMicroseconds, naiveUtc, timeString, timeWithMicroseconds } from "./datetime.ts";
import { decimalFixed, decimalString, quantize } from "./decimal.ts";
import { type FieldFacts, isDjangoField } from "./field.ts";
import { jsonDumps } from "./json.ts";
import { toPython } from "./to-python.ts";
import { Unknown } from "./unknown.ts";

/**
 * Field.get_db_prep_save: what Django hands to the driver for a value that is stored. Throws Unknown where a field refuses the value or
 * prepares it in a way that is not known.
 */
export function prepareForSave(data: Data, field: FieldFacts, dialect: Dialect): Data {
  if (isComputed(data)) return data;
  if (field.remote) {
    if (data === null || data === "") return null;
    if (!field.remote.target) throw new Unknown("the field that the foreign key points at is not known");
    return prepareForSave(data, field.remote.target, dialect);
  }
  if (field.internalType === "JSONField" && data === null) return null;
  if (field.internalType === "ArrayField" && isSequence(data)) return { kind: "list", items: data.items.map((item) => prepareForSave(item, base(field), dialect)) };
  return prepareForDatabase(prepare(data, field, dialect), field, dialect, true);
}

/** Field.get_prep_value. */
export function prepare(data: Data, field: FieldFacts, dialect: Dialect): Data {
  if (isComputed(data)) return data;
  if (field.remote?.target) return prepare(data, field.remote.target, dialect);
  if (!isDjangoField(field) && isContainer(data) && !["JSONField", "ArrayField", "HStoreField"].includes(field.internalType)) throw new Unknown(`how ${field.path} prepares a ${typeName(data)} is not known`);
  return toPython(data, field, dialect);
}

/** Field.get_db_prep_value(prepared=True): the adapt_… methods of the vendor's operations. `stored`: on the way of get_db_prep_save. */
export function prepareForDatabase(data: Data, field: FieldFacts, dialect: Dialect, stored = false): Data {
  if (isComputed(data)) return data;
  if (field.remote?.target) return prepareForDatabase(data, field.remote.target, dialect);
  if (field.internalType === "JSONField") return json(data, field, dialect);
  if (field.internalType === "ArrayField" && isSequence(data)) return { kind: "list", items: data.items.map((item) => prepareForDatabase(prepare(item, base(field), dialect), base(field), dialect)) };
  if (data === null) return null;
  const integer = integerAdapters[field.internalType];
  if (integer && typeof data === "bigint" && dialect.vendor === "postgresql" && dialect.psycopg === 3) return { kind: "int", value: data, type: integer };
  switch (field.internalType) {
    case "DateField":
    case "DateTimeField":
    case "TimeField":
      return dialect.vendor === "postgresql" ? data : temporalText(data, dialect);
    case "DurationField":
      return dialect.features.hasNativeDurationField ? data : duration(data);
    case "DecimalField":
      return decimal(data, field, dialect, stored);
    case "UUIDField":
      if (typeof data !== "object" || data.kind !== "uuid") return data;
      return dialect.features.hasNativeUuidField ? data : data.hex;
    case "IPAddressField":
    case "GenericIPAddressField":
      return address(data, field, dialect);
  }
  return data;
}

/** DatabaseOperations.integerfield_type_map; automatic fields are not in it. */
const integerAdapters: Readonly<Record<string, "int2" | "int4" | "int8">> = {
  SmallIntegerField: "int2",
  IntegerField: "int4",
  BigIntegerField: "int8",
  PositiveSmallIntegerField: "int2",
  PositiveIntegerField: "int4",
  PositiveBigIntegerField: "int8",
};

export function isComputed(data: Data): data is Extract<Data, { kind: "computed" }> {
  return data !== null && typeof data === "object" && data.kind === "computed";
}

const isSequence = (data: Data): data is Extract<Data, { kind: "list" | "tuple" | "set" }> => data !== null && typeof data === "object" && (data.kind === "list" || data.kind === "tuple");

const isContainer = (data: Data): boolean => data !== null && typeof data === "object" && ["list", "tuple", "set", "dict"].includes(data.kind);

function base(field: FieldFacts): FieldFacts {
  if (!field.baseField) throw new Unknown("the field of the array's elements is not known");
  return field.baseField;
}

function json(data: Data, field: FieldFacts, dialect: Dialect): Data {
  const encoder = field.kwargs.get("encoder") ?? null;
  const path = encoder !== null && typeof encoder === "object" && (encoder.kind === "ref" || encoder.kind === "call") ? encoder.path : null;
  // JSONEncoder.default(), which encoders override, is asked only for what JSON does not know: what json.dumps writes itself stays.
  const text = jsonDumps(data, path === "django.core.serializers.json.DjangoJSONEncoder" ? "django" : "json");
  return dialect.vendor === "postgresql" ? { kind: "json", text } : text;
}

function temporalText(data: Data, dialect: Dialect): Data {
  if (data === null || typeof data !== "object") return data;
  switch (data.kind) {
    case "date":
      return dateString(data);
    case "datetime":
      if (data.offset !== null && !dialect.useTz) throw new Unknown("the database takes no aware datetime when USE_TZ is False");
      return dateTimeString(data.offset === null ? data : naiveUtc(data));
    case "time":
      return isMySql(dialect.vendor) ? timeWithMicroseconds(data) : timeString(data);
    default:
      return data;
  }
}

function duration(data: Data): Data {
  if (data !== null && typeof data === "object" && data.kind === "timedelta") return durationMicroseconds(data);
  throw new Unknown(`DurationField refuses a ${typeName(data)} on this database`);
}

/**
 * The base class's adapt_decimalfield_value formats the number with its decimal_places; PostgreSQL and MySQL never did, and from Django 5.2 on
 * nobody does. Django 4.2 asked it only for what is stored; where 5.0 and 5.1 asked it is not known (#35982).
 */
function decimal(data: Data, field: FieldFacts, dialect: Dialect, stored: boolean): Data {
  if (data === null || typeof data !== "object" || data.kind !== "decimal") return data;
  if (dialect.vendor !== "sqlite" || djangoAtLeast(dialect, "5.2")) return data;
  const places = field.kwargs.get("decimal_places");
  const formatted = decimalFixed(typeof places === "number" ? quantize(data.value, places) : data.value);
  if (dialect.django === "4.2") return stored ? formatted : data;
  if (formatted !== decimalString(data.value)) throw new Unknown(`how Django ${dialect.django} writes this decimal on SQLite is not known`);
  return formatted;
}

function address(data: Data, field: FieldFacts, dialect: Dialect): Data {
  if (typeof data !== "string" || field.internalType !== "GenericIPAddressField") return data;
  if (data === "") return null;
  return dialect.vendor === "postgresql" ? { kind: "inet", text: data } : data;
}

