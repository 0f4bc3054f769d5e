/** When a type change costs nothing: PostgreSQL keeps the rows as they are. */
export type FreeWhen =
  | "always"
  /** The new type has no length. */
  | "unlimited"
  /** The new type has no length, or at least the old one. */
  | "not shorter"
  /** Digits after the point as before and no fewer digits in all, or the new type has neither. */
  | "same scale and no less precision"
  /** No fewer fractional digits of a second (6 where none are given). */
  | "no less precision"
  /** The new type has no precision, or 6, and the session that migrates has TimeZone = UTC. */
  | "UTC and full precision";

export interface FreeConversion {
  readonly from: string;
  readonly to: string;
  readonly when: FreeWhen;
  /** Plain indexes on the column stay, or are built anew (another operator family, collation or meaning). */
  readonly indexes: "kept" | "rebuilt";
  /** Measured records; none: proven by test/safety/impact/proof.test.ts alone. */
  readonly facts: readonly string[];
}

/**
 * The conversions between built-in types (and citext) that rewrite nothing; every other one rewrites the table and all its indexes.
 * PostgreSQL 12 to 18, measured; manual: "ALTER TABLE", notes on SET DATA TYPE.
 */
export const freeConversions: readonly FreeConversion[] = [
  { from: "varchar", to: "varchar", when: "not shorter", indexes: "kept", facts: ["type_varchar50_to_varchar100", "type_varchar50_to_varchar100_indexed", "type_varchar50_to_varchar_unlimited"] },
  { from: "varchar", to: "text", when: "always", indexes: "kept", facts: ["type_varchar_to_text", "type_varchar_to_text_indexed"] },
  { from: "text", to: "varchar", when: "unlimited", indexes: "kept", facts: ["type_text_to_varchar_unlimited"] },
  { from: "varchar", to: "citext", when: "always", indexes: "rebuilt", facts: ["type_varchar_to_citext", "type_varchar_to_citext_indexed"] },
  { from: "text", to: "citext", when: "always", indexes: "rebuilt", facts: ["type_text_to_citext"] },
  { from: "citext", to: "text", when: "always", indexes: "rebuilt", facts: ["type_citext_to_text", "type_citext_to_text_indexed"] },
  { from: "citext", to: "varchar", when: "unlimited", indexes: "rebuilt", facts: [] },
  { from: "numeric", to: "numeric", when: "same scale and no less precision", indexes: "kept", facts: ["type_numeric10_2_to_12_2", "type_numeric10_2_to_numeric"] },
  { from: "varbit", to: "varbit", when: "not shorter", indexes: "kept", facts: ["type_varbit"] },
  { from: "bit", to: "varbit", when: "unlimited", indexes: "rebuilt", facts: [] },
  { from: "xml", to: "text", when: "always", indexes: "kept", facts: [] },
  { from: "xml", to: "varchar", when: "unlimited", indexes: "kept", facts: [] },
  { from: "cidr", to: "inet", when: "always", indexes: "kept", facts: ["type_cidr_to_inet"] },
  { from: "timestamptz", to: "timestamptz", when: "no less precision", indexes: "kept", facts: ["type_timestamptz3_to_timestamptz", "type_timestamptz3_to_timestamptz6"] },
  { from: "timestamp", to: "timestamp", when: "no less precision", indexes: "kept", facts: [] },
  { from: "time", to: "time", when: "no less precision", indexes: "kept", facts: [] },
  { from: "timetz", to: "timetz", when: "no less precision", indexes: "kept", facts: [] },
  { from: "interval", to: "interval", when: "no less precision", indexes: "kept", facts: [] },
  { from: "timestamp", to: "timestamptz", when: "UTC and full precision", indexes: "rebuilt", facts: ["type_timestamp_to_timestamptz", "type_timestamp_to_timestamptz_nonutc", "type_timestamp_to_timestamptz_indexed"] },
  { from: "timestamptz", to: "timestamp", when: "UTC and full precision", indexes: "rebuilt", facts: ["type_timestamptz_to_timestamp"] },
];

/** Other spellings of built-in types. serial types are integers once the column exists. */
export const typeAliases: Readonly<Record<string, string>> = {
  int: "integer",
  int4: "integer",
  serial: "integer",
  int8: "bigint",
  bigserial: "bigint",
  int2: "smallint",
  smallserial: "smallint",
  decimal: "numeric",
  bool: "boolean",
  float: "double precision",
  float8: "double precision",
  float4: "real",
  "character varying": "varchar",
  character: "char",
  bpchar: "char",
  "bit varying": "varbit",
  "timestamp without time zone": "timestamp",
  "timestamp with time zone": "timestamptz",
  "time without time zone": "time",
  "time with time zone": "timetz",
};

/** Types known not to be domains: built in, or of an extension that Django supports. */
export const knownTypes: ReadonlySet<string> = new Set([
  "smallint", "integer", "bigint", "numeric", "real", "double precision", "money", "boolean",
  "varchar", "char", "text", "citext", "bytea", "bit", "varbit", "uuid", "xml", "json", "jsonb", "hstore", "ltree",
  "date", "time", "timetz", "timestamp", "timestamptz", "interval", "inet", "cidr", "macaddr", "macaddr8", "tsvector", "tsquery",
  "point", "line", "lseg", "box", "path", "polygon", "circle", "geometry", "geography", "raster", "vector",
  "int4range", "int8range", "numrange", "tsrange", "tstzrange", "daterange", "int4multirange", "int8multirange", "nummultirange", "tsmultirange", "tstzmultirange", "datemultirange",
]);
