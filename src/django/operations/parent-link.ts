import type { Value } from "../../python/value.ts";
import type { Field } from "../operation.ts";
import { swappableSetting, type ReadContext } from "./context.ts";
import { swappedModel } from "./swapper.ts";

/**
 * The name of a link to a parent model whose name in the file is computed, as it is where the parent can be swapped
 * (`f"{settings.AUTH_USER_MODEL.split('.')[1].lower()}_ptr"`). An `auto_created` parent link is always named after its parent:
 * `user_ptr` (ModelBase.__new__). null when it is no such link or the parent is not known.
 */
export function parentLinkName(field: Value, context: ReadContext): string | null {
  if (field === null || typeof field !== "object" || field.kind !== "call") return null;
  if (field.kwargs.get("parent_link") !== true || field.kwargs.get("auto_created") !== true) return null;
  const model = modelNamed(field.kwargs.get("to") ?? null, context);
  return model === null ? null : `${model.slice(model.lastIndexOf(".") + 1).toLowerCase()}_ptr`;
}

/** Bases as they can be told: swapped models by their names; the one that is computed is the one the parent link points at. */
export function readBases(bases: readonly Value[], fields: readonly Field[], context: ReadContext): readonly Value[] {
  const links = fields.filter((field) => field.kwargs.get("parent_link") === true).map((field) => field.kwargs.get("to") ?? null);
  return bases.map((written) => {
    const base = swappedModel(written, context);
    const readable = typeof base === "string" || (base !== null && typeof base === "object" && base.kind === "ref");
    return !readable && links.length === 1 && bases.length === 1 ? links[0]! : base;
  });
}

function modelNamed(to: Value, context: ReadContext): string | null {
  const model = swappedModel(to, context);
  if (typeof model === "string") return model;
  if (model === null || typeof model !== "object" || model.kind !== "ref") return null;
  const setting = /^django\.conf\.settings\.(\w+)$/.exec(model.path)?.[1];
  return setting === undefined ? null : swappableSetting(context.facts, setting);
}
