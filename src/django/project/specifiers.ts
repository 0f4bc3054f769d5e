import { djangoVersions } from "../project.ts";
import type { DjangoVersion } from "../project.ts";

export interface Allowed {
  readonly version: DjangoVersion;
  /** Where what is asked for is older or newer than anything known here: what a person should know; null where it fits. */
  readonly note: string | null;
}

type Release = readonly [number, number, number];
type Test = (release: Release) => boolean;

/** Feature releases that existed before the oldest supported one. */
const older: readonly Release[] = [[1, 8, 0], [1, 11, 0], [2, 0, 0], [2, 1, 0], [2, 2, 0], [3, 0, 0], [3, 1, 0], [3, 2, 0], [4, 0, 0], [4, 1, 0]];
const oldest: DjangoVersion = djangoVersions[0];
const newest: DjangoVersion = djangoVersions[djangoVersions.length - 1]!;
/** More patch releases than any feature release of Django has had. */
const patches = 100;

/**
 * The highest supported feature release that a specifier allows: `==5.2.16`, `>=4.2,<5.3`, `~=5.2.1`, `==6.0.*` (PEP 440), `^5.2`, `~5.2`, `5.2.*` (Poetry).
 * null when it says nothing (empty, `*`) or cannot be read.
 */
export function highestAllowed(specifier: string): Allowed | null {
  if (specifier.length > 500) return null;
  const alternatives = specifier.split("||").map((text) => testsOf(text));
  if (alternatives.some((tests) => tests === null || tests.length === 0)) return null;
  const allows = (release: Release) => alternatives.some((tests) => tests!.every((test) => test(release)));
  const allowsSome = ([major, minor]: Release) => Array.from({ length: patches }, (_, patch) => patch).some((patch) => allows([major, minor, patch]));
  const found = [...djangoVersions].reverse().find((version) => allowsSome(releaseOf(version)));
  if (found) return { version: found, note: null };
  const said = specifier.replaceAll(" ", "");
  if (older.some(allowsSome)) return { version: oldest, note: `${said} is older than Django ${oldest}, the oldest release that is known here` };
  return { version: newest, note: `${said} is not a release that is known here; the newest is Django ${newest}` };
}

/** `==5.2.16`: one release and no other. */
export function isExact(specifier: string): boolean {
  return /^\s*(===?)?\s*v?\d+(\.\d+)+\s*$/.test(specifier);
}

function testsOf(specifier: string): Test[] | null {
  const clauses = specifier.replace(/[()]/g, " ").split(",").flatMap((text) => text.trim().split(/\s+(?=[<>=!~^])/)).map((text) => text.trim()).filter((text) => text !== "" && text !== "*");
  const tests = clauses.map(testOf);
  return tests.every((test) => test !== null) ? tests : null;
}

function testOf(clause: string): Test | null {
  const match = /^(===|==|~=|!=|<=|>=|<|>|\^|~|=)?\s*v?(\d+(?:\.\d+)*)(\.\*)?([a-z.+-].*)?$/i.exec(clause);
  if (!match) return null;
  const [, operator = "==", text, star] = match;
  const parts = text!.split(".").map(Number);
  const wanted: Release = [parts[0]!, parts[1] ?? 0, parts[2] ?? 0];
  const prefix: Test = (release) => parts.every((part, i) => i > 2 || release[i] === part);
  const upTo = (bound: Release): Test => (release) => order(release, wanted) >= 0 && order(release, bound) < 0;
  switch (operator) {
    case "===":
    case "==":
    case "=":
      return star ? prefix : (release) => order(release, wanted) === 0;
    case "!=":
      return star ? (release) => !prefix(release) : (release) => order(release, wanted) !== 0;
    case ">=":
      return (release) => order(release, wanted) >= 0;
    case ">":
      return (release) => order(release, wanted) > 0;
    case "<=":
      return (release) => order(release, wanted) <= 0;
    case "<":
      return (release) => order(release, wanted) < 0;
    case "~=":
      return upTo(parts.length > 2 ? [wanted[0], wanted[1] + 1, 0] : [wanted[0] + 1, 0, 0]);
    case "~":
      return upTo(parts.length > 1 ? [wanted[0], wanted[1] + 1, 0] : [wanted[0] + 1, 0, 0]);
    case "^":
      return upTo([wanted[0] + 1, 0, 0]);
    default:
      return null;
  }
}

function releaseOf(version: string): Release {
  const [major, minor] = version.split(".").map(Number);
  return [major!, minor ?? 0, 0];
}

function order(a: Release, b: Release): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}
