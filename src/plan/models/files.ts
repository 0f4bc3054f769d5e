import type { Migration } from "../../django/operation.ts";
import type { ModelKey, ModelState, ProjectState } from "../../django/state.ts";
import type { PyModule, Python } from "../../python/python.ts";
import type { ClassStatement } from "../../python/syntax.ts";
import { unifiedDiff } from "../files/diff.ts";
import type { Value } from "../../python/value.ts";
import type { Edit } from "../types.ts";
import { importsOf } from "../write/imports.ts";
import { fieldCall } from "../write/operation.ts";
import { Unwritable, writeValue } from "../write/python.ts";
import { editModels, inModels, type ModelEdit } from "./edit.ts";
import { sameField, sameValue } from "./same.ts";

/** Files that hold the models of the migrations' apps, of all files of the repository: to be read before a plan is made. */
export function wantedFiles(paths: readonly string[], migrations: readonly { readonly path: string | null }[]): readonly string[] {
  const folders = new Set(migrations.flatMap(({ path }) => (path === null ? [] : [appFolder(path)])));
  return paths.filter((path) => [...folders].some((folder) => path === `${folder}models.py` || (path.startsWith(`${folder}models/`) && path.endsWith(".py"))));
}

/** The app's folder, by the usual place of its migrations. */
export function appFolder(migration: string): string {
  return /^(.*\/)?[^/]+\/[^/]+$/.exec(migration)?.[1] ?? "";
}

/** The models modules while the releases of a plan change them. */
export interface ModelFiles {
  /** Diffs that lead from the models as they are now to those of a state, by model. Models that cannot be found are left out. */
  to(state: ProjectState): ReadonlyMap<ModelKey, Edit>;
}

/** `state` is what the files say now: that of the pull request's end. */
export function modelFiles(paths: readonly string[], migrations: readonly Migration[], state: ProjectState, overlay: (files: ReadonlyMap<string, string>) => Python, text: (path: string) => string | null): ModelFiles {
  const texts = new Map(paths.flatMap((path) => (text(path) === null ? [] : [[path, text(path)!] as const])));
  const apps = new Map(migrations.flatMap(({ app, path }) => (path === null ? [] : [[app, appFolder(path)] as const])));
  let now = state;
  return {
    to(next) {
      const found = new Map<ModelKey, Edit>();
      const keep = (key: ModelKey, { path, text: before }: PyModule, whole: string) => {
        texts.set(path, whole);
        found.set(key, { path, kind: "diff", language: "diff", text: unifiedDiff(path, before, whole), before, whole });
      };
      const changed = [...next.models].filter(([key, model]) => now.models.has(key) && differs(now.models.get(key)!, model));
      for (const [key, model] of changed) {
        // One model at a time, so that each has its own diff, and those of one file follow each other.
        const folder = apps.get(model.app);
        const python = overlay(texts);
        const place = folder === undefined ? null : findClass(python, texts, folder, model.name);
        const edited = place && tried(place.module, { definition: place.definition, from: now.models.get(key)!, to: model });
        if (place === null || edited === null) {
          const code = inWords(now.models.get(key)!, model);
          if (code !== null) found.set(key, { path: place?.module.path ?? `${folder ?? ""}models.py`, kind: "code", language: "python", text: code });
          continue;
        }
        if (edited !== place.module.text) keep(key, place.module, edited);
      }
      for (const [key, model] of [...now.models].filter(([one]) => !next.models.has(one))) {
        const place = findClass(overlay(texts), texts, apps.get(model.app) ?? "", model.name);
        if (place) keep(key, place.module, withoutClass(place.module.text, place.definition));
      }
      for (const [key, model] of [...next.models].filter(([one]) => !now.models.has(one))) {
        const folder = apps.get(model.app) ?? "";
        const user = [...next.models.values()].find(({ app, fields }) => app === model.app && [...fields.values()].some(({ kwargs }) => isKey(kwargs.get("through"), key)));
        const written = classText(model, user === undefined);
        if (written === null) continue;
        const python = overlay(texts);
        const module = user === undefined ? (texts.has(`${folder}models.py`) ? python.module(`${folder}models.py`) : null) : (findClass(python, texts, folder, user.name)?.module ?? null);
        if (module) keep(key, module, `${module.text.trimEnd()}\n\n\n${written}`);
        else found.set(key, { path: `${folder}models.py`, kind: "code", language: "python", text: written });
      }
      now = next;
      return found;
    },
  };
}

