import type { ClassStatement } from "../../python/syntax.ts";
import type { PyModule, Python } from "../../python/python.ts";
import type { Value } from "../../python/value.ts";
import type { Fact } from "../project.ts";

/** What a subclass of AppConfig says. */
export interface AppConfig {
  readonly className: string;
  /** `wagtail.admin`; null where it is not said or cannot be read. */
  readonly name: string | null;
  readonly label: Fact<string> | null;
  readonly defaultAutoField: Fact<string> | null;
  /** `default = True` or `False` (which of several classes counts); null where it is not said. */
  readonly default: boolean | null;
}

/** The AppConfig classes of an apps.py. Empty when the file was not given yet (it is in `python.wanted` then). */
export function appConfigsIn(path: string, python: Python): readonly AppConfig[] {
  const module = python.module(path);
  if (!module) return [];
  return module.body.flatMap((statement) => (statement.kind === "class" && isAppConfig(statement, module, python, new Set()) ? [readConfig(statement, module, python)] : []));
}

/** The AppConfig class at a dotted path; null when it is not in the repository. */
export function appConfigAt(dotted: string, python: Python): AppConfig | null {
  const found = python.find(dotted);
  return found?.kind === "class" ? readConfig(found.definition, found.module, python) : null;
}

/** The one that Django takes when INSTALLED_APPS names the package (AppConfig.create): the only one, or the one with `default = True`. */
export function defaultConfig(configs: readonly AppConfig[]): AppConfig | null {
  const chosen = configs.filter((config) => config.default === true);
  if (chosen.length > 0) return chosen[0]!;
  const candidates = configs.filter((config) => config.default !== false);
  return candidates.length === 1 ? candidates[0]! : null;
}

function readConfig(definition: ClassStatement, module: PyModule, python: Python): AppConfig {
  const [name, label, autoField, isDefault] = ["name", "label", "default_auto_field", "default"].map((attribute) => attributeOf(definition, module, python, attribute, new Set()));
  return {
    className: definition.name,
    name: textFact(name)?.value ?? null,
    label: textFact(label),
    defaultAutoField: textFact(autoField),
    default: typeof isDefault?.value === "boolean" ? isDefault.value : null,
  };
}

function textFact(fact: Fact<Value> | null | undefined): Fact<string> | null {
  return typeof fact?.value === "string" ? { value: fact.value, source: fact.source } : null;
}

/** A class attribute, its own or a base's that is in the repository. */
function attributeOf(definition: ClassStatement, module: PyModule, python: Python, name: string, seen: Set<ClassStatement>): Fact<Value> | null {
  seen.add(definition);
  for (const statement of definition.body.toReversed()) {
    if (statement.kind !== "assign" || !statement.targets.some((target) => target.kind === "name" && target.path === name)) continue;
    return { value: python.evaluate(statement.value, module), source: `${module.path}:${module.lineAt(statement.start)}` };
  }
  for (const base of definition.bases) {
    const found = base.kind === "positional" && base.value.kind === "name" ? python.find(python.resolve(base.value.path, module)) : null;
    const inherited = found?.kind === "class" && !seen.has(found.definition) ? attributeOf(found.definition, found.module, python, name, seen) : null;
    if (inherited) return inherited;
  }
  return null;
}

/** Does it descend from AppConfig, as far as the repository knows? A library's base counts by its name. */
function isAppConfig(definition: ClassStatement, module: PyModule, python: Python, seen: Set<ClassStatement>): boolean {
  seen.add(definition);
  return definition.bases.some((base) => {
    if (base.kind !== "positional" || base.value.kind !== "name") return false;
    const dotted = python.resolve(base.value.path, module);
    const found = python.find(dotted);
    if (found?.kind === "class") return !seen.has(found.definition) && isAppConfig(found.definition, found.module, python, seen);
    return dotted.endsWith("Config");
  });
}
