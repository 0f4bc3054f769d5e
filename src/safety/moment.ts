import type { MigrationRecord, Moment, OperationRecord } from "./types.ts";

/** The keys (`shop.0042_order`) of what a migration depends on. */
export type ParentsOf = (migration: MigrationRecord) => Iterable<string>;

/**
 * When each migration of a change may run: by its own operations, those of what must run before it, and what needs it. A breakage that a comment accepts
 * is one all the same, so the migration waits where waiting helps; what nobody understands counts as understood where a comment accepts it.
 * The migrations come in the order in which they run; `unread` are the keys of those whose files could not be read.
 */
export function withMoments(migrations: readonly MigrationRecord[], parentsOf: ParentsOf, unread: ReadonlySet<string>): readonly MigrationRecord[] {
  const nodes = migrations.map((migration): Node => ({ migration, key: `${migration.app}.${migration.name}`, parents: [...parentsOf(migration)], ...factsOf(migration) }));
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  const parents = (node: Node) => node.parents.flatMap((key) => byKey.get(key) ?? []);

  for (const node of nodes) {
    node.unknown ||= node.parents.some((key) => unread.has(key));
    for (const parent of parents(node)) for (const fact of ["unknown", "breaksRunning", "accepted", "breaksNew"] as const) node[fact] ||= parent[fact];
  }
  for (const node of nodes.toReversed()) if (node.needed) for (const parent of parents(node)) parent.needed = true;
  const moments = new Map<string, Moment>();
  for (const node of nodes) {
    // What has to run before it may itself have no moment, because of something else that needs that.
    const blocked = node.parents.some((key) => moments.get(key) === "never");
    moments.set(node.key, blocked ? "never" : momentOf(node));
  }
  return nodes.map(({ migration, key }) => ({ ...migration, moment: moments.get(key)! }));
}

interface Facts {
  unknown: boolean;
  breaksRunning: boolean;
  /** A comment accepts that it breaks the running release. */
  accepted: boolean;
  breaksNew: boolean;
  /** The new release fails without it. */
  needed: boolean;
}

interface Node extends Facts {
  readonly migration: MigrationRecord;
  readonly key: string;
  readonly parents: readonly string[];
}

function factsOf({ operations }: MigrationRecord): Facts {
  const breaks = (release: "running" | "new") => operations.some((record) => record.breaks.some((breakage) => breakage.release === release));
  return {
    unknown: operations.some(isUnknown),
    breaksRunning: breaks("running"),
    accepted: operations.some((record) => record.accepted?.includes("breaks-running-release") === true),
    breaksNew: breaks("new"),
    needed: operations.some((record) => record.newNeedsItFirst),
  };
}

function momentOf({ unknown, breaksRunning, accepted, breaksNew, needed }: Facts): Moment {
  if (breaksNew || (breaksRunning && needed)) return "never";
  if (unknown) return "unknown";
  return breaksRunning || (accepted && !needed) ? "after" : "before";
}

function isUnknown({ phase, unknown, statements, accepted = [] }: OperationRecord): boolean {
  return (phase === "unknown" || unknown !== null || statements.some(({ sql }) => sql === null)) && !accepted.includes("unknown-operation");
}
