import { atLeast, type DjangoVersion } from "../../project.ts";
import type { FieldClass } from "../field-class.ts";
import { djangoClasses } from "./django.ts";
import { gisClasses } from "./gis.ts";
import { packageAliases, packageClasses } from "./packages.ts";
import { canonicalPath } from "./paths.ts";
import { postgresClasses } from "./postgres.ts";

const byPath = new Map([...djangoClasses, ...postgresClasses, ...gisClasses, ...packageClasses].map((known) => [known.path, known]));

/** The class a dotted path names, of Django or of a well-known package, under any of its names; null when it is neither. */
export function knownClass(path: string, django: DjangoVersion): FieldClass | null {
  const canonical = canonicalPath(path);
  const found = byPath.get(canonical) ?? byPath.get(packageAliases.get(canonical) ?? "");
  if (found === undefined) return null;
  if (found.until === undefined || atLeast(found.until, django)) return found;
  return { path: found.path, base: found.base };
}
