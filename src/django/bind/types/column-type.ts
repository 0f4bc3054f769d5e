import type { CallValue, Value } from "../../../python/value.ts";
import type { ColumnType } from "../../../schema/change.ts";
import { geometryTypes } from "../classes/gis.ts";
import type { BindContext } from "../context.ts";
import { choose, type TypeQuestions, type TypeRule } from "../field-class.ts";
import { descends, internalTypeOf, said, type ResolvedClass } from "../resolve-class.ts";
import { resolveCall } from "../resolve-field.ts";
import { castTypes, castWithoutLength, columnCheck, dataType, decimalWithoutDigits, typeSuffix, unlimitedVarchar } from "./columns.ts";
import { fill } from "./template.ts";
import { geometryType } from "./geometry.ts";

type Attributes = ReadonlyMap<string, Value>;

/** db_type() of a field that is no relation, array or generated column; null: it has no column. */
export function columnType(resolved: ResolvedClass, attributes: Attributes, context: BindContext): ColumnType | null {
  return typeFrom(resolved, 0, attributes, context);
}

/** The answer of the chain from a class on: what a class says itself, else what its bases do. */
function typeFrom(resolved: ResolvedClass, from: number, attributes: Attributes, context: BindContext): ColumnType | null {
  for (const [offset, one] of resolved.chain.slice(from).entries()) {
    const choice = one.dbType === undefined ? undefined : choose(one.dbType, vendorOf(context));
    if (typeof choice === "function") return choice(attributes, questions(context, () => typeFrom(resolved, from + offset + 1, attributes, context)));
    if (typeof choice === "string") return fill(choice, attributes);
    if (choice !== undefined && !(choice !== null && "inherit" in choice)) return choice;
    if (one.unknown !== undefined) return { unknown: one.unknown };
    if (one.path in geometryTypes) return geometryType(geometryTypes[one.path]!, attributes, vendorOf(context));
  }
  return typeOfInternal(internalTypeOf(resolved), attributes, context);
}

/** rel_db_type(): the type of a foreign key that points at the field. */
export function relationType(resolved: ResolvedClass, attributes: Attributes, own: ColumnType | null, context: BindContext): ColumnType | null {
  const rule = said(resolved, "relType");
  const matching = vendorOf(context) === "mysql" || vendorOf(context) === "mariadb";
  if (typeof rule === "function") return rule(attributes, questions(context, () => own));
  if (!rule || (rule.unlessMatching && matching)) return own;
  return typeOfInternal(rule.as, attributes, context) ?? fill(rule.as, attributes);
}

/** cast_db_type(). */
export function castType(resolved: ResolvedClass, attributes: Attributes, own: ColumnType | null, context: BindContext): ColumnType | null {
  const rule = ruleOf(resolved, "castType", attributes, context);
  if (rule !== undefined) return rule;
  const vendor = vendorOf(context);
  const noLength = attributes.get("max_length") === null || attributes.get("max_length") === undefined;
  if (noLength && descends(resolved, "django.db.models.CharField")) return castWithoutLength[vendor];
  const template = castTypes[vendor][internalTypeOf(resolved)];
  return template === undefined ? own : fill(template, attributes);
}

/** db_type_suffix(). */
export function suffixOf(resolved: ResolvedClass, attributes: Attributes, context: BindContext): ColumnType | null {
  const rule = ruleOf(resolved, "suffix", attributes, context);
  if (rule !== undefined) return rule;
  return typeSuffix(internalTypeOf(resolved), vendorOf(context));
}

/** db_check() with the column in place. */
export function checkOf(resolved: ResolvedClass, attributes: Attributes, column: string, context: BindContext): ColumnType | null {
  if (said(resolved, "check") !== undefined) {
    const rule = ruleOf(resolved, "check", new Map([...attributes, ["column", column]]), context);
    if (rule !== undefined) return rule;
  }
  return columnCheck(internalTypeOf(resolved), column, context.facts.database.value, context.facts.django.value);
}

function typeOfInternal(internalType: string, attributes: Attributes, context: BindContext): ColumnType | null {
  const { database, django } = context.facts;
  const template = dataType(internalType, database.value, django.value);
  if (template === null) return null;
  const missing = (name: string): boolean => attributes.get(name) === null || attributes.get(name) === undefined;
  if (internalType === "CharField" && missing("max_length") && unlimitedVarchar(database.value.vendor, django.value)) return "varchar";
  if (internalType === "DecimalField" && missing("max_digits") && missing("decimal_places") && decimalWithoutDigits(database.value.vendor, django.value)) return "numeric";
  return fill(template, attributes);
}

/** The nearest rule of the chain that does not leave the answer to its base; undefined: none says anything. */
function ruleOf(resolved: ResolvedClass, key: "castType" | "suffix" | "check", attributes: Attributes, context: BindContext): ColumnType | null | undefined {
  for (const one of resolved.chain) {
    const rule: TypeRule | undefined = one[key];
    if (rule === undefined) continue;
    const choice = choose(rule, vendorOf(context));
    if (typeof choice === "function") return choice(attributes, questions(context, () => ({ unknown: `what ${one.path} makes of its base's answer is not followed` })));
    if (typeof choice === "string") return fill(choice, attributes);
    if (choice === null || "unknown" in choice) return choice;
  }
  return undefined;
}

function questions(context: BindContext, inherited: () => ColumnType | null): TypeQuestions {
  const typeOf = (field: CallValue): ColumnType | null => {
    const { class: resolved, relation, attributes } = resolveCall(field, context);
    return relation === null ? columnType(resolved, attributes, context) : { unknown: "the type of a relation" };
  };
  return { inherited, typeOf };
}

function vendorOf(context: BindContext): "postgresql" | "mysql" | "mariadb" | "sqlite" {
  return context.facts.database.value.vendor;
}
