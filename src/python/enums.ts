import { isCompound, isItems, same } from "./values.ts";
import type { Value } from "./value.ts";

/** Classes that make a class an enumeration. */
export const enumBases: ReadonlyMap<string, EnumKind> = new Map<string, EnumKind>([
  ["enum.Enum", { kind: "enum", text: null, plain: true }],
  ["enum.Flag", { kind: "enum", text: null, plain: true }],
  ["enum.IntEnum", { kind: "enum", text: null, plain: false }],
  ["enum.IntFlag", { kind: "enum", text: null, plain: false }],
  ["enum.StrEnum", { kind: "enum", text: "lower", plain: false }],
  ...["django.db.models", "django.db.models.enums"].flatMap((module): [string, EnumKind][] => [
    [`${module}.Choices`, { kind: "choices", text: null, plain: true }],
    [`${module}.TextChoices`, { kind: "choices", text: "name", plain: false }],
    [`${module}.IntegerChoices`, { kind: "choices", text: null, plain: false }],
  ]),
]);

export interface Member {
  /** The name it was given first: a second name for the same value is an alias. */
  readonly name: string;
  readonly value: Value;
  readonly label: Value;
}

export interface Enumeration {
  /** In order, aliases left out. */
  readonly members: readonly Member[];
  /** Every name, aliases included. */
  readonly names: ReadonlyMap<string, Member>;
  /** Are its members values themselves, str or int? Those of a plain `enum.Enum` are not. */
  readonly plain: boolean;
  /** `__empty__`. */
  readonly empty: Value | undefined;
}

/** What kind of enumeration a class is. */
export interface EnumKind {
  readonly kind: "enum" | "choices";
  /** What `auto()` gives where the members are strings. */
  readonly text: "name" | "lower" | null;
  /** Its members are neither str nor int. */
  readonly plain: boolean;
}

/**
 * The members of an enumeration from the values its class body gives to names.
 * A Django choice may be `value, label`; without a label it is the name in words (django.db.models.enums). `enum.auto()` counts, or is the name.
 */
export function readMembers({ kind, text, plain }: EnumKind, body: ReadonlyMap<string, Value>): Enumeration {
  const members: Member[] = [];
  const names = new Map<string, Member>();
  for (const [name, given] of body) {
    if (name.startsWith("_")) continue;
    const labelled = kind === "choices" && isItems(given) && given.kind === "tuple" && given.items.length > 1 && typeof given.items.at(-1) === "string";
    const label = labelled ? given.items.at(-1)! : title(name);
    const rest = labelled ? given.items.slice(0, -1) : [given];
    const written = rest.length === 1 ? rest[0]! : ({ kind: "tuple", items: rest } as const);
    const value = isAuto(written) ? automatic(name, text, members) : written;
    if (value === undefined) continue;
    const first = members.find((member) => same(member.value, value) === true);
    const member = first ?? { name, value, label };
    names.set(name, member);
    if (first === undefined) members.push(member);
  }
  return { members, names, plain, empty: kind === "choices" ? body.get("__empty__") : undefined };
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
export function enumAttribute({ members, names, plain, empty }: Enumeration, path: readonly string[]): Value | undefined {
  const [name, attribute, ...more] = path;
  if (more.length > 0 || name === undefined) return undefined;
  const member = names.get(name);
  if (member !== undefined && attribute !== undefined) return ofMember(member, attribute);
  if (member !== undefined) return plain ? undefined : member.value;
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
