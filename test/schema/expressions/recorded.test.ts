import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { DjangoVersion, Vendor } from "../../../src/django/project.ts";
import type { Value } from "../../../src/python/value.ts";
import type { IndexDefinition } from "../../../src/schema/change.ts";
import { compileCondition, compileIndexExpression } from "../../../src/schema/expressions/compile.ts";
import { constraintDefinition } from "../../../src/schema/expressions/constraints.ts";
import { compileDatabaseDefault, compileGenerated } from "../../../src/schema/expressions/defaults.ts";
import { indexDefinition } from "../../../src/schema/expressions/indexes.ts";
import { dialectOf, type Dialect } from "../../../src/sql/dialect.ts";
import { constraintSql } from "../../../src/sql/render/common.ts";
import { render } from "../../../src/sql/render/render.ts";
import { outcomeOf, type Recorded, recordedDialects, revive } from "./revive.ts";
import { fieldOf, thing } from "./thing.ts";

/**
 * SQL that the schema editors of real Django 4.2, 5.2 and 6.1 printed for shop.Thing on PostgreSQL 15 (psycopg 3 and 2), MySQL 8.4, MariaDB 10.11
 * and SQLite. Every statement must come out the same, character for character, or be said to be unknown.
 */
const cases = JSON.parse(readFileSync(new URL("recorded.json", import.meta.url), "utf8")) as readonly Recorded[];

const versions: Readonly<Record<string, string>> = { postgresql: "15", mysql: "8.4", mariadb: "10.11", sqlite: "3.45" };

function dialectNamed(name: string): Dialect {
  const [django, vendor, driver] = name.split(" ") as [DjangoVersion, Vendor, string?];
  return dialectOf({ vendor, version: versions[vendor]! }, django, { psycopg: driver ? 2 : 3, timeZone: "UTC" });
}

type Ours = string | null | { readonly unknown: string };

function ours(recorded: Recorded, dialect: Dialect): Ours {
  const model = thing(dialect);
  const value = revive(recorded.value);
  const q = dialect.quoteName;
  const wrapped = (compiled: { readonly sql: string } | { readonly unknown: string }, before: string, after: string): Ours => ("unknown" in compiled ? compiled : `${before}${compiled.sql}${after}`);
  switch (recorded.kind) {
    case "check":
      return wrapped(compileCondition(value, model, dialect), `ALTER TABLE ${q("shop_thing")} ADD CONSTRAINT ${q("c")} CHECK (`, ")");
    case "where":
      return dialect.features.supportsPartialIndexes ? wrapped(compileCondition(value, model, dialect), `CREATE UNIQUE INDEX ${q("u")} ON ${q("shop_thing")} (${q("name")}) WHERE `, "") : "None";
    case "expression":
      return wrapped(compileIndexExpression(value, model, dialect), `CREATE INDEX ${q("i")} ON ${q("shop_thing")} (`, ")");
    case "index":
      return created(indexDefinition(value, model, dialect), dialect);
    case "constraint":
      return constrained(value, dialect);
    case "generated":
      return wrapped(compileGenerated({ ...model.field("name")!, generated: { expression: value, output: fieldOf(revive(recorded.fieldValue), model, dialect), stored: true } }, dialect), "GENERATED ALWAYS AS (", ") STORED");
    default: {
      const compiled = compileDatabaseDefault({ ...fieldOf(revive(recorded.fieldValue), model, dialect), dbDefault: value }, dialect);
      // MySQL's brackets around literals of text and JSON columns are the schema editor's.
      const limited = dialect.vendor === "mysql" && "literal" in compiled && compiled.literal && /JSONField|TextField/.test(recorded.field ?? "");
      return limited ? wrapped(compiled, "(", ")") : wrapped(compiled, "", "");
    }
  }
}

function created(index: IndexDefinition | { readonly unknown: string } | null, dialect: Dialect): Ours {
  if (index === null || "unknown" in index) return index;
  return render({ kind: "CreateIndex", table: "shop_thing", index, concurrently: false }, dialect).sql;
}

function constrained(value: Value, dialect: Dialect): Ours {
  const defined = constraintDefinition(value, thing(dialect), dialect);
  if (defined === null || "unknown" in defined) return defined;
  if ("index" in defined) return created(defined.index, dialect);
  // SQLite makes unique constraints with an index, which is the schema editor's.
  if (dialect.vendor === "sqlite" && defined.constraint.kind === "unique") return render({ kind: "AddConstraint", table: "shop_thing", constraint: defined.constraint }, dialect).sql;
  return `ALTER TABLE ${dialect.quoteName("shop_thing")} ADD ${constraintSql(defined.constraint, dialect)}`;
}

/** What Django writes and we do not: a reason is given instead, and these are all the reasons there are. */
const knownUnknowns = /the MySQL driver writes a (bytes|uuid)|psycopg2 writes a (bytes|range)|its max_digits is not given/;

describe.each(recordedDialects)("Django %s", (name) => {
  const dialect = dialectNamed(name);
  // A database default and a generated column came with Django 5.0; MariaDB's indexes on expressions are skipped before they are written.
  const asked = cases.filter((one) => !(dialect.django === "4.2" && /db_default|generated/.test(one.kind)) && !(dialect.vendor === "mariadb" && one.kind === "index" && /Lower|Upper|Index\("/.test(one.source)));
  it.each(asked.filter((one) => outcomeOf(one, name) !== undefined).map((one) => [`${one.kind} ${one.source}`, one] as const))("%s", (_, one) => {
    const django = outcomeOf(one, name)!;
    const result = ours(one, dialect);
    if (result !== null && typeof result === "object") {
      if (typeof django === "string") expect(result.unknown).toMatch(knownUnknowns);
      return;
    }
    if (django !== null && typeof django === "object") {
      expect(django.error).toBe("not in this release");
      return;
    }
    expect(typeof result === "string" ? result.trimEnd() : result).toBe(typeof django === "string" ? django.trimEnd() : django);
  });
});
