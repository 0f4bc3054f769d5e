import type { Value } from "../../python/value.ts";
import type { Dependency, MigrationKey } from "../operation.ts";
import type { ReadContext } from "../operations/context.ts";
import { itemsOf, textOf, textsOf } from "../operations/literals.ts";
import { swappedModel } from "../operations/swapper.ts";
import { code } from "../graph/words.ts";
import { codeSpan } from "../../code-span.ts";

type Report = (message: string, line?: number) => void;

/** `dependencies`: pairs of app label and name, and `migrations.swappable_dependency(…)`. What cannot be read is reported and left out. */
export function readDependencies(value: Value | undefined, context: ReadContext, report: Report): readonly Dependency[] {
  return itemsIn(value, "dependencies", report).flatMap((item) => {
    const key = keyOf(item);
    if (key) return [{ kind: "migration", ...key }];
    const dependency = swappable(item, context);
    if (!dependency) report(`a dependency cannot be read: ${code(textOf(item))}`, lineOf(item));
    return dependency ? [dependency] : [];
  });
}

/** `replaces` and `run_before`: pairs of app label and name. */
export function readKeys(value: Value | undefined, name: string, report: Report): readonly MigrationKey[] {
  return itemsIn(value, name, report).flatMap((item) => {
    const key = keyOf(item);
    if (!key) report(`an entry of ${codeSpan(name)} cannot be read: ${code(textOf(item))}`, lineOf(item));
    return key ? [key] : [];
  });
}

function itemsIn(value: Value | undefined, name: string, report: Report): readonly Value[] {
  if (value === undefined || value === null) return [];
  const items = itemsOf(value);
  if (!items) report(`${codeSpan(name)} cannot be read: ${code(textOf(value))}`, lineOf(value));
  return items ?? [];
}

function keyOf(value: Value): MigrationKey | null {
  const parts = textsOf(value);
  return parts?.length === 2 ? { app: parts[0]!, name: parts[1]! } : null;
}

/**
 * `swappable_dependency(settings.AUTH_USER_MODEL)` is the first migration of the app the setting names; with text in the
 * setting's place it is that of the named app (django.db.migrations.migration.swappable_dependency).
 */
function swappable(value: Value, context: ReadContext): Dependency | null {
  if (value === null || typeof value !== "object") return null;
  if (value.kind === "ref") return settingOf(value);
  if (value.kind !== "call") return null;
  const name = value.path.slice(value.path.lastIndexOf(".") + 1);
  if (value.path === "swapper.dependency") return swapperDependency(value.args, context);
  if (name !== "swappable_dependency") return null;
  const model = swappedModel(value.args[0] ?? value.kwargs.get("value") ?? null, context);
  if (typeof model === "string") return modelDependency(model);
  return settingOf(model);
}

/** `settings.X`, or `getattr(settings, "X", …)`. */
function settingOf(value: Value): Dependency | null {
  if (value === null || typeof value !== "object") return null;
  if (value.kind === "ref" && /^django\.conf\.settings\.\w+$/.test(value.path)) return { kind: "swappable", setting: value.path.slice("django.conf.settings.".length) };
  if (value.kind !== "call" || !/^(builtins\.)?getattr$/.test(value.path)) return null;
  const [object, name] = value.args;
  const ofSettings = object !== null && typeof object === "object" && object.kind === "ref" && object.path === "django.conf.settings";
  return ofSettings && typeof name === "string" ? { kind: "swappable", setting: name } : null;
}

function modelDependency(model: string): Dependency | null {
  return model.includes(".") ? { kind: "migration", app: model.split(".")[0]!, name: "__first__" } : null;
}

/** `swapper.dependency("wagtailcore", "Page", version=None)`. */
function swapperDependency(args: readonly Value[], context: ReadContext): Dependency | null {
  const [app, model, version = null] = args;
  if (typeof app !== "string" || typeof model !== "string") return null;
  const label = swappedModel({ kind: "call", path: "swapper.get_model_name", args: [app, model], kwargs: new Map(), unknownArgs: null, place: { path: "", line: 0 }, text: "" }, context);
  const first = typeof label === "string" ? modelDependency(label) : null;
  return first?.kind === "migration" && typeof version === "string" ? { ...first, name: version } : first;
}

function lineOf(value: Value): number | undefined {
  return value !== null && typeof value === "object" && "place" in value ? value.place.line : undefined;
}
