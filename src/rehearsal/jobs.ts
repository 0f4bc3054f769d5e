import { releaseTables } from "../django/bind/release.ts";
import type { Point } from "../history/walk.ts";
import type { MigrationRecord, OperationRecord } from "../safety/types.ts";
import type { Release, ReleaseTable } from "../safety/release.ts";
import type { Statement } from "../schema/change.ts";
import type { Dialect } from "../sql/dialect.ts";
import { extensionsIn } from "./extensions.ts";
import type { Job, Probe, Stage, StageCell, StageMigration, StageStatement } from "./job.ts";
import { type Phrases, phrasesOf } from "./phrases.ts";
import { deletesOf, probesOf } from "./probes.ts";
import { schemaAttempts } from "./schema-sql.ts";
import { allowedBy, parentsOf, rowCounts, seedsOf } from "./seeds.ts";
import { asksForRules, databaseOnlyRules } from "./rules.ts";
import { namedIn, partOf, renamedFrom, touchedTables } from "./touched.ts";
import { sample } from "./values.ts";

/** What is rehearsed: the points before and after, and the plan's releases as the replay has them. */
export interface RehearsalInput {
  readonly dialect: Dialect;
  readonly running: Point;
  readonly last: Point;
  readonly migrations: readonly MigrationRecord[];
  /** Each release of the plan; null without a plan. */
  readonly plan: readonly { readonly before: Point; readonly after: Point; readonly migrations: readonly MigrationRecord[] }[] | null;
  /** What the plan has no recipe for: then it proves nothing. */
  readonly incomplete: boolean;
}

/** The pull request as it stands, and the plan: each on a server of its own. */
export interface Jobs {
  readonly asItStands: Job;
  readonly plan: Job | null;
}

const cleaned = "A later release of the plan asks all rows to keep a rule, and its gate asks for that first: duplicates and values at the ends of the types were written and taken back, so that they are not in its way";

interface Side {
  readonly name: string;
  readonly point: Point;
  readonly release: Release & { readonly tables: ReadonlyMap<string, ReleaseTable> };
}

/** Pure: the same input, the same jobs. */
export function jobsOf(input: RehearsalInput): Jobs {
  const all = [...input.migrations, ...(input.plan ?? []).flatMap((release) => release.migrations)];
  const touched = touchedTables(all);
  const schemas = [input.running.schema, input.last.schema, ...(input.plan ?? []).map(({ after }) => after.schema)];
  const known = new Set([...touched].flatMap((name) => [name, ...schemas.flatMap((schema) => parentsOf(schema.tables.get(name)))]));
  const schema = partOf(input.running.schema, new Set([...known, ...namedIn(all, input.running.schema)]));
  // Tables that are to come refer to rows, too.
  const grown = { tables: new Map([...schemas.flatMap(({ tables }) => [...tables].filter(([name]) => touched.has(name))), ...schema.tables]) };
  // In a table that is new a first duplicate is none.
  const passing = ({ statement, table }: Probe) => statement === "INSERT with a duplicate" && !schema.tables.has(table);
  const former = renamedFrom(all);
  const phrases = phrasesOf(input.dialect);
  const make = (sides: readonly Side[], releases: readonly (readonly MigrationRecord[])[], names: readonly string[]): Job => {
    const taken = new Map<string, number>();
    const counts = rowCounts(grown, 12 * (releases.length + 1));
    const next = (table: string): number => {
      // A table by its new name has the rows of the old one.
      const first = former.get(table) ?? table;
      const n = (taken.get(first) ?? counts.get(first) ?? 3) + 1;
      taken.set(first, n);
      return n;
    };
    const clean = asksForRules(releases.slice(1).flat());
    const cell = (side: Side, home: boolean, kept: readonly string[] = []): StageCell => ({
      release: side.name,
      home,
      kept: [...keptBy(side), ...kept],
      probes: probes(side, touched, known, next, phrases).map((probe) => (passing(probe) || (clean && /duplicate|least|greatest/.test(probe.statement)) ? { ...probe, stays: false } : probe)),
    });
    const stages: Stage[] = [{ schema: "today", migrations: [], cells: [cell(sides[0]!, true)] }];
    for (const [at, migrations] of releases.entries()) {
      const after = sides[at + 1]!;
      stages.push({ schema: names[at]!, migrations: migrations.map((migration) => stageMigration(migration, after, touched, phrases)), cells: [cell(sides[at]!, false, at === 0 ? [] : databaseOnlyRules(migrations)), cell(after, true)] });
    }
    const setup = schemaAttempts(schema, input.dialect);
    const texts = [...setup.flatMap(({ sql }) => sql), ...stages.flatMap((stage) => stage.migrations.flatMap(({ statements }) => statements.map(({ sql }) => sql ?? "")))];
    return { notes: clean ? [cleaned] : [], extensions: extensionsIn(texts), setup, seeds: seedsOf(schema, phrases, counts), stages };
  };
  const running = sideOf("running release", input.running);
  const planned = input.plan?.map(({ after }, at) => sideOf(`release ${at + 1}`, after)) ?? [];
  return {
    asItStands: make([running, sideOf("this pull request", input.last)], [input.migrations], ["this pull request"]),
    plan: input.plan && input.plan.length > 0 ? make([running, ...planned], input.plan.map((release) => release.migrations), planned.map(({ name }) => name)) : null,
  };
}

