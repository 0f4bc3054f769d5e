import type { Vendor } from "../../../django/project.ts";
import type { FunctionShape } from "./function-node.ts";

/** A function of django.db.models.functions or django.contrib.postgres whose SQL is its name and its arguments. */
export interface FunctionRow extends FunctionShape {
  readonly name: string;
  /** Class of output_field; "shared": that of the sources; "numeric": NumericOutputFieldMixin; "first": that of the first source. */
  readonly output: string;
  /** Names of constructor arguments in order, where they can be given by keyword or have defaults. */
  readonly parameters?: readonly string[];
  readonly defaults?: Readonly<Record<string, string | number>>;
  /** Arguments for which a bare string is text and not a field. */
  readonly texts?: readonly number[];
  /** PostgreSQL: FixDecimalInputMixin casts floats to numeric. */
  readonly fixesDecimals?: boolean;
  readonly vendors?: Readonly<Partial<Record<Vendor | "mysqls", Partial<Pick<FunctionRow, "name" | "template" | "joiner" | "plainOnSqlite">>>>>;
}

const sha = (bits: string): FunctionRow => ({
  name: `SHA${bits}`,
  output: "shared",
  vendors: {
    postgresql: { name: `sha${bits}`, template: "ENCODE(DIGEST(%(expressions)s, '%(function)s'), 'hex')" },
    ...(bits === "1" ? {} : { mysqls: { template: `SHA2(%(expressions)s, ${bits})` } }),
  },
});

const numeric = (name: string): FunctionRow => ({ name, output: "numeric" });
const shared = (name: string): FunctionRow => ({ name, output: "shared" });

/** By class name. Facts: db/models/functions/{comparison,datetime,math,text,uuid}.py and contrib/postgres/{functions,search}.py of Django 4.2, 5.2 and 6.1. */
export const functions: Readonly<Record<string, FunctionRow>> = {
  Coalesce: shared("COALESCE"),
  Greatest: { ...shared("GREATEST"), vendors: { sqlite: { name: "MAX" } } },
  Least: { ...shared("LEAST"), vendors: { sqlite: { name: "MIN" } } },
  NullIf: shared("NULLIF"),
  Lower: shared("LOWER"),
  Upper: shared("UPPER"),
  Trim: shared("TRIM"),
  LTrim: shared("LTRIM"),
  RTrim: shared("RTRIM"),
  Reverse: shared("REVERSE"),
  MD5: shared("MD5"),
  SHA1: sha("1"),
  SHA224: sha("224"),
  SHA256: sha("256"),
  SHA384: sha("384"),
  SHA512: sha("512"),
  Length: { name: "LENGTH", output: "IntegerField", vendors: { mysqls: { name: "CHAR_LENGTH" } } },
  Chr: { name: "CHR", output: "CharField", vendors: { mysqls: { name: "CHAR", template: "%(function)s(%(expressions)s USING utf16)" }, sqlite: { name: "CHAR", plainOnSqlite: true } } },
  Ord: { name: "ASCII", output: "IntegerField", vendors: { mysqls: { name: "ORD" }, sqlite: { name: "UNICODE", plainOnSqlite: true } } },
  Replace: { name: "REPLACE", output: "shared", parameters: ["expression", "text", "replacement"], defaults: { replacement: "" } },
  Repeat: { name: "REPEAT", output: "CharField", parameters: ["expression", "number"] },
  LPad: { name: "LPAD", output: "CharField", parameters: ["expression", "length", "fill_text"], defaults: { fill_text: " " } },
  RPad: { name: "RPAD", output: "CharField", parameters: ["expression", "length", "fill_text"], defaults: { fill_text: " " } },
  StrIndex: { name: "INSTR", output: "IntegerField", vendors: { postgresql: { name: "STRPOS" } } },
  Substr: { name: "SUBSTRING", output: "CharField", parameters: ["expression", "pos", "length"], vendors: { sqlite: { name: "SUBSTR", plainOnSqlite: true } } },
  Abs: shared("ABS"),
  Ceil: shared("CEILING"),
  Floor: shared("FLOOR"),
  Sign: shared("SIGN"),
  ACos: numeric("ACOS"),
  ASin: numeric("ASIN"),
  ATan: numeric("ATAN"),
  ATan2: { ...numeric("ATAN2"), plainOnSqlite: true },
  Cos: numeric("COS"),
  Cot: numeric("COT"),
  Degrees: numeric("DEGREES"),
  Exp: numeric("EXP"),
  Ln: numeric("LN"),
  Log: { ...numeric("LOG"), fixesDecimals: true, plainOnSqlite: true },
  Mod: { ...numeric("MOD"), fixesDecimals: true },
  Pi: numeric("PI"),
  Power: numeric("POWER"),
  Radians: numeric("RADIANS"),
  Random: { ...numeric("RANDOM"), vendors: { mysqls: { name: "RAND" }, sqlite: { name: "RAND", plainOnSqlite: true } } },
  Round: { name: "ROUND", output: "first", parameters: ["expression", "precision"], defaults: { precision: 0 }, fixesDecimals: true },
  Sin: numeric("SIN"),
  Sqrt: numeric("SQRT"),
  Tan: numeric("TAN"),
  Now: {
    name: "",
    output: "DateTimeField",
    template: "CURRENT_TIMESTAMP",
    vendors: { postgresql: { template: "STATEMENT_TIMESTAMP()" }, mysqls: { template: "CURRENT_TIMESTAMP(6)" }, sqlite: { template: "STRFTIME('%%%%Y-%%%%m-%%%%d %%%%H:%%%%M:%%%%f', 'NOW')", plainOnSqlite: true } },
  },
  TransactionNow: { name: "", output: "DateTimeField", template: "CURRENT_TIMESTAMP" },
  RandomUUID: { name: "", output: "UUIDField", template: "GEN_RANDOM_UUID()" },
  TrigramSimilarity: { name: "SIMILARITY", output: "FloatField", texts: [1] },
  TrigramDistance: { name: "", output: "FloatField", joiner: " <-> ", texts: [1] },
  TrigramWordSimilarity: { name: "WORD_SIMILARITY", output: "FloatField", texts: [0] },
  TrigramStrictWordSimilarity: { name: "STRICT_WORD_SIMILARITY", output: "FloatField", texts: [0] },
};
