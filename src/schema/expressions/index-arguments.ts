import type { BoundModel } from "../../django/bound.ts";
import type { CallValue, Value } from "../../python/value.ts";
import { Unknown } from "../../sql/literal/unknown.ts";

/** An argument that is text, or null when it is not given. Throws Unknown when it cannot be read. */
export function textOf(call: CallValue, name: string): string | null {
  const value = call.kwargs.get(name) ?? null;
  if (value === null || typeof value === "string") return value;
  throw new Unknown(`the argument ${name} of ${call.path} cannot be read`);
}

/** A list or tuple of texts; empty when it is not given. */
export function textsOf(call: CallValue, name: string): readonly string[] {
  const value = call.kwargs.get(name) ?? null;
  if (value === null) return [];
  if (typeof value === "object" && "items" in value) {
    const texts = value.items.filter((item) => typeof item === "string");
    if (texts.length === value.items.length) return texts;
  }
  throw new Unknown(`the argument ${name} of ${call.path} cannot be read`);
}

/** The column of a field of the model, by the field's name. */
export function columnOf(name: string, model: BoundModel): string {
  const column = model.field(name)?.column ?? null;
  if (column === null) throw new Unknown(`${model.app}.${model.name} has no column for the field "${name}"`);
  return column;
}

/** The call that makes an index or a constraint, all of whose arguments can be read. */
export function callOf(value: Value): CallValue {
  if (value === null || typeof value !== "object" || value.kind === "unknown") throw new Unknown(value !== null && typeof value === "object" ? `${value.reason}: ${value.text}` : "an index or constraint that is none");
  if (value.kind !== "call") throw new Unknown("an index or constraint that is not written as a call");
  if (value.unknownArgs) throw new Unknown(`not all arguments of ${value.path} can be read: ${value.unknownArgs.reason}`);
  return value;
}
