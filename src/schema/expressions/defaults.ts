import type { BoundField } from "../../django/bound.ts";
import type { Value } from "../../python/value.ts";
import type { Dialect } from "../../sql/dialect.ts";
import { isComputed } from "../../sql/literal/prepare.ts";
import { defaultData } from "../../sql/literal/default.ts";
import { orUnknown, Unknown } from "../../sql/literal/unknown.ts";
import { decided } from "./compile.ts";
import { isModelsCall } from "./class-name.ts";
import { executed, formatted, type Fragment } from "./fragment.ts";
import { isExpression } from "./is-expression.ts";
import type { Node } from "./node.ts";
import { ofBound } from "./output-field.ts";
import { scopeOf } from "./read.ts";
import { valueNode } from "./value-node.ts";

/** A clause of a column. */
export interface CompiledClause {
  readonly sql: string;
  /** Columns it reads. */
  readonly columns: readonly string[];
  /** Django passes values beside the SQL: then it puts the constraints of a new table off. */
  readonly hasParameters: boolean;
}

/** Is a db_default a plain value, or Value(…), and no expression? */
export function isLiteralExpression(value: Value): boolean {
  return !isExpression(value) || isModelsCall(value, "Value");
}

/**
 * BaseDatabaseSchemaEditor.db_default_sql (Django 5.0) without _column_default_sql: an expression is in brackets, a literal
 * (`literal`) is not.
 */
export function compileDatabaseDefault(field: BoundField, dialect: Dialect): (CompiledClause & { readonly literal: boolean }) | { readonly unknown: string } {
  const value = field.dbDefault;
  if (value === undefined) return { unknown: `${field.name} has no db_default` };
  return orUnknown(() => {
    const literal = isLiteralExpression(value);
    const clause = write((scope) => (isExpression(value) ? scope.read(value) : ownValue(value, field, scope)), null, dialect, false);
    return { ...clause, sql: literal ? clause.sql : `(${clause.sql})`, literal };
  });
}

/** Value(db_default, field). */
function ownValue(value: Value, field: BoundField, scope: ReturnType<typeof scopeOf>): Node {
  const data = defaultData(value);
  if (isComputed(data)) throw new Unknown(`the value of ${data.what} is not known`);
  return valueNode(data, ofBound(field), scope);
}

/** GeneratedField.generated_sql, as it stands in the brackets of GENERATED ALWAYS AS. */
export function compileGenerated(field: BoundField, dialect: Dialect): CompiledClause | { readonly unknown: string } {
  const generated = field.generated;
  if (!generated) return { unknown: `${field.name} is not generated` };
  return orUnknown(() => write((scope) => scope.read(generated.expression), field, dialect, true));
}

/** SQLite takes no parameters in DDL: there Django formats the values into the text. */
function write(read: (scope: ReturnType<typeof scopeOf>) => Node, field: BoundField | null, dialect: Dialect, resolves: boolean): CompiledClause {
  const scope = scopeOf(field?.model ?? null, dialect, resolves);
  const fragment: Fragment = decided(() => read(scope).sql());
  const literal = dialect.features.requiresLiteralDefaults;
  const hasParameters = !literal && fragment.some((part) => typeof part !== "string");
  return { sql: literal ? formatted(fragment, dialect, "quote value") : executed(fragment, dialect), columns: [...scope.reads], hasParameters };
}
