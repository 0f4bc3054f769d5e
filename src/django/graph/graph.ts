import { compareText, keyOf } from "./key.ts";
import type { Dependency, MigrationKey } from "../operation.ts";
import { applyReplacements } from "./replace.ts";
import type { GraphMigration } from "./scan.ts";

/** A migration in the graph, or one of an app that is not in the repository. */
export interface Node<M extends GraphMigration = GraphMigration> extends MigrationKey {
  readonly key: string;
  /** null for what is not there (external, missing) and for a file that could not be read. */
  readonly migration: M | null;
  /** It belongs to an app that is not in the repository, so nothing is known of it: not an error. */
  readonly external: boolean;
  /** Its file is there and could not be read. */
  readonly unread: boolean;
  /** Keys of what must run before it, and of what it must run before. */
  readonly parents: ReadonlySet<string>;
  readonly children: ReadonlySet<string>;
}

/** An edge to a migration that does not exist in an app of the repository. */
export interface MissingDependency {
  readonly origin: GraphMigration;
  readonly missing: MigrationKey;
  readonly through: "dependencies" | "run_before";
}

/** The graph of a project's migrations (django.db.migrations.graph and loader), by `app.name`. */
export interface Graph<M extends GraphMigration = GraphMigration> {
  /** As Django uses it on a fresh database: a squashed migration stands where those it replaces stood. */
  readonly nodes: ReadonlyMap<string, Node<M>>;
  /** As the files say: replaced migrations and squashed ones side by side. */
  readonly full: ReadonlyMap<string, Node<M>>;
  /** Replaced migration → the squashed migration that stands for it. */
  readonly replacedBy: ReadonlyMap<string, string>;
  readonly missing: readonly MissingDependency[];
  /** Squashed migrations that replace each other in a circle. */
  readonly circularReplaces: readonly GraphMigration[];
}

export interface GraphOptions {
  /** The model a swappable setting names (`users.User`), or null when nobody knows. */
  readonly swappable: (setting: string) => string | null;
  /** Labels of apps that are in the repository and have no migrations. */
  readonly unmigrated?: ReadonlySet<string>;
  /** Migrations whose file is there and could not be read; `edges` where a scan of the text found them. */
  readonly unread?: readonly Unread[];
}

export interface Unread extends MigrationKey {
  readonly edges: GraphMigration | null;
}

/** A node while the graph is made. */
export interface Making<M extends GraphMigration> extends Node<M> {
  readonly parents: Set<string>;
  readonly children: Set<string>;
}

/**
 * Makes the graph as Django's MigrationLoader.build_graph does with no migration applied. `builtin` are the migrations of apps that are not in
 * the repository but known (Django's own). Throws nothing: what Django would refuse is in `missing` and `circularReplaces`.
 */
