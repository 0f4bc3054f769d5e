import type { BoundModel } from "../bound.ts";
import type { ModelKey, ModelState } from "../state.ts";
import type { BindContext } from "./context.ts";

/** The state that models are bound in, as the binding of one model sees it. */
export interface World {
  readonly context: BindContext;
  readonly models: ReadonlyMap<ModelKey, ModelState>;
  get(key: ModelKey): BoundModel | null;
}
