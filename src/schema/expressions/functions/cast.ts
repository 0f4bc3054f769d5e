import { isMySql } from "../../../sql/dialect.ts";
import { type Fragment, param, sql } from "../fragment.ts";
import type { Node, Scope } from "../node.ts";
import { castType, dbType, type OutputField } from "../output-field.ts";
import { argumentSql } from "./function-node.ts";

/** Cast(expression, output_field). */
export function castNode(inner: Node, field: OutputField, scope: Scope): Node {
  return { kind: "cast", output: () => field, sql: () => castSql(argumentSql(inner, scope), field, scope) };
}

function castSql(inner: Fragment, field: OutputField, scope: Scope): Fragment {
  const { dialect } = scope;
  if (dialect.vendor === "postgresql") return sql`(${inner})::${castType(field, dialect)}`;
  if (dialect.vendor === "sqlite") {
    const type = dbType(field, dialect);
    // datetime and time keep their fractions only with strftime.
    if (type === "datetime") return sql`strftime(${param("%Y-%m-%d %H:%M:%f")}, ${inner})`;
    if (type === "time") return sql`strftime(${param("%H:%M:%f")}, ${inner})`;
    if (type === "date") return sql`date(${inner})`;
  }
  if (isMySql(dialect.vendor)) {
    if (field.internalType === "FloatField") return sql`(${inner} + 0.0)`;
    if (field.internalType === "JSONField" && dialect.vendor === "mariadb") return sql`JSON_EXTRACT(${inner}, '$')`;
  }
  return sql`CAST(${inner} AS ${castType(field, dialect)})`;
}
