import type { FieldClass } from "../field-class.ts";

export const packageClasses: readonly FieldClass[] = [];
export const packageAliases: ReadonlyMap<string, string> = new Map();
