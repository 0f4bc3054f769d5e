import type { Value } from "../../../python/value.ts";
import type { ColumnType } from "../../../schema/change.ts";
import { geometryTypes } from "../classes/gis.ts";
import type { BindContext } from "../context.ts";
import { choose, type FieldClass, type TypeRule } from "../field-class.ts";
import { descends, internalTypeOf, said, type ResolvedClass } from "../resolve-class.ts";
import { castTypes, castWithoutLength, columnCheck, dataType, decimalWithoutDigits, typeSuffix, unlimitedVarchar } from "./columns.ts";
import { fill } from "./template.ts";
import { geometryType } from "./geometry.ts";

type Attributes = ReadonlyMap<string, Value>;

/** db_type() of a field that is no relation, array or generated column; null: it has no column. */
export function columnType(resolved: ResolvedClass, attributes: Attributes, context: BindContext): ColumnType | null {
  if (resolved.unknown !== null && !ruled(resolved)) return { unknown: resolved.unknown };
  const geometry = resolved.chain.find((one) => one.path in geometryTypes);
  const rule = ruleOf(resolved, "dbType", context);
  if (rule !== undefined) return typeof rule === "string" ? fill(rule, attributes) : rule;
  if (geometry) return geometryType(geometryTypes[geometry.path]!, attributes, vendorOf(context));
  return typeOfInternal(internalTypeOf(resolved), attributes, context);
}

/** A class that names its own column type needs no known base. */
function ruled(resolved: ResolvedClass): boolean {
  return resolved.chain.length > 0 && resolved.chain[0]!.unknown === undefined && resolved.chain.some((one) => one.dbType !== undefined);
}

/** rel_db_type(): the type of a foreign key that points at the field. */
export function relationType(resolved: ResolvedClass, attributes: Attributes, own: ColumnType | null, context: BindContext): ColumnType | null {
  const rule = said(resolved, "relType");
  const matching = vendorOf(context) === "mysql" || vendorOf(context) === "mariadb";
  if (!rule || (rule.unlessMatching && matching)) return own;
  return typeOfInternal(rule.as, attributes, context) ?? fill(rule.as, attributes);
}

/** cast_db_type(). */
export function castType(resolved: ResolvedClass, attributes: Attributes, own: ColumnType | null, context: BindContext): ColumnType | null {
  const rule = ruleOf(resolved, "castType", context);
  if (rule !== undefined) return typeof rule === "string" ? fill(rule, attributes) : rule;
  const vendor = vendorOf(context);
  const noLength = attributes.get("max_length") === null || attributes.get("max_length") === undefined;
  if (noLength && descends(resolved, "django.db.models.CharField")) return castWithoutLength[vendor];
  const template = castTypes[vendor][internalTypeOf(resolved)];
  return template === undefined ? own : fill(template, attributes);
}

/** db_type_suffix(). */
export function suffixOf(resolved: ResolvedClass, context: BindContext): string | null {
  const rule = ruleOf(resolved, "suffix", context);
  if (rule !== undefined) return typeof rule === "string" ? rule : null;
  return typeSuffix(internalTypeOf(resolved), vendorOf(context));
}

/** db_check() with the column in place. */
export function checkOf(resolved: ResolvedClass, attributes: Attributes, column: string, context: BindContext): ColumnType | null {
  const rule = ruleOf(resolved, "check", context);
  if (rule !== undefined) return typeof rule === "string" ? fill(rule, new Map([...attributes, ["column", column]])) : rule;
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
function ruleOf(resolved: ResolvedClass, key: "dbType" | "castType" | "suffix" | "check", context: BindContext): string | null | { readonly unknown: string } | undefined {
  for (const one of resolved.chain) {
    const rule: TypeRule | undefined = (one satisfies FieldClass)[key];
    if (rule === undefined) continue;
    const choice = choose(rule, vendorOf(context));
    if (choice !== null && typeof choice === "object" && "inherit" in choice) continue;
    return choice;
  }
  return undefined;
}

function vendorOf(context: BindContext): "postgresql" | "mysql" | "mariadb" | "sqlite" {
  return context.facts.database.value.vendor;
}
