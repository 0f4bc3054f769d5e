import { parse } from "smol-toml";

/** A package that a project asks for, with the line that says so. */
export interface Requirement {
  /** In lower case, with `-` for `_` and `.` (PEP 503). */
  readonly name: string;
  /** `>=4.2,<5.3`, `==5.2.16`; empty where none is given. */
  readonly specifier: string;
  readonly path: string;
  readonly line: number;
}

/** A kind of file that names packages: which paths it has, and how it is read. */
interface Format {
  readonly matches: RegExp;
  readonly read: (text: string) => readonly Said[];
}
type Said = Pick<Requirement, "name" | "specifier"> & ({ readonly line: number } | { readonly near: RegExp });

const formats: readonly Format[] = [
  { matches: /(^|\/)(poetry|uv|pdm)\.lock$/, read: lockedPackages },
  { matches: /(^|\/)Pipfile\.lock$/, read: pipfileLock },
  { matches: /(^|\/)pyproject\.toml$/, read: pyproject },
  { matches: /(^|\/)Pipfile$/, read: pipfile },
  { matches: /(^|\/)[^/]*(requirements?|constraints)[^/]*\.(txt|in|pip)$|(^|\/)[^/]*requirements?[^/]*\/([^/]+\/)*[^/]+\.(txt|in|pip)$/i, read: requirementLines },
  { matches: /(^|\/)setup\.cfg$/, read: requirementLines },
  { matches: /(^|\/)setup\.py$/, read: quotedRequirements },
];

/** Does a file of this path name the packages of a project? */
export function namesPackages(path: string): boolean {
  return formats.some((format) => format.matches.test(path));
}

/** The packages that a file names, in its order. Empty for a file that cannot be read: a broken lock file is nobody's requirement. */
export function requirementsIn(path: string, text: string): readonly Requirement[] {
  const format = formats.find(({ matches }) => matches.test(path));
  if (!format) return [];
  const lines = text.split("\n");
  return format.read(text).map((said) => ({
    name: normal(said.name),
    specifier: said.specifier.trim(),
    path,
    line: "line" in said ? said.line : lines.findIndex((line) => said.near.test(line)) + 1 || 1,
  }));
}

function normal(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, "-");
}

/** A longer line names no package: it would only cost time. */
const longest = 500;

/** `Django[argon2] >= 5.2 ; python_version > "3.9"  # why` (PEP 508): name and specifier; null for options, URLs and the rest. */
function requirement(text: string): Pick<Requirement, "name" | "specifier"> | null {
  if (text.length > longest) return null;
  const bare = text.replace(/(^|\s)#.*$/, "").split(";")[0]!.replace(/\s--hash.*$/, "").replace(/\\\s*$/, "").trim();
  const match = /^([A-Za-z0-9][\w.-]*?)\s*(?:\[[^\]]*\])?\s*(\(?\s*(?:[<>=!~]=?=?|===)[^@]*)?$/.exec(bare);
  return match ? { name: match[1]!, specifier: match[2] ?? "" } : null;
}

function requirementLines(text: string): readonly Said[] {
  return text.split("\n").flatMap((line, i) => {
    const said = /^\s*[-[]/.test(line) ? null : requirement(line);
    return said ? [{ ...said, line: i + 1 }] : [];
  });
}

function quotedRequirements(text: string): readonly Said[] {
  return text.split("\n").flatMap((line, i) =>
    [...line.matchAll(/(["'])([^"']+)\1/g)].flatMap((match) => {
      const said = requirement(match[2]!);
      return said ? [{ ...said, line: i + 1 }] : [];
    }),
  );
}

function lockedPackages(text: string): readonly Said[] {
  const said: Said[] = [];
  let name: string | null = null;
  for (const [i, line] of text.split("\n").entries()) {
    if (line.startsWith("[")) name = null;
    const match = /^(name|version) = "([^"]+)"\s*$/.exec(line);
    if (match?.[1] === "name") name = match[2]!;
    if (match?.[1] === "version" && name) said.push({ name, specifier: `==${match[2]}`, line: i + 1 });
  }
  return said;
}

function pipfileLock(text: string): readonly Said[] {
  const lock = attempt(() => JSON.parse(text) as unknown);
  return Object.entries(table(table(lock)["default"])).flatMap(([name, entry]) => {
    const version = table(entry)["version"];
    return typeof version === "string" ? [{ name, specifier: version, near: new RegExp(`^\\s*"${escaped(name)}": \\{`) }] : [];
  });
}

function pipfile(text: string): readonly Said[] {
  return poetryTable(table(attempt(() => parse(text)))["packages"]);
}

function pyproject(text: string): readonly Said[] {
  const root = table(attempt(() => parse(text)));
  const project = table(root["project"]);
  const lists = [project["dependencies"], ...Object.values(table(project["optional-dependencies"])), ...Object.values(table(root["dependency-groups"]))];
  const listed = lists.flatMap((list) => (Array.isArray(list) ? list : [])).flatMap((item): Said[] => {
    const said = typeof item === "string" ? requirement(item) : null;
    return said ? [{ ...said, near: new RegExp(`["']${escaped(String(item)).replace(/\\?["']/g, ".")}`) }] : [];
  });
  const poetry = table(table(root["tool"])["poetry"]);
  const groups = Object.values(table(poetry["group"])).map((group) => table(group)["dependencies"]);
  return [...listed, ...[poetry["dependencies"], ...groups].flatMap(poetryTable)];
}

/** `django = "^5.2"`, `django = {version = "^5.2", extras = […]}`. */
function poetryTable(dependencies: unknown): readonly Said[] {
  return Object.entries(table(dependencies)).flatMap(([name, entry]) => {
    const version = typeof entry === "string" ? entry : table(entry)["version"];
    return typeof version === "string" ? [{ name, specifier: version === "*" ? "" : version, near: new RegExp(`^["']?${escaped(name)}["']?\\s*=`) }] : [];
  });
}

function table(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
