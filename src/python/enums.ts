import { isCompound, isItems } from "./values.ts";
import type { Value } from "./value.ts";

/** Classes that make a class an enumeration, and what becomes of its members' values. */
export const enumBases: ReadonlyMap<string, "enum" | "choices"> = new Map([
  ...["Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum"].map((name) => [`enum.${name}`, "enum"] as const),
  ...["Choices", "TextChoices", "IntegerChoices"].flatMap((name) => [
    [`django.db.models.${name}`, "choices"] as const,
    [`django.db.models.enums.${name}`, "choices"] as const,
  ]),
]);

export interface Member {
  readonly name: string;
  readonly value: Value;
  readonly label: Value;
}

export interface Enumeration {
  readonly members: readonly Member[];
  /** `__empty__`. */
  readonly empty: Value | undefined;
}

/**
 * The members of an enumeration from the values its class body gives to names.
 * A Django choice may be `value, label`; without a label it is the name in words (django.db.models.enums). `enum.auto()` counts, or is the name.
 */
export function readMembers(kind: "enum" | "choices", text: "name" | "lower" | null, body: ReadonlyMap<string, Value>): Enumeration {
  const members: Member[] = [];
  for (const [name, given] of body) {
    if (name.startsWith("_")) continue;
    const labelled = kind === "choices" && isItems(given) && given.kind === "tuple" && given.items.length > 1 && typeof given.items.at(-1) === "string";
    const label = labelled ? given.items.at(-1)! : title(name);
    const rest = labelled ? given.items.slice(0, -1) : [given];
    const written = rest.length === 1 ? rest[0]! : ({ kind: "tuple", items: rest } as const);
    const value = isAuto(written) ? automatic(name, text, members) : written;
    if (value !== undefined) members.push({ name, value, label });
  }
  return { members, empty: kind === "choices" ? body.get("__empty__") : undefined };
}

function isAuto(value: Value): boolean {
  return isCompound(value) && value.kind === "call" && value.path === "enum.auto";
}

/** The number after the last one where the values only grow; undefined where Python's versions differ. */
function automatic(name: string, text: "name" | "lower" | null, before: readonly Member[]): Value | undefined {
  if (text !== null) return text === "name" ? name : name.toLowerCase();
  let last = 0;
  for (const { value } of before) {
    if (typeof value !== "number" || value < last) return undefined;
    last = value;
  }
  return last + 1;
}

/** Python's `name.replace("_", " ").title()`. */
function title(name: string): string {
  return name.replaceAll("_", " ").replace(/\p{L}+/gu, (word) => word[0]!.toUpperCase() + word.slice(1).toLowerCase());
}

/** `Status.choices`, `Status.OPEN`, `Status.OPEN.label`, …; undefined: no such attribute of an enumeration. */
export function enumAttribute({ members, empty }: Enumeration, path: readonly string[]): Value | undefined {
  const [name, attribute, ...more] = path;
  if (more.length > 0 || name === undefined) return undefined;
  const member = members.find((one) => one.name === name);
  if (member !== undefined) return attribute === undefined ? member.value : ofMember(member, attribute);
  if (attribute !== undefined) return undefined;
  const rows: readonly Member[] = empty === undefined ? members : [{ name: "__empty__", value: null, label: empty }, ...members];
  switch (name) {
    case "choices":
      return { kind: "list", items: rows.map(({ value, label }) => ({ kind: "tuple", items: [value, label] })) };
    case "values":
      return { kind: "list", items: rows.map(({ value }) => value) };
    case "labels":
      return { kind: "list", items: rows.map(({ label }) => label) };
    case "names":
      return { kind: "list", items: rows.map((row) => row.name) };
    default:
      return undefined;
  }
}

function ofMember(member: Member, attribute: string): Value | undefined {
  switch (attribute) {
    case "value":
    case "_value_":
      return member.value;
    case "label":
      return member.label;
    case "name":
    case "_name_":
      return member.name;
    default:
      return undefined;
  }
}