export function buildGraph<M extends GraphMigration>(migrations: readonly M[], builtin: readonly M[], options: GraphOptions): Graph<M> {
  const kept = together(migrations, builtin);
  const unread = (options.unread ?? []).filter((one) => !kept.some((other) => keyOf(other) === keyOf(one)));
  const nodes = new Map<string, Making<M>>();
  for (const migration of kept) addNode(nodes, migration, { migration, external: false, unread: false });
  for (const one of unread) addNode(nodes, one, { migration: null, external: false, unread: true });
  const known = new Set([...migrations.map(({ app }) => app), ...unread.map(({ app }) => app), ...(options.unmigrated ?? [])]);
  const missing: MissingDependency[] = [];

  const connect = (origin: GraphMigration, other: MigrationKey, through: MissingDependency["through"]) => {
    if (!nodes.has(keyOf(other))) addNode(nodes, other, { migration: null, external: !known.has(other.app), unread: false });
    const node = nodes.get(keyOf(other))!;
    if (!node.migration && !node.external && !node.unread) missing.push({ origin, missing: { app: other.app, name: other.name }, through });
    const [child, parent] = through === "dependencies" ? [origin, other] : [other, origin];
    nodes.get(keyOf(child))!.parents.add(keyOf(parent));
    nodes.get(keyOf(parent))!.children.add(keyOf(child));
  };
  const edges: readonly GraphMigration[] = [...kept, ...unread.flatMap((one) => one.edges ?? [])];
  const dependenciesOf = new Map(edges.map((migration) => [migration, migration.dependencies.flatMap((dependency) => resolveSwappable(dependency, options))]));

  for (const migration of edges) {
    for (const parent of dependenciesOf.get(migration)!) {
      if (parent.app === migration.app && parent.name !== "__first__") connect(migration, parent, "dependencies");
    }
  }
  // Every __first__ and __latest__ is looked up among edges inside apps only, so that the order of files does not matter.
  const ends = appEnds(nodes);
  const settle = (key: MigrationKey, app: string): MigrationKey | null => {
    if (key.name !== "__first__" && key.name !== "__latest__") return key;
    if (key.app === app || options.unmigrated?.has(key.app)) return null;
    const found = ends.get(key.app);
    return found ? { app: key.app, name: key.name === "__first__" ? found.first : found.last } : key;
  };
  for (const migration of edges) {
    for (const parent of dependenciesOf.get(migration)!) {
      const settled = parent.app === migration.app ? null : settle(parent, migration.app);
      if (settled) connect(migration, settled, "dependencies");
    }
    for (const child of migration.runBefore) {
      const settled = settle(child, migration.app);
      if (settled) connect(migration, settled, "run_before");
    }
  }

  const full = new Map([...nodes].map(([key, node]) => [key, { ...node, parents: new Set(node.parents), children: new Set(node.children) }]));
  const { replacedBy, circular } = applyReplacements(nodes, edges);
  return { nodes, full, replacedBy, missing: missing.filter((edge) => nodes.has(keyOf(edge.missing))), circularReplaces: circular };
}

function addNode<M extends GraphMigration>(nodes: Map<string, Making<M>>, { app, name }: MigrationKey, what: Pick<Node<M>, "migration" | "external" | "unread">) {
  const key = keyOf({ app, name });
  nodes.set(key, { key, app, name, ...what, parents: new Set(), children: new Set() });
}

function resolveSwappable(dependency: Dependency, options: GraphOptions): MigrationKey[] {
  if (dependency.kind === "migration") return [dependency];
  const app = options.swappable(dependency.setting)?.split(".")[0];
  return app ? [{ app, name: "__first__" }] : [];
}

/** All of them in a fixed order. The repository's migrations stand before built-in ones of the same app: MIGRATION_MODULES puts them there. */
function together<M extends GraphMigration>(migrations: readonly M[], builtin: readonly M[]): readonly M[] {
  const own = new Set(migrations.map((migration) => migration.app));
  return [...migrations, ...builtin.filter((migration) => !own.has(migration.app))].sort((a, b) => compareText(keyOf(a), keyOf(b)) || compareText(a.path ?? "", b.path ?? ""));
}

/** For each app its first root and its first leaf by name (MigrationGraph.root_nodes and leaf_nodes). */
function appEnds(nodes: ReadonlyMap<string, Node>): ReadonlyMap<string, { readonly first: string; readonly last: string }> {
  const ends = new Map<string, { first: string; last: string }>();
  for (const node of [...nodes.values()].sort((a, b) => compareText(a.key, b.key))) {
    if (node.external) continue;
    const inApp = (keys: ReadonlySet<string>) => [...keys].some((key) => nodes.get(key)!.app === node.app);
    const found = ends.get(node.app) ?? { first: "", last: "" };
    if (!found.first && !inApp(node.parents)) found.first = node.name;
    if (!found.last && !inApp(node.children)) found.last = node.name;
    ends.set(node.app, found);
  }
  return new Map([...ends].filter(([, { first, last }]) => first && last));
}
