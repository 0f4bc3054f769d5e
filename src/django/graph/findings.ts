import type { Place } from "../../place.ts";
import type { MigrationKey } from "../operation.ts";
import type { Finding } from "../../safety/types.ts";
import { circles } from "./circles.ts";
import type { Graph, MissingDependency, Node } from "./graph.ts";
import { compareText, keyOf } from "./key.ts";
import { leafNodes } from "./order.ts";
import type { GraphMigration } from "./scan.ts";
import { code, codeKey } from "./words.ts";

export interface GraphFindingsOptions {
  /** Keys of the migrations that the change adds, so that the advice is to edit those and not released ones. */
  readonly added?: ReadonlySet<string>;
}

/** What Django refuses about a graph: each with the file to change and how. Sorted by rule, then place. */
export function graphFindings(graph: Graph, options: GraphFindingsOptions = {}): readonly Finding[] {
  const added = options.added ?? new Set<string>();
  return [
    ...graph.missing.map((edge) => missingDependency(graph, edge)),
    ...circles(graph).map((circle) => circularDependency(circle, added)),
    ...graph.circularReplaces.map(circularReplaces),
    ...conflicts(graph).map((leaves) => conflictingLeafNodes(graph, leaves, added)),
  ];
}

/** Apps with more than one leaf (MigrationLoader.detect_conflicts). Where an edge inside the app is missing or a file could not be read, its leaves are not known. */
export function conflicts(graph: Graph): readonly (readonly Node[])[] {
  const torn = new Set(graph.missing.filter(({ origin, missing }) => origin.app === missing.app).map(({ missing }) => missing.app));
  for (const node of graph.nodes.values()) if (node.unread && node.parents.size === 0) torn.add(node.app);
  const byApp = new Map<string, Node[]>();
  for (const leaf of leafNodes(graph)) {
    if (leaf.migration) byApp.set(leaf.app, [...(byApp.get(leaf.app) ?? []), leaf]);
  }
  return [...byApp.values()].filter((leaves) => leaves.length > 1 && !torn.has(leaves[0]!.app));
}

function missingDependency(graph: Graph, { origin, missing, through }: MissingDependency): Finding {
  const near = nearest(graph, missing);
  const instead = near ? `If it is ${code(near.name)} that is meant, write ${pair(near)} there.` : `App ${code(missing.app)} has no migration it could mean.`;
  return {
    rule: "missing-dependency",
    level: "error",
    message: `${codeKey(origin)} names ${codeKey(missing)} in ${code(through)}, and there is no such migration.`,
    place: placeOf(origin),
    advice: `Add the file of ${code(missing.name)}, or change ${code(through)} in ${code(origin.path)}. ${instead}`,
  };
}

function circularDependency(circle: readonly GraphMigration[], added: ReadonlySet<string>): Finding {
  const suspect = circle.find((migration) => added.has(keyOf(migration))) ?? circle[0]!;
  return {
    rule: "circular-dependency",
    level: "error",
    message: `These migrations depend on each other in a circle: ${[...circle, circle[0]!].map(codeKey).join(" → ")}.`,
    place: placeOf(suspect),
    advice: `Take one of the dependencies away: move the operation that needs the other app (usually a ForeignKey) to a migration of its own that comes after both. Begin with ${code(suspect.path)}.`,
  };
}

function circularReplaces(migration: GraphMigration): Finding {
  return {
    rule: "circular-dependency",
    level: "error",
    message: `${codeKey(migration)} replaces a migration that replaces it in turn.`,
    place: placeOf(migration),
    advice: `Take the migration that squashes it out of \`replaces\` in ${code(migration.path)}.`,
  };
}

function conflictingLeafNodes(graph: Graph, leaves: readonly Node[], added: ReadonlySet<string>): Finding {
  const app = leaves[0]!.app;
  const fresh = leaves.filter((leaf) => added.has(leaf.key));
  const released = leaves.filter((leaf) => !added.has(leaf.key));
  const movable = fresh.length === 1 && released.length === 1 ? { first: firstAdded(graph, fresh[0]!, added), after: released[0]! } : null;
  const merge = `run ${code(`python manage.py makemigrations --merge ${app}`)}`;
  return {
    rule: "conflicting-leaf-nodes",
    level: "error",
    message: `App ${code(app)} has ${leaves.length} last migrations: ${leaves.map((leaf) => code(leaf.name)).join(" and ")}. \`migrate\` refuses to run.`,
    place: placeOf((movable?.first ?? fresh[0] ?? leaves.at(-1)!).migration!),
    advice: movable
      ? `In ${code(movable.first.migration!.path)}, depend on ${pair(movable.after)}${renumbered(movable.first.name, movable.after.name)}. Or ${merge} and commit the file it writes.`
      : `${merge.replace("run", "Run")} and commit the file it writes.`,
  };
}

/** The first migration of the change on the way to a leaf: the one to move. */
function firstAdded(graph: Graph, leaf: Node, added: ReadonlySet<string>): Node {
  const seen = new Set<string>();
  let node = leaf;
  while (!seen.has(node.key)) {
    seen.add(node.key);
    const before = [...node.parents].sort(compareText).map((key) => graph.nodes.get(key)!).find((parent) => parent.app === leaf.app && added.has(parent.key));
    if (!before) return node;
    node = before;
  }
  return leaf;
}

/** ` and rename it to …`, where both names are numbered and the number is taken. */
function renumbered(name: string, after: string): string {
  const [own, last] = [/^(\d{4})_(.+)$/.exec(name), /^(\d{4})_/.exec(after)];
  if (!own || !last || Number(own[1]) > Number(last[1])) return "";
  return ` and rename the file to ${code(`${String(Number(last[1]) + 1).padStart(4, "0")}_${own[2]}.py`)}`;
}

/** The migration that was probably meant: the same number, else the last of the app. */
function nearest(graph: Graph, missing: { readonly app: string; readonly name: string }): GraphMigration | null {
  const inApp = [...graph.full.values()].filter((node) => node.app === missing.app && node.migration).sort((a, b) => compareText(a.key, b.key));
  const number = /^\d{4}/.exec(missing.name)?.[0];
  const found = (number && inApp.find((node) => node.name.startsWith(number))) || inApp.at(-1);
  return found?.migration ?? null;
}

/** A dependency as it is written. */
function pair(key: MigrationKey): string {
  return code(`("${key.app}", "${key.name}")`);
}

/** Where a migration's class stands; null for a built-in one. */
export function placeOf(migration: GraphMigration): Place | null {
  return migration.path === null ? null : { path: migration.path, line: migration.line };
}
