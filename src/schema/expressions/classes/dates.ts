import type { CallValue } from "../../../python/value.ts";
import { argumentsOf, outputField } from "../arguments.ts";
import { extractNode } from "../functions/extract.ts";
import { readZone } from "../functions/special.ts";
import { truncateNode } from "../functions/truncate.ts";
import type { Node, Scope } from "../node.ts";
import type { ClassReader } from "./reader.ts";

export const dateClasses: Readonly<Record<string, ClassReader>> = {
  Extract: (call, scope) => {
    const { need, text, take } = argumentsOf(call, ["expression", "lookup_name", "tzinfo"]);
    return extractNode(text("lookup_name"), scope.readArgument(need("expression")), scope, readZone(take("tzinfo")));
  },
  Trunc: (call, scope) => {
    const { need, text, take } = argumentsOf(call, ["expression", "kind", "output_field", "tzinfo"]);
    return truncateNode(text("kind"), scope.readArgument(need("expression")), outputField(call), scope, readZone(take("tzinfo")));
  },
};

/** ExtractYear, TruncMonth and their sisters; null for any other class. */
export function readDatePart(name: string, call: CallValue, scope: Scope): Node | null {
  const match = /^(Extract|Trunc)(Year|IsoYear|Quarter|Month|Week|WeekDay|IsoWeekDay|Day|Date|Time|Hour|Minute|Second)$/.exec(name);
  if (!match) return null;
  const part = match[2]!.replace(/(?<=.)[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
  const { need, take } = argumentsOf(call, match[1] === "Extract" ? ["expression", "lookup_name", "tzinfo"] : ["expression", "output_field", "tzinfo"]);
  const on = scope.readArgument(need("expression"));
  return match[1] === "Extract" ? extractNode(part, on, scope, readZone(take("tzinfo"))) : truncateNode(part, on, outputField(call), scope, readZone(take("tzinfo")));
}
