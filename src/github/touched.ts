import { isModelsPath } from "../django/models/read.ts";

/** A file that differs, by all its names, and the lines that differ where they are known. */
export interface Touched {
  readonly paths: readonly string[];
  readonly lines: string | null;
}

/**
 * May the change concern migrations, or models that should have one? Decided without parsing, so that a change without any passes at once: by the names
 * that Django's migrations, their packages, models and app configurations have, and for other Python files by the lines that differ (MIGRATION_MODULES may put migrations anywhere).
 */
export function touchesMigrations(files: readonly Touched[]): boolean {
  return files.some(({ paths, lines }) => paths.some((path) => isNamedSo(path) || (path.endsWith(".py") && (lines === null || /migration/i.test(lines)))));
}

/** Says the name alone that a file may be one of migrations? */
export function isNamedSo(path: string): boolean {
  return isModelsPath(path) || /(^|\/)[^/]*migrations?[^/]*\/(.*\/)?[^/]+\.py$/i.test(path) || /(^|\/)(\d{4}_[^/]*|apps)\.py$/.test(path);
}
