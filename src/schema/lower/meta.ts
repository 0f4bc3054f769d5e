import type { BoundModel } from "../../django/bound.ts";
import type { CallValue, Value } from "../../python/value.ts";
import type { SchemaChange } from "../change.ts";
import { constraintDefinition } from "../expressions/constraints.ts";
import { indexDefinition } from "../expressions/indexes.ts";
import type { Editor } from "./editor.ts";

type CreateIndex = Extract<SchemaChange, { kind: "CreateIndex" }>;
type AddConstraint = Extract<SchemaChange, { kind: "AddConstraint" }>;

/** The statement that makes an index of Meta.indexes; null where the database makes none. What cannot be compiled is a doubt. */
export function indexChange(editor: Editor, model: BoundModel, name: string, value: Value): CreateIndex | null {
  const index = indexDefinition(named(value, name), model, editor.dialect);
  if (index === null) return null;
  if ("unknown" in index) {
    editor.doubt(index.unknown);
    return { kind: "CreateIndex", table: model.table, index: unknownIndex(name, false), concurrently: false };
  }
  return { kind: "CreateIndex", table: model.table, index, concurrently: false };
}

/** Does the database have the index? PostgreSQL makes every one, also one whose expressions cannot be told. Elsewhere that is a doubt. */
export function hasIndex(editor: Editor, model: BoundModel, name: string, value: Value): boolean {
  const index = indexDefinition(named(value, name), model, editor.dialect);
  if (index !== null && "unknown" in index && editor.dialect.vendor !== "postgresql") editor.doubt(index.unknown);
  return index !== null;
}

/** The statement that makes a constraint of Meta.constraints, which may be a unique index; null where the database makes none. */
export function constraintChange(editor: Editor, model: BoundModel, name: string, value: Value): CreateIndex | AddConstraint | null {
  const made = constraintDefinition(named(value, name), model, editor.dialect);
  if (made === null) return null;
  if ("unknown" in made) {
    editor.doubt(made.unknown);
    return { kind: "AddConstraint", table: model.table, constraint: { kind: "check", name, sql: "", columns: [], notValid: false } };
  }
  if ("index" in made) return { kind: "CreateIndex", table: model.table, index: made.index, concurrently: false };
  return { kind: "AddConstraint", table: model.table, constraint: made.constraint };
}

function unknownIndex(name: string, unique: boolean): CreateIndex["index"] {
  return { name, unique, parts: [], columns: [], expressions: [], reads: [], method: null, opclasses: [], include: [], nullsDistinct: null, condition: null, with: null, tablespace: null };
}

/** The state knows an index without a name by the name Django gives it. */
function named(value: Value, name: string): Value {
  const call = callOf(value);
  if (!call || typeof call.kwargs.get("name") === "string") return value;
  return { ...call, kwargs: new Map([...call.kwargs, ["name", name]]) };
}

function callOf(value: Value): CallValue | null {
  return typeof value === "object" && value !== null && value.kind === "call" ? value : null;
}

/** The name an index or constraint is given; null without one. */
export function nameOf(value: Value): string | null {
  const name = callOf(value)?.kwargs.get("name");
  return typeof name === "string" ? name : null;
}

/** The first field of an index or constraint: of `fields`, or an expression that is a plain column. */
export function firstField(value: Value): string | null {
  const call = callOf(value);
  const fields = call?.kwargs.get("fields");
  if (typeof fields === "object" && fields !== null && "items" in fields) {
    const [first] = fields.items;
    return typeof first === "string" ? first.replace(/^-/, "") : null;
  }
  const [first] = call?.args ?? [];
  if (typeof first === "string") return first;
  const name = first === undefined ? null : callOf(first);
  const of = name?.path.endsWith(".F") ? name.args[0] : null;
  return typeof of === "string" && !of.includes("__") ? of : null;
}