/** `shop.OrderTags` for `shop.ordertags`. */
function isKey(value: Value | undefined, key: ModelKey): boolean {
  return typeof value === "string" && value.toLowerCase() === key;
}

/** The module without the class and the blank lines before it. */
function withoutClass(text: string, { start, end, decorators }: ClassStatement): string {
  const first = decorators?.[0] === undefined ? start : text.lastIndexOf("@", decorators[0].start);
  return `${text.slice(0, first).trimEnd()}\n${text.slice(end).replace(/^[ \t]*\r?\n/, "")}`;
}

/**
 * The class of a model that the plan brings: the one a many-to-many field goes through, or one that the pull request takes away and a release still
 * needs. null where a field cannot be written.
 */
function classText({ name, fields, options, uniqueTogether }: ModelState, back: boolean): string | null {
  const imports = importsOf();
  try {
    const lines = [...fields.values()].filter(({ kwargs }) => kwargs.get("auto_created") !== true).map((field) => `    ${field.name} = ${writeValue(inModels(fieldCall(field)), imports, 4, 4 + field.name.length + 3)}`);
    const meta = [...options].filter(([option]) => !["unique_together", "indexes", "constraints"].includes(option)).map(([option, value]) => `        ${option} = ${writeValue(value, imports, 8)}`);
    if (uniqueTogether.length > 0) meta.push(`        unique_together = {${uniqueTogether.map((names) => `(${names.map((one) => JSON.stringify(one)).join(", ")})`).join(", ")}}`);
    return `class ${name}(models.Model):\n${[...(back ? ["    # Until a later release takes it away: with its methods, as it was."] : []), ...lines, ...(meta.length > 0 ? ["", "    class Meta:", ...meta] : [])].join("\n")}\n`;
  } catch (error) {
    if (error instanceof Unwritable) return null;
    throw error;
  }
}

/** What to change where the class cannot be edited: the fields as they are to be. null where that cannot be written either. */
function inWords(from: ModelState, to: ModelState): string | null {
  const lines: string[] = [];
  try {
    for (const name of from.fields.keys()) if (!to.fields.has(name)) lines.push(`    # without ${name}`);
    for (const [name, field] of to.fields) if (!from.fields.has(name) || !sameField(from.fields.get(name)!, field)) lines.push(`    ${name} = ${writeValue(fieldCall(field), importsOf(), 4, 4 + name.length + 3)}`);
  } catch (error) {
    if (error instanceof Unwritable) return null;
    throw error;
  }
  const table = to.options.get("db_table");
  if (!sameValue(from.options.get("db_table"), table)) lines.push("", "    class Meta:", typeof table === "string" ? `        db_table = ${JSON.stringify(table)}` : "        # without db_table");
  for (const list of ["indexes", "constraints"] as const) {
    for (const name of from[list].keys()) if (!to[list].has(name)) lines.push(`    # Meta.${list} without ${name}`);
    for (const name of to[list].keys()) if (!from[list].has(name)) lines.push(`    # Meta.${list} with ${name}`);
  }
  return lines.length === 0 ? null : `class ${to.name}(…):\n    …\n${lines.join("\n")}\n`;
}

function tried(module: PyModule, edit: ModelEdit): string | null {
  try {
    return editModels(module, [edit]);
  } catch (error) {
    if (error instanceof Unwritable) return null;
    throw error;
  }
}

function differs(a: ModelState, b: ModelState): boolean {
  if (a === b) return false;
  const fields = a.fields.size !== b.fields.size || [...a.fields].some(([name, field]) => !b.fields.has(name) || !sameField(field, b.fields.get(name)!));
  const names = (list: "indexes" | "constraints") => [...a[list].keys()].join("\n") !== [...b[list].keys()].join("\n");
  return fields || !sameValue(a.options.get("db_table"), b.options.get("db_table")) || names("indexes") || names("constraints");
}

/** The class of a model among the app's files; null where there is none, or several. */
function findClass(python: Python, texts: ReadonlyMap<string, string>, folder: string, name: string): { readonly module: PyModule; readonly definition: ClassStatement } | null {
  const found = [...texts.keys()].filter((path) => path.startsWith(folder)).flatMap((path) => {
    const module = python.module(path);
    if (!module || module.errors.length > 0) return [];
    return module.body.flatMap((one) => (one.kind === "class" && one.name === name ? [{ module, definition: one }] : []));
  });
  return found.length === 1 ? found[0]! : null;
}
