import type { FieldClass } from "../../field-class.ts";

/** What a class changes about the class of Django it descends from. */
export type Change = Omit<FieldClass, "path" | "base" | "source">;

/**
 * One field class of a package: its module and name, the other modules it is imported from, the class of Django (or of the same table)
 * it descends from, and what it changes. A length or default that its deconstruct() always writes is in every migration and is not here.
 */
export type Entry = readonly [path: string, base: string, change?: Change & { readonly aliases?: readonly string[] }];

export interface FieldPackage {
  /** Its name on PyPI. */
  readonly name: string;
  /** The file of the package's repository that says so. */
  readonly source: string;
  readonly entries: readonly Entry[];
}

/** Several classes of one module that are nothing but another name for a base. */
export function plain(module: string, bases: Readonly<Record<string, string>>): readonly Entry[] {
  return Object.entries(bases).map(([name, base]): Entry => [`${module}.${name}`, base]);
}
