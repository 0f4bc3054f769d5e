import { configPaths } from "../config/read.ts";
import { wantedFiles } from "../django/project/layout.ts";
import type { ApiOptions } from "../source/api.ts";
import type { SourceEntry } from "../source/source.ts";

/** What a review reads, so that it is fetched together. A guess that is wrong costs bytes or a request and changes nothing else. */
export function likelyFiles(config: string | null): ApiOptions {
  return {
    likely: (entries) => [...(config === null ? configPaths : [config]), ...wantedFiles(entries), ...entries.flatMap(({ path }) => (isMigration(path) ? [path] : []))],
    then: importedModules,
    mayNeed: (path) => /\.(py|toml|txt|lock|cfg|in|ya?ml|env|json|html?|jinja2?|j2|djhtml)$|(^|\/)(Pipfile|Dockerfile|Procfile)/.test(path),
  };
}

function isMigration(path: SourceEntry["path"]): boolean {
  return /(^|\/)migrations\/[^/]+\.py$/.test(path);
}

/** The repository's modules that the texts import: `from shop.fields import Money` → `shop/fields.py`, wherever `shop` lies. */
function importedModules(texts: ReadonlyMap<string, string>, paths: readonly string[]): readonly string[] {
  const modules = new Set<string>();
  for (const [path, text] of texts) {
    if (!path.endsWith(".py")) continue;
    for (const match of text.matchAll(/^[ \t]*(?:from[ \t]+([\w.]+)[ \t]+import|import[ \t]+([\w.]+))/gm)) {
      const name = match[1] ?? match[2]!;
      if (!/^(django|\.*$)/.test(name)) modules.add(absolute(name, path));
    }
  }
  return paths.filter((path) => {
    if (!path.endsWith(".py") || texts.has(path)) return false;
    const module = path.replace(/(\/__init__)?\.py$/, "");
    for (let at = 0; at >= 0; at = module.indexOf("/", at) + 1 || -1) if (modules.has(module.slice(at))) return true;
    return false;
  });
}

/** `..fields` in `shop/migrations/0001.py` → `shop/fields`. */
function absolute(name: string, path: string): string {
  const dots = /^\.*/.exec(name)![0].length;
  const rest = name.slice(dots).replaceAll(".", "/");
  if (dots === 0) return rest;
  return [...path.split("/").slice(0, -dots), rest].filter(Boolean).join("/");
}
