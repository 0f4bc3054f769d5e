import type { Place } from "../../place.ts";
import type { ClassStatement, Statement } from "../../python/syntax.ts";
import type { PyModule, Python } from "../../python/python.ts";
import type { Value } from "../../python/value.ts";
import type { Fact } from "../project.ts";
import { folderOf, isTestPath } from "./files.ts";
import { withDefault } from "./environment.ts";
import { interpret } from "./interpret.ts";
import type { Interpreter } from "./interpret.ts";
import { moduleFile } from "./layout.ts";
import type { ProjectLayout, SettingsFile } from "./layout.ts";
import type { Alternative, Namespace } from "./namespace.ts";
import { isList } from "./namespace.ts";

/** A settings module as far as it can be read without running it. */
export interface SettingsModule extends SettingsFile {
  /** The settings of tests or an example: what it switches off is not off where it is deployed. */
  readonly forTests: boolean;
  /** The values a setting may have, the most certain first; empty where it is not set. */
  get(name: string): readonly Alternative[];
}

/** How deep settings may import settings, and how many files may be included. */
const maxDepth = 20;
const mostIncludes = 200;

/** Reads the settings modules of a project, in the layout's order. Files that were not given are in `python.wanted`: give them and read again. */
export function readSettings(layout: ProjectLayout, paths: readonly string[], python: Python): readonly SettingsModule[] {
  const known = new Set(paths);
  const cache = new Map<string, Namespace>();
  let depth = 0;
  let includes = 0;

  const fileOf = (dotted: string): string | null => {
    if (dotted.startsWith("/")) return [`${dotted.slice(1)}.py`, `${dotted.slice(1)}/__init__.py`].find((path) => known.has(path)) ?? null;
    for (const root of layout.roots) {
      const file = moduleFile(root, dotted, known);
      if (file) return file;
    }
    return null;
  };
  const namesOf = (path: string): Namespace => {
    const cached = cache.get(path);
    if (cached) return cached;
    const names: Namespace = new Map();
    cache.set(path, names);
    const module = python.module(path);
    if (!module || depth >= maxDepth) return names;
    depth++;
    interpret(module.body, module, names, interpreter);
    depth--;
    return names;
  };
  const interpreter: Interpreter = {
    python,
    moduleNames(dotted) {
      const file = fileOf(dotted);
      return file ? namesOf(file) : null;
    },
    include(pattern, module, names) {
      const matching = globPattern(folderOf(module.path), pattern);
      for (const path of paths) {
        const included = path !== module.path && matching.test(path) ? python.module(path) : null;
        if (included && depth < maxDepth && includes < mostIncludes) {
          depth++;
          includes++;
          interpret(included.body, included, names, interpreter);
          depth--;
        }
      }
    },
  };

  return layout.settings.map((file) => {
    const module = python.module(file.path);
    const names = new Map(namesOf(file.path));
    const holder = module && settingsClass(module, file.configuration, names);
    if (module && holder) for (const [name, values] of classNames(holder, module, interpreter, new Map())) names.set(name, values);
    return { ...file, forTests: isTestPath(file.path), get: (name) => names.get(name) ?? [] };
  });
}

/** The class whose attributes are the settings: the one that loads itself, the one that is named, or the last one there is. */
function settingsClass(module: PyModule, configuration: string | null, names: Namespace): ClassStatement | null {
  const classes = module.body.filter((statement) => statement.kind === "class");
  const loaded = module.body.map(loads).find((name) => name !== null) ?? configuration;
  if (loaded) return classes.find((one) => one.name === loaded) ?? null;
  if (names.has("INSTALLED_APPS") || names.has("DATABASES")) return null;
  return classes.find((one) => /^prod/i.test(one.name)) ?? classes.at(-1) ?? null;
}

/** `ProductionSettings.load_settings(__name__)`. */
function loads(statement: Statement): string | null {
  if (statement.kind !== "expression" || statement.value.kind !== "call" || statement.value.callee.kind !== "name") return null;
  return /^(\w+)\.load_settings$/.exec(statement.value.callee.path)?.[1] ?? null;
}

/** The attributes of a class, its bases' first, the first base's last. */
function classNames(definition: ClassStatement, module: PyModule, interpreter: Interpreter, known: Map<ClassStatement, Namespace>): Namespace {
  const done = known.get(definition);
  if (done || known.size > maxDepth) return done ?? new Map();
  const names: Namespace = new Map();
  known.set(definition, names);
  for (const base of [...definition.bases].reverse()) {
    if (base.kind !== "positional" || base.value.kind !== "name") continue;
    const found = interpreter.python.find(interpreter.python.resolve(base.value.path, module));
    if (found?.kind === "class") {
      for (const [name, values] of classNames(found.definition, found.module, interpreter, known)) names.set(name, values);
    }
  }
  interpret(definition.body, module, names, interpreter);
  return names;
}

function globPattern(folder: string, pattern: string): RegExp {
  const parts = `${folder}${pattern.replace(/^\.\//, "")}`.split("*").map((part) => part.replace(/[\\^$.+?()[\]{}|]/g, "\\$&"));
  return new RegExp(`^${parts.join("[^/]*")}$`);
}

/** The first value of a setting that is of the wanted type, in the first module that has one. Settings for tests come last. */
export function settingOf<T>(settings: readonly SettingsModule[], name: string, accept: (value: Value) => T | undefined): { readonly value: T; readonly place: Place } | null {
  for (const module of settings) {
    for (const { value, place } of module.get(name)) {
      const accepted = accept(withDefault(value));
      if (accepted !== undefined) return { value: accepted, place };
    }
  }
  return null;
}

/** The texts of a list, those of lists in it included, whether or not the rest of it can be read. */
export function texts(value: Value): readonly string[] {
  if (typeof value === "string") return [value];
  if (isList(value)) return value.items.flatMap(texts);
  if (typeof value !== "object" || value === null) return [];
  if (value.kind === "binary" && value.operator === "+") return [...texts(value.left), ...texts(value.right)];
  return value.kind === "call" && /(^|\.)(list|tuple|set|sorted|filter)$/.test(value.path) ? value.args.flatMap(texts) : [];
}

/** A model label (`users.User`) that a setting names, with its place. */
export function modelSetting(settings: readonly SettingsModule[], name: string): Fact<string> | null {
  const found = settingOf(settings, name, (value) => (typeof value === "string" && /^\w+\.\w+$/.test(value) ? value : undefined));
  return found && { value: found.value, source: `${found.place.path}:${found.place.line}` };
}
