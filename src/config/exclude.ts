/**
 * Which paths `exclude` leaves out. `*` is anything within a folder's name, `**` any folders, `?` one character;
 * a pattern without a wildcard at its end also means everything below it: `vendor` is `vendor/**`.
 */
export function excludes(globs: readonly string[]): (path: string) => boolean {
  const patterns = globs.map(toPattern);
  return (path) => patterns.some((pattern) => pattern.test(path));
}

function toPattern(glob: string): RegExp {
  const parts = glob.replace(/^\.?\//, "").replace(/\/+$/, "").split(/(\*\*\/|\*\*|\*|\?)/);
  const source = parts.map((part) => wildcards[part] ?? part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")).join("");
  return new RegExp(`^${source}(?:/.*)?$`, "su");
}

const wildcards: Record<string, string> = { "**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]" };