function sideOf(name: string, point: Point): Side {
  return { name, point, release: releaseTables(point.bound) };
}

/** Constraints of the models: validation and code keep to them before the database does. */
function keptBy({ point }: Side): readonly string[] {
  return point.bound.keys.flatMap((key) => [...(point.bound.get(key)?.state?.constraints.keys() ?? [])]);
}

/** Everything for the tables that change; of those they refer to, the deletes. */
function probes({ name, point, release }: Side, touched: ReadonlySet<string>, known: ReadonlySet<string>, next: (table: string) => number, phrases: Phrases): readonly Probe[] {
  const tables = [...release.tables.values()].filter(({ table }) => touched.has(table) || known.has(table));
  return tables.flatMap((table) => {
    const context = { release, releaseName: name, tables, schema: point.schema, next, phrases, allowed: (column: string) => allowedBy(point.schema.tables.get(table.table), column) };
    return touched.has(table.table) ? probesOf(table, context) : deletesOf(table, context);
  });
}

function stageMigration(migration: MigrationRecord, after: Side, touched: ReadonlySet<string>, phrases: Phrases): StageMigration {
  const name = `${migration.app}.${migration.name}`;
  return { name, atomic: migration.atomic, statements: [...migration.operations.flatMap((record) => statementsOf(record, after, touched, phrases)), ...migration.deferred.map((statement) => statementOf(statement, after))] };
}

function statementsOf(record: OperationRecord, after: Side, touched: ReadonlySet<string>, phrases: Phrases): readonly StageStatement[] {
  const label = `${record.type}${record.target === null ? "" : ` ${record.target}`}`;
  if (record.type === "RunPython") {
    const standIn = backfills(after, touched, phrases);
    return [{ sql: null, label, left: standIn.length > 0 ? "Python code: in its place every NULL in a column that the models call NOT NULL was filled" : "Python code", standIn }];
  }
  if (record.statements.length === 0 && record.unknown !== null) return [{ sql: null, label, left: record.unknown, standIn: [] }];
  return record.statements.map((statement) => statementOf(statement, after, label));
}

function statementOf({ sql, unknown, change }: Statement, after: Side, label = ""): StageStatement {
  if (sql === null) return { sql: null, label, left: unknown ?? "its SQL is not known", standIn: [] };
  // A value that only Python computes stands in the SQL as '<name>'.
  const run = sql.replace(/'<[\w.]+>'/g, () => sample(typeWritten(change, after), 1));
  return run === sql ? { sql, label, left: null, standIn: [] } : { sql: null, label: sql, left: "a value that Python computes: another one of its type in its place", standIn: [run] };
}

/** The type of the column that a change writes to. */
function typeWritten(change: Statement["change"], { point }: Side): string | null {
  if (change.kind === "AddColumn") return typeof change.column.type === "string" ? change.column.type : null;
  const column = change.kind === "AlterColumn" ? change.actions[0]?.column : "column" in change ? change.column : null;
  return (column != null && "table" in change && change.table !== null && point.schema.tables.get(change.table)?.columns.get(column)?.type) || null;
}

/** What a backfill is for: columns that still take NULL in the database while the models say they hold none. */
function backfills({ point: { schema }, release }: Side, touched: ReadonlySet<string>, { quote, randomText, randomUuid }: Phrases): readonly string[] {
  return [...release.tables.values()].flatMap((table) =>
    [...table.columns.values()].flatMap((column) => {
      if (!touched.has(table.table) || column.null || column.generated || column.primaryKey || !schema.tables.get(table.table)?.columns.has(column.column)) return [];
      const value = column.unique && /^(varchar|char|text)/.test(column.type ?? "") ? randomText : column.type === "uuid" ? randomUuid : sample(column.type, 1);
      return [`UPDATE ${quote(table.table)} SET ${quote(column.column)} = ${value} WHERE ${quote(column.column)} IS NULL`];
    }),
  );
}

