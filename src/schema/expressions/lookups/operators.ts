import { isMySql, type Dialect } from "../../../sql/dialect.ts";
import { Unknown } from "../../../sql/literal/unknown.ts";
import { type Fragment, sql } from "../fragment.ts";

type Templates = Readonly<Record<string, string>>;

/** DatabaseWrapper.operators; `?` stands for the right-hand side. */
const comparisons: Templates = { exact: "= ?", gt: "> ?", gte: ">= ?", lt: "< ?", lte: "<= ?" };

const postgresql: Templates = {
  ...comparisons, iexact: "= UPPER(?)", contains: "LIKE ?", icontains: "LIKE UPPER(?)", regex: "~ ?", iregex: "~* ?", startswith: "LIKE ?", endswith: "LIKE ?",
  istartswith: "LIKE UPPER(?)", iendswith: "LIKE UPPER(?)",
};

const mysql: Templates = {
  ...comparisons, iexact: "LIKE ?", contains: "LIKE BINARY ?", icontains: "LIKE ?", startswith: "LIKE BINARY ?", endswith: "LIKE BINARY ?", istartswith: "LIKE ?", iendswith: "LIKE ?",
};

const like = "LIKE ? ESCAPE '\\'";
const sqlite: Templates = {
  ...comparisons, iexact: like, contains: like, icontains: like, startswith: like, endswith: like, istartswith: like, iendswith: like, regex: "REGEXP ?", iregex: "REGEXP '(?i)' || ?",
};

/** The same with an expression on the right: DatabaseWrapper.pattern_ops, with pattern_esc in place. */
const postgresqlPatterns: Templates = {
  contains: "LIKE '%%' || ? || '%%'", icontains: "LIKE '%%' || UPPER(?) || '%%'", startswith: "LIKE ? || '%%'", istartswith: "LIKE UPPER(?) || '%%'",
  endswith: "LIKE '%%' || ?", iendswith: "LIKE '%%' || UPPER(?)",
};

const mysqlPatterns: Templates = {
  contains: "LIKE BINARY CONCAT('%%', ?, '%%')", icontains: "LIKE CONCAT('%%', ?, '%%')", startswith: "LIKE BINARY CONCAT(?, '%%')",
  istartswith: "LIKE CONCAT(?, '%%')", endswith: "LIKE BINARY CONCAT('%%', ?)", iendswith: "LIKE CONCAT('%%', ?)",
};

const sqlitePatterns: Templates = {
  contains: "LIKE '%%' || ? || '%%' ESCAPE '\\'", icontains: "LIKE '%%' || UPPER(?) || '%%' ESCAPE '\\'", startswith: "LIKE ? || '%%' ESCAPE '\\'",
  istartswith: "LIKE UPPER(?) || '%%' ESCAPE '\\'", endswith: "LIKE '%%' || ? ESCAPE '\\'", iendswith: "LIKE '%%' || UPPER(?) ESCAPE '\\'",
};

const escapes: Readonly<Record<"postgresql" | "mysql" | "sqlite", string>> = {
  postgresql: "REPLACE(REPLACE(REPLACE(?, E'\\\\', E'\\\\\\\\'), E'%%', E'\\\\%%'), E'_', E'\\\\_')",
  mysql: "REPLACE(REPLACE(REPLACE(?, '\\\\', '\\\\\\\\'), '%%', '\\%%'), '_', '\\_')",
  sqlite: "REPLACE(REPLACE(REPLACE(?, '\\', '\\\\'), '%%', '\\%%'), '_', '\\_')",
};

const family = (dialect: Dialect): "postgresql" | "mysql" | "sqlite" => (isMySql(dialect.vendor) ? "mysql" : (dialect.vendor as "postgresql" | "sqlite"));

const operators = { postgresql, mysql, sqlite };
const patterns = { postgresql: postgresqlPatterns, mysql: mysqlPatterns, sqlite: sqlitePatterns };

/** Does the database have an operator for the lookup? MySQL's regex has none. */
export function hasOperator(name: string, dialect: Dialect): boolean {
  return Object.hasOwn(operators[family(dialect)], name);
}

/** `= …`, `LIKE …`: the operator with its right-hand side. */
export function operate(name: string, right: Fragment, dialect: Dialect): Fragment {
  return place(operators[family(dialect)][name], right, name);
}

/** LIKE against an expression, escaped by the database. */
export function likePattern(name: string, right: Fragment, dialect: Dialect): Fragment {
  const escaped = place(escapes[family(dialect)], right, name);
  return place(patterns[family(dialect)][name], escaped, name);
}

function place(template: string | undefined, right: Fragment, name: string): Fragment {
  const at = template?.indexOf(template.includes("(?i)' || ?") ? "|| ?" : "?") ?? -1;
  if (template === undefined || at < 0) throw new Unknown(`the lookup "${name}" has no operator on this database`);
  const hole = template.indexOf("?", at);
  return sql`${template.slice(0, hole)}${right}${template.slice(hole + 1)}`;
}
