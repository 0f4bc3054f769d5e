import { type GraphMigration, type NeedsParsing, scanMigration } from "../django/graph/scan.ts";
import type { OpenProject } from "./open.ts";

type Scanned = GraphMigration | NeedsParsing;

/** What the texts of migrations say of the graph: each is looked at once, and not again where another commit has it as it is. */
export class Scans {
  readonly #text: (path: string) => string | null;
  readonly #known: Map<string, Scanned>;

  constructor(text: (path: string) => string | null, already?: { readonly projects: readonly OpenProject[]; readonly same: ReadonlySet<string> }) {
    this.#text = text;
    this.#known = new Map(already?.projects.flatMap(({ scans }) => [...scans.#known].filter(([key]) => already.same.has(key.slice(key.indexOf("\n") + 1)))));
  }

  of(app: string, name: string, path: string): Scanned {
    const key = `${app}\n${path}`;
    let scanned = this.#known.get(key);
    if (scanned === undefined) this.#known.set(key, (scanned = scanMigration({ app, name }, path, this.#text(path) ?? "")));
    return scanned;
  }
}
