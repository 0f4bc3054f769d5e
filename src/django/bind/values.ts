import type { Value } from "../../python/value.ts";

/**
 * Are two values the same, as Python's == would say of what they stand for? Places do not count, nor does the order of a dict's or a
 * call's keyword arguments. What cannot be read is the same only when its source is.
 */
export function sameValue(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (a === null || b === null || typeof a !== "object" || typeof b !== "object") return sameScalar(a, b);
  switch (a.kind) {
    case "float":
      return b.kind === "float" && Number(a.text.replaceAll("_", "")) === Number(b.text.replaceAll("_", ""));
    case "bytes":
      return b.kind === "bytes" && a.text === b.text;
    case "list":
    case "tuple":
      return b.kind === a.kind && sameItems(a.items, b.items);
    case "set":
      return b.kind === "set" && a.items.length === b.items.length && a.items.every((item) => b.items.some((other) => sameValue(item, other)));
    case "dict":
      return b.kind === "dict" && sameEntries(a.entries, b.entries);
    case "call":
      return (
        b.kind === "call" &&
        canonicalReference(a.path) === canonicalReference(b.path) &&
        sameItems(a.args, b.args) &&
        sameEntries([...a.kwargs], [...b.kwargs]) &&
        (a.unknownArgs === null ? b.unknownArgs === null : b.unknownArgs !== null && sameValue(a.unknownArgs, b.unknownArgs))
      );
    case "ref":
      return b.kind === "ref" && canonicalReference(a.path) === canonicalReference(b.path) && (!isLambda(a.path) || a.text === b.text);
    case "binary":
      return b.kind === "binary" && a.operator === b.operator && sameValue(a.left, b.left) && sameValue(a.right, b.right);
    case "unary":
      return b.kind === "unary" && a.operator === b.operator && sameValue(a.operand, b.operand);
    case "unknown":
      return b.kind === "unknown" && a.text === b.text;
  }
}

/** `django.db.models.CASCADE` and `django.db.models.deletion.CASCADE` are one function. */
export function canonicalReference(path: string): string {
  return path.replace(/^django\.db\.models\.deletion\./, "django.db.models.").replace(/^django\.db\.models\.(?:expressions|query_utils)\./, "django.db.models.");
}

/** Python compares numbers across types: True == 1, 1 == 1.0. */
function sameScalar(a: Value, b: Value): boolean {
  const [x, y] = [numberOf(a), numberOf(b)];
  return x !== null && y !== null && (x === y || (typeof x !== typeof y && String(x) === String(y)));
}

function numberOf(value: Value): number | bigint | null {
  if (typeof value === "number" || typeof value === "bigint") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (value !== null && typeof value === "object" && value.kind === "float") return Number(value.text.replaceAll("_", ""));
  return null;
}

function sameItems(a: readonly Value[], b: readonly Value[]): boolean {
  return a.length === b.length && a.every((item, index) => sameValue(item, b[index]!));
}

function sameEntries(a: readonly (readonly [Value, Value])[], b: readonly (readonly [Value, Value])[]): boolean {
  return a.length === b.length && a.every(([key, value]) => b.some(([otherKey, other]) => sameValue(key, otherKey) && sameValue(value, other)));
}

function isLambda(path: string): boolean {
  return path === "" || path.includes("lambda");
}
