import type { Value } from "../../python/value.ts";
import type { ModelKey } from "../state.ts";
import type { ProjectFacts } from "../project.ts";

/** The key of a model: app label as it is, model name in lower case, as Django's state has it. */
export function modelKey(app: string, name: string): ModelKey {
  return `${app}.${name.toLowerCase()}`;
}

/** Functions of packages that answer with a swappable model, and what they say when the setting is not there. */
const swappableFunctions: Readonly<Record<string, readonly [setting: string, fallback: string]>> = {
  "django.contrib.auth.get_user_model": ["AUTH_USER_MODEL", "auth.User"],
  "wagtail.images.get_image_model_string": ["WAGTAILIMAGES_IMAGE_MODEL", "wagtailimages.Image"],
  "wagtail.documents.get_document_model_string": ["WAGTAILDOCS_DOCUMENT_MODEL", "wagtaildocs.Document"],
};

/**
 * The model that a relation's `to` or `through` names, seen from a model; null when it cannot be read.
 * "self", "Order", "shop.Order", settings.AUTH_USER_MODEL and the like, or a class given as such.
 */
export function referredModel(value: Value | undefined, app: string, model: string, facts: ProjectFacts): ModelKey | null {
  if (typeof value === "string") return fromText(value, app, model);
  if (value === undefined || value === null || typeof value !== "object") return null;
  if (value.kind === "ref") return fromReference(value.path, app, model, facts);
  if (value.kind !== "call") return null;
  const known = swappableFunctions[value.path];
  if (known) return fromText(settingValue(known[0], facts) ?? known[1], app, model);
  // getattr(settings, "OAUTH2_PROVIDER_APPLICATION_MODEL", "oauth2_provider.Application")
  const [target, setting, fallback] = value.args;
  if (value.path !== "getattr" || typeof setting !== "string" || typeof target !== "object" || target?.kind !== "ref" || target.path !== "django.conf.settings") return null;
  const text = settingValue(setting, facts) ?? fallback;
  return typeof text === "string" ? fromText(text, app, model) : null;
}

function fromText(text: string, app: string, model: string): ModelKey {
  if (text === "self") return modelKey(app, model);
  const dot = text.indexOf(".");
  return dot < 0 ? modelKey(app, text) : modelKey(text.slice(0, dot), text.slice(dot + 1));
}

function fromReference(path: string, app: string, model: string, facts: ProjectFacts): ModelKey | null {
  const setting = path.match(/^django\.conf\.settings\.(\w+)$/)?.[1];
  if (setting !== undefined) {
    const text = settingValue(setting, facts);
    return text === null ? null : fromText(text, app, model);
  }
  // A class: `shop.models.Order`, `shop.models.order.Order`. Its app label is the package that holds `models`.
  const inModule = path.match(/(?:^|\.)(\w+)\.models\.(?:\w+\.)*(\w+)$/);
  return inModule ? modelKey(inModule[1]!, inModule[2]!) : null;
}

function settingValue(setting: string, facts: ProjectFacts): string | null {
  if (setting === "AUTH_USER_MODEL") return facts.authUserModel.value;
  return facts.swappable.get(setting)?.value ?? null;
}

/** Is the model swapped out for another by its `swappable` setting? (Options.swapped) */
export function isSwapped(key: ModelKey, swappable: Value | undefined, facts: ProjectFacts): boolean {
  if (typeof swappable !== "string") return false;
  const value = settingValue(swappable, facts);
  return value !== null && fromText(value, "", "") !== key;
}
