import { modelOfTable } from "../../django/bind/model-of-table.ts";
import { releaseTables } from "../../django/bind/release.ts";
import { leafNodes } from "../../django/graph/order.ts";
import type { LeftPending } from "../../history/pending.ts";
import type { Point } from "../../history/walk.ts";
import { breakages } from "../../safety/breakage/breakages.ts";
import { isSql } from "../../safety/findings/usage.ts";
import { failing } from "../../safety/findings/words.ts";
import type { Release } from "../../safety/release.ts";
import type { Schema } from "../../schema/schema.ts";
import type { UsageSummary } from "../../usage/summary.ts";
import { codeSpan } from "../../code-span.ts";
import { numbering, type Numbering } from "../files/numbering.ts";
import type { PlanInput } from "../plan.ts";
import { keptByCode, wordsOf } from "../proof.ts";
import { sqlOf } from "../releases.ts";
import { withOnlineDdl } from "../sql/online-ddl.ts";
import { replayFiles, type Replayed } from "../sql/replay.ts";
import type { PlanFile } from "../train.ts";
import { writeMigration } from "../write/migration.ts";
import { Unwritable } from "../write/python.ts";
import { contracting, type Contracting } from "./migrations.ts";
import type { Contract } from "./types.ts";

/** What contracts are made from and held against. */
export interface ContractInput extends Pick<PlanInput, "project" | "context" | "overlay"> {
  /** The head: every migration applied. */
  readonly last: Point;
  /** What the running release's ORM reads and writes, and what a person calls it: `v4.3`. */
  readonly running: Release;
  readonly runningName: string;
  /** Where the head's code and the running release's name what is pending; null where that was not looked for. */
  readonly usages: (pending: LeftPending) => readonly (UsageSummary | null)[];
}

/** One contract for each of what is pending. Those that may ship now are numbered first, so that they can be taken without the others. */
export function contractsOf<P extends LeftPending>(pending: readonly P[], input: ContractInput): ReadonlyMap<P, Contract> {
  const alone = new Map(referringFirst(pending, input.last.schema).map((one) => [one, made(one, input, numbering(input.project.graph))] as const));
  const numbers = numbering(input.project.graph);
  const contracts = new Map<P, Contract>();
  let point = input.last;
  for (const safe of ["now", "look first", "not yet", "unknown"] as const) {
    for (const [one, first] of alone) {
      if (first.contract.safe !== safe) continue;
      const again = first.replayed === null ? first : made(one, { ...input, last: point }, numbers);
      // What one contract does has no effect on whether another may ship.
      contracts.set(one, again.replayed === null ? again.contract : { ...again.contract, safe, because: first.contract.because });
      if (again.replayed !== null) point = again.replayed.after;
    }
  }
  return contracts;
}

/** Of tables that go those first that refer to others of them: dropping one that is referred to takes the others' constraints along. */
function referringFirst<P extends LeftPending>(pending: readonly P[], schema: Schema): readonly P[] {
  const left = new Set(pending.filter(({ what }) => what === "table"));
  const ordered: P[] = [];
  const refersTo = (one: P, other: P) => one !== other && [...(schema.tables.get(one.table)?.constraints.values() ?? [])].some((constraint) => constraint.kind === "foreign key" && constraint.toTable === other.table);
  while (left.size > 0) {
    const [free = [...left][0]!] = [...left].filter((one) => ![...left].some((other) => refersTo(other, one)));
    left.delete(free);
    ordered.push(free);
  }
  return [...pending.filter(({ what }) => what !== "table"), ...ordered];
}

interface Made {
  readonly contract: Contract;
  /** null where there is no migration. */
  readonly replayed: Replayed | null;
}

function made(pending: LeftPending, input: ContractInput, numbers: Numbering): Made {
  const { last, context, project } = input;
  const none = (without: string): Made => ({ contract: { safe: "unknown", because: "", gate: null, files: [], sql: [], without }, replayed: null });
  const does = contracting(pending, { last, dialect: context.dialect, database: project.facts.database.value });
  if (typeof does === "string") return none(does);
  const app = appOf(pending, input);
  if (app === null) return none("its app has no migrations in this repository");
  const files = written(online(does, app, input), app, numbers);
  if (typeof files === "string") return none(files);
  const replayed = replayFiles(files, last, input.running, { facts: project.facts, overlay: input.overlay, context });
  const problem = replayed.problems[0];
  if (problem) return none(`the migration cannot be replayed: ${problem.message}`);
  const sql = replayed.migrations.flatMap((migration) => migration.operations.flatMap(sqlOf));
  return { contract: { ...judged(pending, replayed, input), gate: does.gate, files: files.map(({ path, text }) => ({ path, text })), sql, without: null }, replayed };
}

