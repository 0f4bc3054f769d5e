import { Unknown } from "../../../sql/literal/unknown.ts";
import { type Fragment, fill, join } from "../fragment.ts";
import { Matches, type Node, type Scope } from "../node.ts";
import { isInstance, lineage, type OutputField } from "../output-field.ts";
import { numericOnSqlite, valueNode } from "../value-node.ts";

export interface FunctionShape {
  readonly template?: string;
  readonly joiner?: string;
  /** Further names of the template. */
  readonly extra?: Readonly<Record<string, string>>;
  /** SQLiteNumericMixin does not apply: the class has an as_sqlite of its own. */
  readonly plainOnSqlite?: boolean;
}

/** Func(*args, function=name): `NAME(a, b)`. */
export function functionNode(name: string, args: readonly Node[], output: () => OutputField | null, scope: Scope, shape: FunctionShape = {}): Node {
  const write = (): Fragment => {
    const fragment = functionSql(name, args.map((arg) => argumentSql(arg, scope)), shape);
    return shape.plainOnSqlite ? fragment : numericOnSqlite(fragment, output, scope);
  };
  return { kind: "function", output, sql: write };
}

/** Func.as_sql. */
export function functionSql(name: string, args: readonly Fragment[], shape: FunctionShape = {}): Fragment {
  const expressions = join(args, shape.joiner ?? ", ");
  return fill(shape.template ?? "%(function)s(%(expressions)s)", { ...shape.extra, function: name, expressions, field: expressions });
}

/** A condition that is always true stands as True. */
export function argumentSql(arg: Node, scope: Scope): Fragment {
  try {
    return arg.sql();
  } catch (error) {
    if (error instanceof Matches && error.rows === "all") return valueNode(true, null, scope).sql();
    if (error instanceof Matches) throw new Unknown("a condition that is never true as an argument of a function");
    throw error;
  }
}

/** BaseExpression._resolve_output_field: the type all sources share. Throws Unknown where Django raises FieldError. */
export function sharedOutput(sources: readonly Node[]): OutputField | null {
  const fields = sources.map((source) => source.output()).filter((field) => field !== null);
  const [first] = fields;
  if (first === undefined) return null;
  for (const field of fields) if (!isInstance(first, lineage(field)[0]!)) throw new Unknown(`an expression of mixed types (${lineage(first)[0]}, ${lineage(field)[0]}) without output_field`);
  return first;
}

/** NumericOutputFieldMixin: DecimalField if any source is, FloatField for whole numbers. */
export function numericOutput(sources: readonly Node[], bareField: (name: string) => OutputField): OutputField | null {
  const fields = sources.map((source) => source.output());
  if (fields.some((field) => isInstance(field, "DecimalField"))) return bareField("DecimalField");
  if (fields.some((field) => isInstance(field, "IntegerField"))) return bareField("FloatField");
  return sources.length > 0 ? sharedOutput(sources) : bareField("FloatField");
}
