/** The text of a file that was read; null for one that was not or cannot be. */
export type TextOf = (path: string) => string | null;

/** The folder of a path, with its slash; empty for the repository's root. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}

/** The last part of a path, whether it ends in a slash or not. */
export function lastPart(path: string): string {
  const bare = path.replace(/\/$/, "");
  return bare.slice(bare.lastIndexOf("/") + 1);
}

/** The folder and every folder above it up to the repository's root, nearest first. */
export function withParents(folder: string): readonly string[] {
  const found = [folder];
  for (let at = folder; at !== ""; ) {
    at = folderOf(at.slice(0, -1));
    found.push(at);
  }
  return found;
}

/**
 * How far a file of the whole project (a lock file, compose.yml) is from a project's root: 0 in it or in a folder right under it,
 * one more for each folder upwards, 100 and more elsewhere.
 */
export function distanceTo(root: string, path: string): number {
  const folder = folderOf(path);
  const above = withParents(root);
  const at = above.indexOf(folder);
  if (at >= 0) return at;
  const parent = folderOf(folder.slice(0, -1));
  const beside = above.indexOf(parent);
  if (beside >= 0) return beside + 0.5;
  return 100 + withParents(folder).length;
}

/** Paths of packages that were put into the repository, and of virtual environments. */
export function isVendored(path: string): boolean {
  return /(^|\/)(node_modules|site-packages|__pycache__|\.tox|\.nox|\.venv)\//.test(path);
}

/** `startapp` and cookiecutter templates: `{{ project_name }}/`, `app_template/`. */
export function isTemplate(path: string): boolean {
  return /\{\{|(^|\/)(project|app)_template\//.test(path);
}

/** A path of tests: a project or an app there is not the one that is deployed. */
export function isTestPath(path: string): boolean {
  return /(^|\/)(tests?|testing|testproject|test_?projects?|test_[^/]*|tests_[^/]*|[^/]*_tests?|examples?|demo|docs?|sandbox|fixtures?|sample[^/]*)(\/|\.py$|$)/i.test(path);
}

/** A place for a person: `settings.py:12`. */
export function at(path: string, line: number): string {
  return `${path}:${line}`;
}
