import type { Value } from "../../python/value.ts";
import { swappableSetting, type ReadContext } from "./context.ts";

/**
 * django-swappable-models (package swapper): `swapper.get_model_name("wagtailcore", "Page")` is the setting
 * WAGTAILCORE_PAGE_MODEL or else `wagtailcore.Page`. Any other value comes back as it is.
 */
export function swappedModel(value: Value, context: ReadContext): Value {
  if (value === null || typeof value !== "object" || value.kind !== "call" || value.path !== "swapper.get_model_name") return value;
  const [app, model] = value.args;
  if (typeof app !== "string" || typeof model !== "string") return value;
  return swappableSetting(context.facts, swapperSetting(app, model)) ?? `${app}.${model}`;
}

/** The setting swapper looks at (swapper.swappable_setting). */
export function swapperSetting(app: string, model: string): string {
  return `${prefixes[app] ?? app}_${model}_MODEL`.toUpperCase();
}

/** `swapper.swappable_setting("wagtailcore", "Page")` as the name it stands for; any other value as it is. */
export function swappableOption(value: Value): Value {
  if (value === null || typeof value !== "object" || value.kind !== "call" || value.path !== "swapper.swappable_setting") return value;
  const [app, model] = value.args;
  return typeof app === "string" && typeof model === "string" ? swapperSetting(app, model) : value;
}

/** swapper.set_app_prefix, as Wagtail calls it in wagtail/models/pages.py. */
const prefixes: Readonly<Record<string, string>> = { wagtailcore: "wagtail" };
