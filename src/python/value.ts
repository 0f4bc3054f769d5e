import type { Place } from "../place.ts";

/**
 * What a Python expression means, as far as it can be told without running it.
 * int is a number (a bigint beyond 2^53), str a string, None null, True and False booleans.
 */
export type Value = null | boolean | number | bigint | string | Compound;

export type Compound =
  | { readonly kind: "float"; readonly text: string }
  | { readonly kind: "bytes"; readonly text: string }
  | { readonly kind: "list" | "tuple" | "set"; readonly items: readonly Value[] }
  | { readonly kind: "dict"; readonly entries: readonly (readonly [Value, Value])[] }
  | CallValue
  | RefValue
  /** Operators on things that are not literals: `Q(a=1) | Q(b=2)`, `F("a") + 1`, `timedelta(1) * 2`. */
  | { readonly kind: "binary"; readonly operator: string; readonly left: Value; readonly right: Value; readonly text: string }
  /** `~Q(…)`, `-F("a")`. */
  | { readonly kind: "unary"; readonly operator: string; readonly operand: Value; readonly text: string }
  | UnknownValue;

/** A call of a name that could be resolved to a dotted path: `models.CharField(max_length=3)`. */
export interface CallValue {
  readonly kind: "call";
  /** The dotted path after imports are resolved: `django.db.models.CharField`, `shop.fields.MoneyField`. */
  readonly path: string;
  readonly args: readonly Value[];
  readonly kwargs: ReadonlyMap<string, Value>;
  /** The arguments that could not be read: `*args` or `**kwargs` of something that is not a literal. */
  readonly unknownArgs: UnknownValue | null;
  /** A method of a value: `F("x").desc()` has the path `django.db.models.F.desc` (that of the receiver, then the method) and here the value of `F("x")`. */
  readonly on?: Value;
  /** The file and 1-based line on which the call begins. */
  readonly place: Place;
  /** Its source, for messages. */
  readonly text: string;
}

/** A dotted path that is not called: a function, a class, `django.db.models.deletion.CASCADE`, `django.conf.settings.AUTH_USER_MODEL`. */
export interface RefValue {
  readonly kind: "ref";
  readonly path: string;
  /** The definition, when it is a lambda or a function of the repository. */
  readonly place: Place;
  readonly text: string;
}

export interface UnknownValue {
  readonly kind: "unknown";
  /** Why it cannot be read: "a list comprehension", "a name that is not defined here". */
  readonly reason: string;
  readonly place: Place;
  readonly text: string;
}
