import type { DjangoVersion, Fact, Vendor } from "../project.ts";
import { namesPackages, requirementsIn } from "./requirements.ts";
import type { Requirement } from "./requirements.ts";
import { highestAllowed, isExact } from "./specifiers.ts";
import type { TextOf } from "./files.ts";
import { distanceTo } from "./files.ts";

/** Files for work on the project, not for running it. */
const sideline = /(^|[/_.-])(dev|devel|develop|development|tests?|testing|docs?|lint|ci|local|contribs?|examples?|tox|readthedocs)([/_.-]|\d|$)/i;

/** Is it asked for to run the project, and not for work on it? */
export function isForRunning({ path }: Requirement): boolean {
  return !sideline.test(path);
}

/** Files named for what runs. */
const production = /(^|[/_.-])(requirements|base|common|main|prod|production|deploy|default|pip|core|app)\.(txt|in|pip)$|\.lock$/i;

/** The packages that a project asks for, those that count most first: near its root, exact, from files for production. */
export function projectRequirements(paths: readonly string[], text: TextOf, root: string): readonly Requirement[] {
  const found = paths.filter((path) => namesPackages(path)).flatMap((path) => {
    const content = text(path);
    return content === null ? [] : requirementsIn(path, content);
  });
  const rank = (one: Requirement) => [
    distanceTo(root, one.path) >= 100 ? 1 : 0,
    sideline.test(one.path) ? 1 : 0,
    isExact(one.specifier) ? 0 : 1,
    distanceTo(root, one.path),
    production.test(one.path) ? 0 : 1,
  ];
  return found
    .map((one, i) => ({ one, i, rank: rank(one) }))
    .sort((a, b) => a.rank.map((value, k) => value - b.rank[k]!).find((difference) => difference !== 0) ?? a.i - b.i)
    .map(({ one }) => one);
}

/** The Django release a project runs on; null when nothing says. Of several pins in one file the newest counts. */
export function djangoRelease(requirements: readonly Requirement[]): Fact<DjangoVersion> | null {
  const said = requirements.filter(({ name }) => name === "django").flatMap((one) => {
    const allowed = highestAllowed(one.specifier);
    return allowed ? [{ ...one, ...allowed }] : [];
  });
  const first = said[0];
  if (!first) return null;
  const same = said.filter((one) => one.path === first.path && isExact(one.specifier) === isExact(first.specifier));
  const best = same.reduce((a, b) => (Number(b.version) > Number(a.version) ? b : a));
  return { value: best.version, source: `${best.path}:${best.line}${best.note ? ` (${best.note})` : ""}` };
}

/** Packages that only a project with that database asks for. */
const drivers: Readonly<Record<string, Vendor>> = {
  psycopg: "postgresql",
  "psycopg-binary": "postgresql",
  "psycopg-c": "postgresql",
  psycopg2: "postgresql",
  "psycopg2-binary": "postgresql",
  psycopg2cffi: "postgresql",
  mysqlclient: "mysql",
  pymysql: "mysql",
  "mysql-connector-python": "mysql",
  mariadb: "mariadb",
};

/** The databases whose drivers a project asks for, each with the requirement that counts most. */
export function driverVendors(requirements: readonly Requirement[]): ReadonlyMap<Vendor, Requirement> {
  const vendors = new Map<Vendor, Requirement>();
  const running = requirements.filter(isForRunning);
  for (const one of running.length > 0 ? running : requirements) {
    const vendor = drivers[one.name];
    if (vendor && !vendors.has(vendor)) vendors.set(vendor, one);
  }
  return vendors;
}
