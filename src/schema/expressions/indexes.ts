import type { BoundModel } from "../../django/bound.ts";
import type { Value } from "../../python/value.ts";
import type { Dialect } from "../../sql/dialect.ts";
import { orUnknown, Unknown } from "../../sql/literal/unknown.ts";
import type { IndexDefinition } from "../change.ts";
import { djangoClass } from "./class-name.ts";
import { condition, decided } from "./compile.ts";
import { formatted } from "./fragment.ts";
import { callOf, columnOf, textOf, textsOf } from "./index-arguments.ts";
import { indexExpression } from "./index-expression.ts";
import { indexMethods, withClause } from "./index-methods.ts";
import { scopeOf } from "./read.ts";

/**
 * `models.Index(…)` or one of PostgreSQL's index classes as CREATE INDEX prints it; null where Django skips it because the database has no
 * indexes on expressions.
 */
export function indexDefinition(value: Value, model: BoundModel, dialect: Dialect): IndexDefinition | { readonly unknown: string } | null {
  return orUnknown(() => define(value, model, dialect));
}

function define(value: Value, model: BoundModel, dialect: Dialect): IndexDefinition | null {
  const call = callOf(value);
  const name = djangoClass(call.path);
  const method = name === "Index" ? null : name === null ? undefined : indexMethods[name]?.method;
  if (method === undefined) throw new Unknown(`the index class ${call.path} is not one of Django's`);
  if (call.args.length > 0 && !dialect.features.supportsExpressionIndexes) return null;
  if (method !== null && dialect.vendor !== "postgresql") throw new Unknown(`${name} is PostgreSQL's`);
  const indexName = textOf(call, "name");
  if (indexName === null) throw new Unknown("an index without a name");
  const fields = textsOf(call, "fields");
  const opclasses = dialect.vendor === "postgresql" ? textsOf(call, "opclasses") : [];
  const body = call.args.length > 0 ? expressionParts(call.args, model, dialect) : columnParts(fields, opclasses, model, dialect);
  const where = conditionOf(call.kwargs.get("condition"), model, dialect);
  return {
    name: indexName,
    unique: false,
    ...body,
    reads: [...new Set([...body.reads, ...where.columns])],
    method,
    opclasses,
    include: dialect.features.supportsCoveringIndexes ? textsOf(call, "include").map((field) => columnOf(field, model)) : [],
    nullsDistinct: null,
    condition: where.sql,
    with: name === null ? null : withClause(name, call),
    tablespace: dialect.vendor === "postgresql" ? tablespaceOf(textOf(call, "db_tablespace"), fields, model) : null,
  };
}

type Body = Pick<IndexDefinition, "parts" | "columns" | "expressions" | "reads">;

/** Columns with their operator classes and DESC. */
export function columnParts(fields: readonly string[], opclasses: readonly string[], model: BoundModel, dialect: Dialect): Body {
  const columns = fields.map((field) => columnOf(field.replace(/^-/, ""), model));
  const parts = columns.map((column, index) => {
    const opclass = opclasses[index];
    const descending = fields[index]!.startsWith("-") && dialect.features.supportsIndexColumnOrdering;
    return `${dialect.quoteName(column)}${opclass === undefined ? "" : ` ${opclass}`}${descending ? " DESC" : ""}`;
  });
  return { parts, columns, expressions: [], reads: [] };
}

/** Expressions; those that are plain columns count as columns. */
export function expressionParts(values: readonly Value[], model: BoundModel, dialect: Dialect): Body {
  const scope = scopeOf(model, dialect);
  const made = values.map((value) => decided(() => indexExpression(value, scope)));
  const parts = made.map(({ fragment }) => formatted(fragment, dialect, "quote value"));
  const columns = made.flatMap(({ column }) => (column === null ? [] : [column]));
  return { parts, columns, expressions: parts.filter((_, index) => made[index]!.column === null), reads: [...scope.reads].filter((column) => !columns.includes(column)) };
}

/** The WHERE of an index; databases without partial indexes index all rows. */
export function conditionOf(value: Value | undefined, model: BoundModel, dialect: Dialect): { readonly sql: string | null; readonly columns: readonly string[] } {
  if (value === undefined || value === null || !dialect.features.supportsPartialIndexes) return { sql: null, columns: [] };
  return condition(value, model, dialect);
}

/** _get_index_tablespace_sql; the setting DEFAULT_INDEX_TABLESPACE is taken for unset. */
function tablespaceOf(own: string | null, fields: readonly string[], model: BoundModel): string | null {
  if (own !== null) return own;
  const [only] = fields;
  const field = fields.length === 1 && only !== undefined ? model.field(only.replace(/^-/, "")) : null;
  return field?.tablespace ?? model.tablespace;
}
