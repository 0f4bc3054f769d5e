import type { Vendor } from "../../django/project.ts";
import type { Place } from "../../place.ts";
import type { Finding } from "../types.ts";
import type { MigrationParts, OperationParts } from "./parts.ts";
import type { Rule, Told } from "./rule.ts";
import { allRules } from "./rules.ts";

/** What there is to tell about an operation, in the order of the rules: what breaks and what is not known first, notes last. */
export function findingsOf(parts: OperationParts): Finding[] {
  return allRules.flatMap((rule) => (rule.about === "operation" && applies(rule, parts.database) ? rule.tell(parts).map((told) => finding(rule, told, parts.place)) : []));
}

/** What there is to tell about a migration as a whole, besides what its transaction does. */
export function migrationFindings(parts: MigrationParts): Finding[] {
  return allRules.flatMap((rule) => (rule.about === "migration" && applies(rule, parts.database) ? rule.tell(parts).map((told) => finding(rule, told, parts.place)) : []));
}

function applies(rule: Rule, { vendor }: { readonly vendor: Vendor }): boolean {
  return rule.databases.includes(vendor);
}

export function finding({ id, level, advice }: Rule, told: Told, place: Place): Finding {
  return typeof told === "string" ? { rule: id, level, message: told, place, advice } : { rule: id, level, message: told.message, place: told.place, advice };
}
