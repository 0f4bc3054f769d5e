import { changesOf } from "../../schema/change.ts";
import type { Database } from "../../django/project.ts";
import type { Schema } from "../../schema/schema.ts";
import type { BlockedDelete } from "../breakage/blockedDeletes.ts";
import type { Loss } from "../breakage/losses.ts";
import type { Finding, OperationRecord } from "../types.ts";
import { longTextIndexes } from "./longText.ts";
import { messages, type Facts } from "./messages.ts";
import { dataMigrations, irreversible } from "./operation.ts";
import { ruleIds, rules, type RuleId } from "./rules.ts";

/** Everything a record knows but its findings, and what has no place in it. */
export interface FindingParts extends Omit<OperationRecord, "findings" | "losesData" | "index" | "lastLine" | "target" | "newNeedsItFirst"> {
  /** Why its effect on the running release cannot be known. */
  readonly doubts: readonly string[];
  readonly losses: readonly Loss[];
  readonly blockedDeletes: readonly BlockedDelete[];
  readonly after: Schema;
  readonly database: Database;
}

type Told = { readonly [Id in RuleId]: { readonly rule: Id; readonly facts: Facts[Id] } }[RuleId];

/** What there is to tell about an operation, in the order of the rules: what is not known first, notes last. */
export function findingsOf(parts: FindingParts): Finding[] {
  const told = [...unknowns(parts), ...broken(parts), ...onRows(parts), ...waits(parts), ...notes(parts)];
  const possible = told.filter(({ rule }) => rules[rule].databases.includes(parts.database.vendor));
  return possible.sort((a, b) => ruleIds.indexOf(a.rule) - ruleIds.indexOf(b.rule)).map((each) => finding(each, parts));
}

function finding<Id extends RuleId>({ rule, facts }: { readonly rule: Id; readonly facts: Facts[Id] }, parts: FindingParts): Finding {
  return { rule, level: rules[rule].level, message: messages[rule](facts), place: parts.place, advice: rules[rule].advice };
}

function unknowns({ unknown, doubts }: FindingParts): Told[] {
  const reasons = [...new Set([...doubts, ...(unknown === null ? [] : [unknown])])];
  return reasons.map((reason) => ({ rule: "unknown-operation", facts: { reason } }));
}

function broken({ breaks }: FindingParts): Told[] {
  const told: Told[] = [];
  const [running, fresh] = [breaks.filter(({ release }) => release === "running"), breaks.filter(({ release }) => release === "new")];
  if (running.length > 0) told.push({ rule: "breaks-running-release", facts: { breakages: running } });
  if (fresh.length > 0) told.push({ rule: "breaks-new-release", facts: { breakages: fresh } });
  return told;
}

function onRows({ failsOnExistingRows, losses }: FindingParts): Told[] {
  const told: Told[] = [];
  const [changed, dropped] = [losses.filter(({ kind }) => kind === "changed"), losses.filter(({ kind }) => kind === "dropped")];
  if (failsOnExistingRows !== null) told.push({ rule: "fails-on-existing-rows", facts: { error: failsOnExistingRows } });
  if (changed.length > 0) told.push({ rule: "loses-data", facts: { losses: changed } });
  if (dropped.length > 0) told.push({ rule: "drops-data", facts: { losses: dropped } });
  return told;
}

function waits({ impact }: FindingParts): Told[] {
  const told: Told[] = [];
  const tables = Object.keys(impact.locks).sort();
  if (impact.blocksReads) told.push({ rule: "blocks-reads", facts: { locks: impact.locks, tables } });
  else if (impact.blocksWrites) told.push({ rule: "blocks-writes", facts: { locks: impact.locks, tables } });
  if (impact.rewrites.length > 0) told.push({ rule: "rewrites-table", facts: { tables: impact.rewrites } });
  return told;
}

function notes(parts: FindingParts): Told[] {
  const told: Told[] = [];
  if (parts.blockedDeletes.length > 0) told.push({ rule: "blocks-deletes", facts: { deletes: parts.blockedDeletes } });
  const changes = [...parts.statements, ...parts.deferred].flatMap(changesOf);
  for (const facts of longTextIndexes(changes, parts.after)) told.push({ rule: "long-values-in-index", facts });
  for (const name of dataMigrations(parts.operation)) told.push({ rule: "data-migration", facts: { function: name } });
  for (const type of irreversible(parts.operation)) told.push({ rule: "irreversible", facts: { type } });
  return told;
}
