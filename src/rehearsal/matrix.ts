import { disagreements } from "./agree.ts";
import type { RehearsalInput } from "./jobs.ts";
import type { Told } from "./job.ts";
import type { Ended } from "./rehearse.ts";
import type { Cell, Rehearsal, RehearsalRow, RehearsedStep } from "./types.ts";

/** What the two workers told, as one matrix: schemas down, releases across. */
export function matrixOf(input: RehearsalInput, ended: { readonly asItStands: Ended; readonly plan: Ended | null }): Rehearsal {
  const { plan, incomplete } = input;
  const planned = plan?.map((_, at) => `release ${at + 1}`) ?? [];
  const releases = ["running release", "this pull request", ...planned];
  const first = rowsOf(ended.asItStands.told, ["today", "this pull request"], releases);
  const second = ended.plan === null ? [] : rowsOf(ended.plan.told, planned, releases);
  const told = [...ended.asItStands.told, ...(ended.plan?.told ?? [])];
  const server = told.find((one) => one.kind === "server");
  const stopped = [...new Set([said(ended.asItStands, "The pull request"), ended.plan && said(ended.plan, "The plan")].filter((one) => one !== null))];
  const today = first[0]?.cells[0];
  const proven = ended.plan !== null && stopped.length === 0 && !incomplete && plan !== null && holds(today) && (today?.of ?? 0) > 0 && second.length === plan.length && second.every((row, at) => holdsRow(row, at === 0 ? 0 : at + 1, at + 2));
  return { server: server ? `PostgreSQL ${server.version.split(".")[0]}` : null, stopped: stopped.length > 0 ? stopped.join(" ") : null, releases, rows: [...first, ...second], proven, notes: [...notes(told), ...otherwise(input, [...first, ...second])] };
}

function said({ stopped }: Ended, what: string): string | null {
  return stopped === null ? null : `${what}: ${stopped}`;
}

function rowsOf(told: readonly Told[], schemas: readonly string[], releases: readonly string[]): RehearsalRow[] {
  return schemas.flatMap((schema) => {
    const cells = told.filter((one) => one.kind === "cell").filter((one) => one.schema === schema);
    const steps = told.filter((one) => one.kind === "step").filter((one) => one.schema === schema).map(({ step }) => step);
    if (cells.length === 0 && steps.length === 0) return [];
    return [{ schema, cells: releases.map((release) => cells.find((one) => one.release === release)?.cell ?? null), steps }];
  });
}

function holds(cell: Cell | null | undefined): boolean {
  return cell !== null && cell !== undefined && cell.held === cell.of;
}

/** The release before and the release itself on the release's schema, and every one of its steps. */
function holdsRow({ cells, steps }: RehearsalRow, before: number, own: number): boolean {
  return holds(cells[before]) && holds(cells[own]) && steps.every(ran);
}

/** A stand-in counts as run, and is said. */
function ran({ error, left }: RehearsedStep): boolean {
  return error === null && (left === null || left.includes("in its place"));
}

/** What the server reports and the lock tables do not have, or the other way round. */
function otherwise({ dialect, running, last, migrations, plan }: RehearsalInput, rows: readonly RehearsalRow[]): readonly string[] {
  if (dialect.vendor !== "postgresql") return [];
  const stages = [{ schema: "this pull request", migrations, before: running, after: last }, ...(plan ?? []).map((release, at) => ({ schema: `release ${at + 1}`, ...release }))];
  return stages.flatMap((stage) => disagreements(stage.migrations, stage.before.schema, stage.after.schema, rows.find(({ schema }) => schema === stage.schema)?.steps ?? [])).map((line) => `Not as the lock tables have it: ${line}.`);
}

function notes(told: readonly Told[]): readonly string[] {
  const left = told.flatMap((one) => (one.kind === "step" && one.step.left !== null ? [`${one.step.migration}: ${one.step.sql.split("\n")[0]!.slice(0, 120)}: ${one.step.left}.`] : []));
  return [...new Set([...told.flatMap((one) => (one.kind === "note" ? [`${one.note}.`] : [])), ...left])].slice(0, 40);
}
