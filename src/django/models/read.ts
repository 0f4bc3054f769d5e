import type { Python } from "../../python/python.ts";
import type { BindContext } from "../bind/context.ts";
import { modelKey } from "../bind/model-reference.ts";
import type { ModelKey } from "../state.ts";
import { type ModelClass, readModelClass } from "./class.ts";

/** An app's models modules. */
export interface ModelsFolder {
  readonly label: string;
  /** '/'-terminated. */
  readonly folder: string;
}

/** The classes of an app's models modules. */
export interface AppModels {
  /** By the model's key; a name that several classes have is left out. */
  readonly classes: ReadonlyMap<ModelKey, ModelClass>;
  /** Names that its modules import, `*` among them, or define more than once: a model of that name may be there all the same. */
  readonly mentioned: ReadonlySet<string>;
  /** Its modules add fields from outside a class: `Order.add_to_class(…)`, `field.contribute_to_class(…)`. */
  readonly patched: boolean;
  /** Could all of its modules be read? */
  readonly whole: boolean;
}

/** Does the path look like a models module, of whatever app? */
export function isModelsPath(path: string): boolean {
  return /(^|\/)models(\.py|\/.*\.py)$/.test(path);
}

/** The modules of an app's models: `models.py`, or a package of that name. */
export function modelsPaths(folder: string, paths: readonly string[]): readonly string[] {
  return paths.filter((path) => path === `${folder}models.py` || (path.startsWith(`${folder}models/`) && path.endsWith(".py")));
}

/** Reads the classes that stand at the top of an app's models modules. */
export function readAppModels({ label, folder }: ModelsFolder, paths: readonly string[], context: BindContext & { readonly python: Python }): AppModels {
  const found = new Map<ModelKey, ModelClass | null>();
  const mentioned = new Set<string>();
  let [patched, whole] = [false, true];
  for (const path of modelsPaths(folder, paths)) {
    const module = context.python.module(path);
    if (module === null || module.errors.length > 0) {
      whole = false;
      continue;
    }
    patched ||= /\b(add_to_class|contribute_to_class|setattr|modelform_factory|type)\(/.test(module.text);
    const dotted = path.replace(/(\/__init__)?\.py$/, "").replaceAll("/", ".");
    for (const statement of module.body) {
      if (statement.kind === "from") for (const { name, alias } of statement.names) mentioned.add(alias ?? name);
      if (statement.kind !== "class") continue;
      const key = modelKey(label, statement.name);
      if (found.has(key)) mentioned.add(statement.name);
      found.set(key, found.has(key) ? null : readModelClass({ kind: "class", path: `${dotted}.${statement.name}`, definition: statement, module }, context));
    }
  }
  const classes = new Map([...found].flatMap(([key, one]) => (one === null ? [] : [[key, one] as const])));
  return { classes, mentioned, patched, whole };
}
