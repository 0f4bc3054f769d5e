import type { Expression, FunctionStatement, Statement } from "../../../python/syntax.ts";
import type { Value } from "../../../python/value.ts";
import type { ColumnType } from "../../../schema/change.ts";
import type { BindContext } from "../context.ts";
import type { TypeMethod, TypeQuestions } from "../field-class.ts";
import { dataTypes } from "../types/columns.ts";
import { called, type ClassDefinition } from "./class.ts";
import { evaluateIn, holds, type Lookup } from "./evaluate.ts";
import { classAttribute, selfAttribute, superMethod } from "./self.ts";
import { codeSpan } from "../../../code-span.ts";

/**
 * db_type(), rel_db_type(), cast_db_type(), db_check(), db_type_suffix() or get_internal_type() of a class of the repository: what it
 * returns for the project's database and a field's attributes.
 */
export function typeMethod(definition: ClassDefinition, method: FunctionStatement, context: BindContext): TypeMethod {
  return (attributes, ask) => {
    const result = returned({ definition, method, context, attributes, ask, locals: new Map() }, method.body);
    if (result === undefined || result === null || typeof result === "string") return result ?? null;
    return { unknown: `${method.name}() of ${called(definition, method)} cannot be read: ${result.why}. \`manage.py sqlmigrate\` shows the column` };
  };
}

interface Run {
  readonly definition: ClassDefinition;
  readonly method: FunctionStatement;
  readonly context: BindContext;
  readonly attributes: ReadonlyMap<string, Value>;
  readonly ask: TypeQuestions;
  readonly locals: Map<string, Value>;
}

type Result = string | null | { readonly why: string };

/** undefined: the body ends without a return, which is None. */
function returned(run: Run, body: readonly Statement[]): Result | undefined {
  for (const statement of body) {
    switch (statement.kind) {
      case "return":
        return statement.value ? result(run, statement.value) : null;
      case "if": {
        const test = holds(statement.test, run.definition.module, run.locals, lookup(run), run.context.python!);
        if (test === null) return { why: `whether ${codeSpan(source(run, statement.test))} holds cannot be told` };
        const inner = returned(run, test ? statement.then : statement.otherwise);
        if (inner !== undefined) return inner;
        break;
      }
      case "assign": {
        const value = evaluateIn(statement.value, run.definition.module, run.locals, lookup(run), run.context.python!);
        for (const target of statement.targets) if (target.kind === "name" && !target.path.includes(".")) run.locals.set(target.path, value);
        break;
      }
      case "try":
      case "with": {
        const inner = returned(run, statement.body);
        if (inner !== undefined) return inner;
        break;
      }
      case "for":
      case "while":
      case "augmented":
        return { why: `${codeSpan(source(run, statement).split("\n")[0]!)} is not followed` };
      case "other":
        if (/^raise\b/.test(source(run, statement))) return { why: `it raises an error for this database: ${codeSpan(source(run, statement))}` };
        break;
      default:
        break;
    }
  }
  return undefined;
}

function result(run: Run, expression: Expression): Result {
  const value = evaluateIn(expression, run.definition.module, run.locals, lookup(run), run.context.python!);
  if (value === null || typeof value === "string") return value;
  return { why: `${codeSpan(source(run, expression))} has no value that can be told` };
}

/** `self.x`, `super().db_type(…)`, another field's `db_type(…)`, and what is known of the connection. */
function lookup(run: Run): Lookup {
  const [self, connection] = run.method.parameters;
  return (expression) => {
    const attribute = selfAttribute(expression, self ?? "self");
    if (attribute !== null) return run.attributes.get(attribute) ?? classAttribute(run.definition, attribute, run.context);
    if (superMethod(expression) === run.method.name) return scalar(run.ask.inherited());
    return otherField(run, expression) ?? ofConnection(run, expression, connection);
  };
}

/** `models.TextField().db_type(connection)`. */
function otherField(run: Run, expression: Expression): Value | undefined {
  if (expression.kind !== "call" || expression.callee.kind !== "attribute" || expression.callee.name !== "db_type") return undefined;
  const field = evaluateIn(expression.callee.object, run.definition.module, run.locals, lookup(run), run.context.python!);
  if (field === null || typeof field !== "object" || field.kind !== "call") return undefined;
  return scalar(run.ask.typeOf(field));
}

function ofConnection({ context, definition, locals }: Run, expression: Expression, connection: string | undefined): Value | undefined {
  const { vendor } = context.facts.database.value;
  const backend = vendor === "mariadb" ? "mysql" : vendor;
  const named = (path: string): boolean => {
    if (expression.kind !== "name") return false;
    const dot = expression.path.lastIndexOf(".");
    const owner = expression.path.slice(0, dot);
    if (expression.path.slice(dot + 1) !== path || locals.has(owner)) return false;
    return owner === connection || context.python!.resolve(owner, definition.module) === "django.db.connection";
  };
  if (named("vendor")) return backend;
  if (named("mysql_is_mariadb")) return vendor === "mariadb";
  if (named("display_name")) return { postgresql: "PostgreSQL", mysql: "MySQL", mariadb: "MariaDB", sqlite: "SQLite" }[vendor];
  if (named("settings_dict")) return { kind: "dict", entries: [["ENGINE", `django.db.backends.${vendor === "sqlite" ? "sqlite3" : backend}`]] };
  if (named("data_types")) return { kind: "dict", entries: Object.entries(dataTypes[vendor]) };
  return undefined;
}

/** A type that is not known stays without a value. */
function scalar(type: ColumnType | null): Value | undefined {
  return type === null || typeof type === "string" ? type : undefined;
}

function source(run: Run, { start, end }: { readonly start: number; readonly end: number }): string {
  return run.definition.module.text.slice(start, end);
}
