import type { CallValue, Value } from "../../python/value.ts";
import { Unknown } from "../../sql/literal/unknown.ts";
import { isModelsCall } from "./class-name.ts";

/** django.db.models.Q before it is resolved: a tree of filters. */
export interface Q {
  readonly kind: "q";
  readonly connector: "AND" | "OR" | "XOR";
  readonly negated: boolean;
  readonly children: readonly QChild[];
}

export type QChild =
  | Q
  /** `name=value`. */
  | { readonly kind: "filter"; readonly name: string; readonly value: Value }
  /** Anything else that is a condition. */
  | { readonly kind: "expression"; readonly value: Value };

const connectors: Readonly<Record<string, Q["connector"]>> = { "&": "AND", "|": "OR", "^": "XOR" };

/** The Q that a value makes; null when it is another kind of expression. Throws Unknown for a Q whose arguments cannot be read. */
export function readQ(value: Value): Q | null {
  if (value === null || typeof value !== "object") return null;
  if (value.kind === "call") return isModelsCall(value, "Q") ? constructed(value) : null;
  if (value.kind === "unary" && value.operator === "~") {
    const inner = readQ(value.operand);
    return inner && { ...inner, negated: !inner.negated };
  }
  const connector = value.kind === "binary" ? connectors[value.operator] : undefined;
  if (value.kind !== "binary" || connector === undefined) return null;
  const [left, right] = [readQ(value.left), readQ(value.right)];
  if (!left && !right) return expressionsOf(value.left, value.right, connector);
  return combine(left ?? single(value.left), right ?? { kind: "expression", value: value.right }, connector);
}

/** `Exists(…) & Exists(…)` and the like are Q(left) & Q(right); numbers with & are refused by Django. */
function expressionsOf(left: Value, right: Value, connector: Q["connector"]): Q | null {
  const isCall = (value: Value): boolean => value !== null && typeof value === "object" && (value.kind === "call" || value.kind === "binary" || value.kind === "unary");
  if (!isCall(left) || !isCall(right) || [left, right].some((side) => side !== null && typeof side === "object" && side.kind === "call" && /SearchQuery$|Lexeme$/.test(side.path))) return null;
  return combine(single(left), single(right), connector);
}

const single = (value: Value): Q => ({ kind: "q", connector: "AND", negated: false, children: [{ kind: "expression", value }] });

function constructed(call: CallValue): Q {
  if (call.unknownArgs) throw new Unknown(`the arguments of a Q: ${call.unknownArgs.reason}`);
  const positional = call.args.map(child);
  const named: QChild[] = [];
  let connector: Q["connector"] = "AND";
  let negated = false;
  for (const [name, value] of [...call.kwargs].sort(byName)) {
    if (name === "_connector") connector = readConnector(value);
    else if (name === "_negated") negated = value === true;
    else named.push({ kind: "filter", name, value });
  }
  return { kind: "q", connector, negated, children: [...positional, ...named] };
}

/** sorted(kwargs.items()). */
const byName = ([a]: readonly [string, Value], [b]: readonly [string, Value]): number => (a < b ? -1 : a > b ? 1 : 0);

function readConnector(value: Value): Q["connector"] {
  if (value === null || value === "AND") return "AND";
  if (value === "OR" || value === "XOR") return value;
  const name = typeof value === "object" && value.kind === "ref" ? value.path.split(".").at(-1) : undefined;
  if (name === "AND" || name === "OR" || name === "XOR") return name;
  throw new Unknown("the _connector of a Q");
}

function child(value: Value): QChild {
  if (value !== null && typeof value === "object" && value.kind === "tuple") {
    const [name, right] = value.items;
    if (value.items.length === 2 && typeof name === "string" && right !== undefined) return { kind: "filter", name, value: right };
    throw new Unknown("an argument of a Q that is no pair of name and value");
  }
  return readQ(value) ?? { kind: "expression", value };
}

/** Q._combine: an empty side gives the other; children of the same connector move up (django.utils.tree.Node.add). */
function combine(left: Q, right: QChild, connector: Q["connector"]): Q {
  if (left.children.length === 0) return right.kind === "q" ? right : { ...single(null), children: [right] };
  if (right.kind === "q" && right.children.length === 0) return left;
  return { kind: "q", connector, negated: false, children: [...added(left, connector), ...added(right, connector)] };
}

function added(data: QChild, connector: Q["connector"]): readonly QChild[] {
  if (data.kind === "q" && !data.negated && (data.connector === connector || data.children.length === 1)) return data.children;
  return [data];
}
