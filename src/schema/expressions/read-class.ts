import type { CallValue } from "../../python/value.ts";
import { basicClasses } from "./classes/basic.ts";
import { caseClasses } from "./classes/case.ts";
import { readDatePart, dateClasses } from "./classes/dates.ts";
import { functionClasses } from "./classes/functions.ts";
import { jsonClasses } from "./classes/json.ts";
import type { ClassReader } from "./classes/reader.ts";
import { searchClasses } from "./classes/search.ts";
import { readFunction } from "./functions/read-function.ts";
import { lookupClass } from "./lookups/classes.ts";
import type { Node, Scope } from "./node.ts";

const readers: Readonly<Record<string, ClassReader>> = { ...basicClasses, ...functionClasses, ...caseClasses, ...dateClasses, ...jsonClasses, ...searchClasses };

/** A call of one of Django's expression classes; null for a class that is not known. */
export function readClass(name: string, call: CallValue, scope: Scope): Node | null {
  if (Object.hasOwn(readers, name)) return readers[name]!(call, scope);
  return readFunction(name, call, scope) ?? readDatePart(name, call, scope) ?? lookupClass(name, call, scope);
}
