/**
 * Functions whose volatility is known, from pg_proc.provolatile (proof.test.ts asks a server). A volatile default makes ADD COLUMN
 * rewrite the table; any other is evaluated once (PostgreSQL 11 and later).
 */
export const volatileFunctions: ReadonlySet<string> = new Set([
  "gen_random_uuid", "uuidv4", "uuidv7", "uuid_generate_v1", "uuid_generate_v1mc", "uuid_generate_v4",
  "clock_timestamp", "timeofday", "random", "random_normal", "setseed", "gen_random_bytes", "gen_salt",
  "nextval", "currval", "lastval", "setval", "pg_sleep",
]);

export const steadyFunctions: ReadonlySet<string> = new Set([
  "now", "statement_timestamp", "transaction_timestamp", "current_setting", "txid_current", "pg_backend_pid", "uuid_nil", "uuid_generate_v3", "uuid_generate_v5",
  "lower", "upper", "initcap", "concat", "concat_ws", "left", "right", "length", "char_length", "repeat", "replace", "reverse", "substr", "substring", "trim", "btrim", "ltrim", "rtrim", "lpad", "rpad", "md5", "format", "chr", "ascii", "encode", "decode", "sha256",
  "abs", "ceil", "ceiling", "floor", "round", "trunc", "mod", "power", "sqrt", "sign", "exp", "ln", "pi", "greatest", "least", "coalesce", "nullif",
  "date_trunc", "date_part", "extract", "make_date", "make_time", "make_timestamp", "make_timestamptz", "make_interval", "to_char", "to_date", "to_timestamp", "to_number", "age", "timezone",
  "json_build_object", "jsonb_build_object", "json_build_array", "jsonb_build_array", "to_json", "to_jsonb", "row_to_json", "array", "row", "cast", "hstore",
  "int4range", "int8range", "numrange", "tsrange", "tstzrange", "daterange", "to_tsvector",
]);

/** Words that may stand before a bracket without being a function: types with a length, and syntax. */
export const notFunctions: ReadonlySet<string> = new Set([
  "varchar", "varying", "character", "char", "numeric", "decimal", "bit", "time", "timestamp", "timestamptz", "interval", "in", "and", "or", "not", "case", "when", "then", "else", "as", "values", "any", "all",
  "current_timestamp", "current_time", "localtime", "localtimestamp",
]);