/** The app whose migration it is: the model's, or that of the migration that left it. */
function appOf({ table, leftBy }: LeftPending, { last, project }: ContractInput): string | null {
  const apps = new Set(leafNodes(project.graph).flatMap((node) => (node.migration?.path ? [node.app] : [])));
  return [modelOfTable(table, last.bound)?.app, leftBy?.split(".")[0]].find((app) => app !== undefined && apps.has(app)) ?? null;
}

/** MySQL and MariaDB refuse rather than copy the table. */
function online(does: Contracting, app: string, { last, context, project }: ContractInput): Contracting {
  let point = last;
  const migrations = does.migrations.map((migration) => {
    const { operations, after } = withOnlineDdl(migration.operations, { app, point, context, database: project.facts.database.value });
    point = after;
    return { ...migration, operations };
  });
  return { ...does, migrations };
}

function written({ migrations, back = [] }: Contracting, app: string, numbers: Numbering): readonly PlanFile[] | string {
  try {
    return migrations.map((migration) => {
      const { name, path, dependencies } = numbers.next(app, migration.name);
      const text = writeMigration({ comments: back, dependencies, atomic: migration.atomic, operations: migration.operations, functions: [], modules: [], names: new Map() });
      return { app, name, path, before: null, text };
    });
  } catch (error) {
    if (error instanceof Unwritable) return `it cannot be written, for ${error.message}`;
    throw error;
  }
}

/** May it ship next? By the statements that fail after it, then by what the code names. */
function judged(pending: LeftPending, { migrations }: Replayed, { running, runningName, usages, last, project }: ContractInput): Pick<Contract, "safe" | "because"> {
  const operations = migrations.flatMap((migration) => migration.operations);
  // What fails of the head on its own schema, such as an INSERT without a column that is left over and NOT NULL, is none of the contract's doing.
  const broken = new Set(breakages(releaseTables(last.bound), last.schema, last.schema, { tables: new Set(operations.flatMap((record) => record.breaks.map(({ table }) => table))), database: project.facts.database.value, changes: [], side: "new" }).map(wordsOf));
  // A column that the models of the running release call NOT NULL gets no NULL from them, whatever the rule is made of.
  const strict = pending.what === "nullability" && running.tables.get(pending.table)?.columns.get(pending.name ?? "")?.null === false;
  const breaks = operations.flatMap((record) => record.breaks.filter((breakage) => !(strict && keptByCode(record, breakage)) && !broken.has(wordsOf(breakage))));
  const ofRunning = breaks.filter(({ release }) => release === "running");
  if (ofRunning.length > 0) {
    const whole = pending.what === "table" || pending.what === "column" || pending.what === "field";
    const knows = whole && (pending.name === null ? running.tables.has(pending.table) : running.tables.get(pending.table)?.columns.has(pending.name) === true);
    return { safe: "not yet", because: `The running release (${codeSpan(runningName)}) ${knows ? "still has it in its models" : "still relies on it"}: ${failing(ofRunning)} would fail.` };
  }
  if (breaks.length > 0) return { safe: "not yet", because: `The code itself still relies on it: ${failing(breaks)} would fail.` };
  const unknown = operations.find((record) => record.phase === "unknown" || record.unknown !== null);
  if (unknown) return { safe: "unknown", because: `What it does to the running release cannot be told${unknown.unknown === null ? "" : `: ${unknown.unknown}`}.` };
  const looked = usages(pending);
  const found = looked.filter((summary) => summary !== null);
  if (found.some(({ first }) => isSql(first))) return { safe: "not yet", because: "Raw SQL still names it." };
  if (found.some(({ certain, likely }) => certain + likely > 0)) return { safe: "look first", because: `The models of the running release (${codeSpan(runningName)}) do not use it, but code still names it.` };
  const named = pending.what === "table" || pending.what === "column" || pending.what === "field";
  if (named && (found.length < looked.length || found.some(({ incomplete }) => incomplete))) return { safe: "look first", because: `No statement of the running release (${codeSpan(runningName)}) uses it by its models; not all code could be looked at.` };
  return { safe: "now", because: `No statement of the running release (${codeSpan(runningName)}) uses it.` };
}

/** The release's tables without columns that its code does not use any more. */
export function withoutColumns(release: ReturnType<typeof releaseTables>, columns: ReadonlyMap<string, ReadonlySet<string>>): Release {
  const tables = new Map(release.tables);
  for (const [name, gone] of columns) {
    const table = tables.get(name);
    if (table) tables.set(name, { ...table, columns: new Map([...table.columns].filter(([column]) => !gone.has(column))) });
  }
  return { tables };
}
