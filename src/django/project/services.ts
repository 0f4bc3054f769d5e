import type { Fact, Vendor } from "../project.ts";
import { distanceTo } from "./files.ts";
import type { Files } from "./layout.ts";

/** Is this a file of Docker Compose? */
export function isComposeFile(path: string): boolean {
  return /(^|\/)(docker-)?compose[^/]*(\.ya?ml)?$/.test(path) && !/\.(py|md|sh|env)$/.test(path);
}

/** Images by what their name holds. PostGIS, pgvector and TimescaleDB are PostgreSQL with an extension. */
const images: readonly (readonly [RegExp, Vendor])[] = [
  [/postgres|postgis|pgvector|timescale/, "postgresql"],
  [/mariadb/, "mariadb"],
  [/mysql|percona/, "mysql"],
];

export interface DatabaseService {
  readonly vendor: Vendor;
  /** null for `latest`. */
  readonly version: Fact<string> | null;
  readonly source: string;
}

/** The databases that Compose files near a project's root start, nearest first. */
export function databaseServices(files: Files, root: string): readonly DatabaseService[] {
  const found = files.paths.filter((path) => isComposeFile(path) && distanceTo(root, path) < 100).flatMap((path) => {
    const text = files.text(path) ?? "";
    return text.split("\n").flatMap((line, i): DatabaseService[] => {
      const image = /^\s*(?:-\s*)?image:\s*["']?([^\s"'#]+)/.exec(line)?.[1];
      const vendor = image && images.find(([pattern]) => pattern.test(image.replace(/:[^:]*$/, "")))?.[1];
      if (!image || !vendor || /exporter|admin|backup|bouncer|pool/.test(image)) return [];
      const source = `${path}:${i + 1}`;
      const version = versionIn(image);
      return [{ vendor, source, version: version ? { value: version, source } : null }];
    });
  });
  return found.sort((a, b) => distanceTo(root, a.source) - distanceTo(root, b.source));
}

/** `postgres:16.2-alpine`, `pgvector/pgvector:pg16`, `postgres:${POSTGRES_VERSION:-16}`; null for `latest`. */
function versionIn(image: string): string | null {
  const tag = /:([^/]*)$/.exec(image.replace(/\$\{\w+:?-([^}]*)\}/g, "$1"))?.[1] ?? "";
  return /^(?:latest-|\d+(?:\.\d+)*-)?pg(\d+)/.exec(tag)?.[1] ?? /^(\d+(?:\.\d+)?)/.exec(tag)?.[1] ?? null;
}
