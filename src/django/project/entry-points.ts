import type { Fact } from "../project.ts";
import { isTemplate, isTestPath, isVendored } from "./files.ts";
import type { TextOf } from "./files.ts";

/** A file that names the settings module of a project. */
export interface EntryPoint {
  readonly path: string;
  readonly kind: Kind;
  /** `shop.settings.production`; null where it is not written in the file. */
  readonly settings: Fact<string> | null;
  /** django-configurations: the class that holds the settings. */
  readonly configuration: string | null;
}

/** In the order in which their word counts for what is deployed. */
const kinds = ["wsgi", "asgi", "manage", "celery", "tests"] as const;
type Kind = (typeof kinds)[number];

const names: readonly (readonly [Kind, RegExp])[] = [
  ["wsgi", /(^|\/)wsgi(\.py|\/__init__\.py)$/],
  ["asgi", /(^|\/)asgi(\.py|\/__init__\.py)$/],
  ["manage", /(^|\/)manage\.py$/],
  ["celery", /(^|\/)celery[^/]*(\.py|\/__init__\.py)$/],
  ["tests", /(^|\/)(pytest\.ini|tox\.ini|setup\.cfg|pyproject\.toml|conftest\.py|runtests\.py)$/],
];

/** `setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")`, `environ["DJANGO_SETTINGS_MODULE"] = "shop.settings"`. */
const quoted = /DJANGO_SETTINGS_MODULE["']\]?\s*[,=]\s*["']([A-Za-z_][\w.]*)["']/;
/** `DJANGO_SETTINGS_MODULE = shop.settings`. */
const written = /DJANGO_SETTINGS_MODULE["']?[ \t]*=[ \t]*["']?([A-Za-z_][\w.]*)/;

function kindOf(path: string): Kind | null {
  return names.find(([, pattern]) => pattern.test(path))?.[0] ?? null;
}

/** Is this a file that may name a settings module? */
export function isEntryPoint(path: string): boolean {
  return kindOf(path) !== null;
}

/** The files that name settings modules, those for what is deployed first: wsgi.py, asgi.py, manage.py, celery.py, the tests' configuration. */
export function entryPoints(paths: readonly string[], text: TextOf): readonly EntryPoint[] {
  const found = paths.flatMap((path): EntryPoint[] => {
    const kind = isVendored(path) || isTemplate(path) ? null : kindOf(path);
    const content = kind && text(path);
    if (!kind || !content) return [];
    if (kind === "manage" && !/django/i.test(content)) return [];
    const settings = named(path, content, path.endsWith(".py") ? quoted : written);
    if (!settings && kind !== "manage") return [];
    return [{ path, kind, settings, configuration: named(path, content, /DJANGO_CONFIGURATION["']?\]?\s*[,=]\s*["']([\w.]+)["']/)?.value ?? null }];
  });
  const rank = (one: EntryPoint) => (isTestPath(one.path) || isTestPath(one.settings?.value.replaceAll(".", "/") ?? "") ? kinds.length : 0) + kinds.indexOf(one.kind);
  return found.map((one, i) => ({ one, i })).sort((a, b) => rank(a.one) - rank(b.one) || a.i - b.i).map(({ one }) => one);
}

function named(path: string, content: string, pattern: RegExp): Fact<string> | null {
  // A template of a project (`{{ project_name }}.settings`) names no module; a comment does not count.
  const code = content.replace(/^[ \t]*#.*$/gm, (line) => " ".repeat(line.length));
  const match = pattern.exec(code);
  return match ? { value: match[1]!, source: `${path}:${code.slice(0, match.index).split("\n").length}` } : null;
}
