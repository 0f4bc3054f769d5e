import type { CallValue, Value } from "../../python/value.ts";

/** The class of Django that a dotted path names: `django.db.models.functions.text.Lower` → `Lower`; null for any other path. */
export function djangoClass(path: string): string | null {
  return /^django\.(?:db\.models|contrib\.postgres)(?:\.[a-z_0-9.]+)?\.(\w+)$/.exec(path)?.[1] ?? null;
}

/** Is the value a call of that class of Django? */
export function isModelsCall(value: Value, name: string): value is CallValue {
  return value !== null && typeof value === "object" && value.kind === "call" && value.on === undefined && djangoClass(value.path) === name;
}
