import { callBuiltin } from "./builtins.ts";
import type { Value } from "./value.ts";

/** Functions of libraries whose result is their argument's text, by the position of that argument: translations, lazy or not. */
const translations: ReadonlyMap<string, number> = new Map(
  ["django.utils.translation", "gettext"].flatMap((module) =>
    ["gettext", "gettext_lazy", "gettext_noop", "ugettext", "ugettext_lazy", "ugettext_noop", "pgettext", "pgettext_lazy"].map((name) => [
      `${module}.${name}`,
      name.startsWith("pgettext") ? 1 : 0,
    ] as const),
  ),
);

/** Calls of library functions with a certain result; undefined for all else. */
export function callLibrary(path: string, args: readonly Value[], kwargs: ReadonlyMap<string, Value>): Value | undefined {
  const message = translations.get(path);
  if (message !== undefined) {
    const text = args[message] ?? kwargs.get("message");
    return typeof text === "string" ? text : undefined;
  }
  if (path === "textwrap.dedent" && typeof args[0] === "string" && args.length === 1) return dedent(args[0]);
  if (path === "collections.OrderedDict") return callBuiltin("dict", args, kwargs);
  return undefined;
}

/** What `import_string("module.name")` is: the same as importing it; null for other calls. */
export function importedBy(path: string, args: readonly Value[]): string | null {
  const [name] = args;
  return path === "django.utils.module_loading.import_string" && typeof name === "string" && /^\w+(\.\w+)+$/.test(name) ? name : null;
}

/** Takes away the white space that all lines that are not blank begin with (Python's textwrap.dedent). */
function dedent(text: string): string {
  const lines = text.replace(/^[ \t]+$/gm, "").split("\n");
  const indents = lines.filter((line) => line !== "").map((line) => /^[ \t]*/.exec(line)![0]);
  const common = indents.reduce((a, b) => sharedStart(a, b), indents[0] ?? "");
  return lines.map((line) => (line === "" ? line : line.slice(common.length))).join("\n");
}

function sharedStart(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return a.slice(0, length);
}

/** Names of libraries with a value that is known. */
export const libraryValues: ReadonlyMap<string, Value> = new Map<string, Value>([
  ["typing.TYPE_CHECKING", false],
  ["typing_extensions.TYPE_CHECKING", false],
  ["six.PY2", false],
  ["six.PY3", true],
  ["django.utils.six.PY2", false],
  ["django.utils.six.PY3", true],
]);
