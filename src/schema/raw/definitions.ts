import type { ColumnDefinition, ConstraintDefinition, IndexDefinition } from "../change.ts";
import { postgresqlObjectName } from "../names.ts";
import type { SqlText } from "./sql-text.ts";
import { columnsIn, constantOf, node, type Node, nodes, number, relationName, strings, text, typeOf } from "./syntax.ts";

const serialTypes: Readonly<Record<string, string>> = { serial: "integer", serial4: "integer", bigserial: "bigint", serial8: "bigint", smallserial: "smallint", serial2: "smallint" };

/** A ColumnDef with the constraints written on it. */
export function columnDefinition(value: unknown, sql: SqlText): ColumnDefinition {
  const column = node(value);
  const type = typeOf(column["typeName"]);
  const serial = serialTypes[type];
  const constraints = nodes(column["constraints"]).map((constraint) => node(constraint["Constraint"]));
  const of = (kind: string) => constraints.find((constraint) => constraint["contype"] === kind);
  const value_ = of("CONSTR_DEFAULT");
  const check = of("CONSTR_CHECK");
  const references = of("CONSTR_FOREIGN");
  const generated = of("CONSTR_GENERATED");
  const primaryKey = of("CONSTR_PRIMARY") !== undefined;
  return {
    name: text(column["colname"]) ?? "",
    type: serial ?? type,
    null: !primaryKey && of("CONSTR_NOTNULL") === undefined && serial === undefined,
    collation: strings(node(node(column["collClause"])["CollateClause"] ?? column["collClause"])["collname"]).at(-1) ?? null,
    comment: null,
    default: value_ ? defaultOf(value_["raw_expr"]) : null,
    generated: generated ? { sql: "an expression", stored: generated["generated_kind"] !== "v" } : null,
    identity: serial !== undefined || of("CONSTR_IDENTITY") !== undefined,
    primaryKey,
    unique: of("CONSTR_UNIQUE") !== undefined,
    check: check ? checkOf(check, sql) : null,
    references: references ? { name: text(references["conname"]), table: relationName(references["pktable"]) ?? "", column: strings(references["pk_attrs"])[0] ?? "id", onDelete: onDelete(references) } : null,
    indexTablespace: null,
  };
}

/** A DEFAULT's SQL: the constant, or that it is an expression; NULL is no default. */
export function defaultOf(expression: unknown): { readonly sql: string; readonly lasting: boolean } | null {
  if (expression === undefined) return null;
  const constant = constantOf(expression);
  if (constant === "NULL") return null;
  return { sql: constant ?? functionName(expression) ?? "(an expression)", lasting: true };
}

function functionName(expression: unknown): string | null {
  const name = strings(node(node(expression)["FuncCall"])["funcname"]).at(-1);
  return name === undefined ? null : `${name}()`;
}

const deleteWords: Readonly<Record<string, string>> = { c: "CASCADE", n: "SET NULL", d: "SET DEFAULT", r: "RESTRICT" };

function onDelete(constraint: Node): string | null {
  return deleteWords[text(constraint["fk_del_action"]) ?? ""] ?? null;
}

/** What stands between CHECK's brackets. */
function checkOf(constraint: Node, sql: SqlText): string {
  return sql.inBrackets(number(constraint["location"]))?.join(", ") ?? "an expression";
}

/** A table constraint; null for a kind that no release relies on. */
export function constraintDefinition(value: unknown, table: string, sql: SqlText): ConstraintDefinition | null {
  const constraint = node(value);
  const name = text(constraint["conname"]);
  const keys = strings(constraint["keys"]);
  const deferrable = constraint["initdeferred"] ? "deferred" : constraint["deferrable"] ? "immediate" : null;
  switch (constraint["contype"]) {
    case "CONSTR_PRIMARY":
      return { kind: "primary key", name, columns: keys, usingIndex: text(constraint["indexname"]) };
    case "CONSTR_UNIQUE":
      return { kind: "unique", name, columns: keys, deferrable, nullsDistinct: constraint["nulls_not_distinct"] ? false : null, include: strings(constraint["including"]), opclasses: [], usingIndex: text(constraint["indexname"]) };
    case "CONSTR_FOREIGN": {
      const columns = strings(constraint["fk_attrs"]);
      const toColumns = strings(constraint["pk_attrs"]);
      return {
        kind: "foreign key",
        name: name ?? postgresqlObjectName(table, columns.join("_"), "fkey"),
        columns,
        toTable: relationName(constraint["pktable"]) ?? "",
        toColumns: toColumns.length > 0 ? toColumns : ["id"],
        deferrable,
        onDelete: onDelete(constraint),
        notValid: constraint["skip_validation"] === true,
      };
    }
    case "CONSTR_CHECK": {
      const columns = columnsIn(constraint["raw_expr"]);
      return { kind: "check", name: name ?? postgresqlObjectName(table, columns.length === 1 ? columns[0]! : null, "check"), sql: checkOf(constraint, sql), columns, notValid: constraint["skip_validation"] === true };
    }
    case "CONSTR_EXCLUSION":
      return { kind: "exclusion", name: name ?? postgresqlObjectName(table, null, "excl"), sql: sql.from(number(constraint["location"]), "exclude") ?? "EXCLUDE", columns: columnsIn(constraint["exclusions"]) };
    default:
      return null;
  }
}

/** CREATE INDEX. An unnamed index gets PostgreSQL's own name. */
export function indexDefinition(statement: Node, table: string, sql: SqlText): IndexDefinition {
  const elements = nodes(statement["indexParams"]).map((element) => node(element["IndexElem"]));
  const columns = elements.map((element) => text(element["name"])).filter((name) => name !== null);
  const plain = columns.length === elements.length;
  const expressions = elements.filter((element) => "expr" in element);
  const condition = statement["whereClause"];
  const at = number(node(statement["relation"])["location"]);
  const written = plain ? [] : (sql.inBrackets(at) ?? []);
  return {
    name: text(statement["idxname"]) ?? postgresqlObjectName(table, columns.join("_") || "expr", "idx"),
    unique: statement["unique"] === true,
    parts: [],
    columns: plain ? columns : [],
    expressions: elements.flatMap((element, i) => ("expr" in element ? [written[i] ?? "an expression"] : [])),
    reads: [...new Set([...columns, ...columnsIn(expressions), ...columnsIn(condition)])],
    method: text(statement["accessMethod"]),
    opclasses: elements.map((element) => strings(element["opclass"]).at(-1) ?? "").filter((name) => name !== ""),
    include: nodes(statement["indexIncludingParams"]).map((element) => text(node(element["IndexElem"])["name"]) ?? ""),
    nullsDistinct: statement["nulls_not_distinct"] === true ? false : null,
    condition: condition === undefined ? null : (sql.after(at, "where") ?? "a condition"),
    with: null,
    tablespace: text(statement["tableSpace"]),
    ...(statement["if_not_exists"] === true ? { ifNotExists: true } : {}),
  };
}
