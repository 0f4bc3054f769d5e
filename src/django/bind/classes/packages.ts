import type { FieldClass } from "../field-class.ts";
import { contentFields } from "./packages/content-fields.ts";
import type { Entry, FieldPackage } from "./packages/entry.ts";
import { plainFields } from "./packages/plain-fields.ts";
import { relationFields } from "./packages/relation-fields.ts";

/** The packages whose field classes are known, each with the file that says so. A class of which anything is unsure is not here. */
export const fieldPackages: readonly FieldPackage[] = [...plainFields, ...contentFields, ...relationFields];

export const packageClasses: readonly FieldClass[] = fieldPackages.flatMap(({ name, source, entries }) => entries.map((entry) => classOf(entry, `${name}: ${source}`)));

/** Other names that a class is imported by → the path of its module. */
export const packageAliases: ReadonlyMap<string, string> = new Map(
  fieldPackages.flatMap(({ entries }) => entries.flatMap(([path, , change]) => (change?.aliases ?? []).map((alias) => [alias, path] as const))),
);

function classOf([path, base, change]: Entry, source: string): FieldClass {
  const { aliases: _, ...rest } = change ?? {};
  return { path, base: base.includes(".") ? base : `django.db.models.${base}`, ...rest, source };
}
