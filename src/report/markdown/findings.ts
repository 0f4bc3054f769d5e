import { findingPages } from "../../home.ts";
import type { Plan } from "../../plan/types.ts";
import type { Finding, Level, MigrationRecord } from "../../safety/types.ts";
import type { Detail } from "../detail.ts";
import { code, prose } from "../escape.ts";
import { isAboutModels, unknownReason } from "../judge.ts";
import { otherFindings } from "../restated.ts";
import type { Skipped } from "../types.ts";
import { count, listed } from "../words.ts";
import { bullets, folded, operationLabel, type Frame } from "./parts.ts";

const levelEmoji: Record<Level, string> = { error: "🔴", warning: "🟡", note: "🔵" };

/** Conflicts, edited and deleted migrations, models that were edited without one. It stands above everything else and has no heading of its own. */
export function graphSection(graph: readonly Finding[], detail: Detail): string {
  const part = (title: string, findings: readonly Finding[]) => (findings.length === 0 ? [] : [`${title}:\n\n${bullets(findings.map(findingLine), detail.bullets)}`]);
  return [...part("Models and migrations differ", graph.filter(isAboutModels)), ...part("About the migration graph", graph.filter((one) => !isAboutModels(one)))].join("\n");
}

/** What to do about it; docs/configuration.md says how a comment accepts. */
const settle = "Write it as Django operations or as SQL that can be read. Or check it by hand (`sqlmigrate` prints its SQL), and accept it with a comment above the operation: `# expand-contract: accept unknown-operation REASON`.";

/** Operations that could not be understood, why, and what settles it. */
export function unknownSection(frame: Frame, migrations: readonly MigrationRecord[], detail: Detail): string {
  const items = migrations.flatMap((migration) =>
    migration.operations.flatMap((record) => {
      const reason = unknownReason(record);
      return reason === null ? [] : [`${operationLabel(frame, migration, record)} (${code(`${record.place.path}:${record.place.line}`)}): ${prose(reason)}`];
    }),
  );
  return items.length === 0 ? "" : `${frame.heading} Unknown\n\nWhat was not understood does not count as safe:\n\n${bullets(items, detail.bullets)}\n${settle}\n`;
}

/** Files that could not be used. */
export function skippedSection(frame: Frame, skipped: readonly Skipped[], detail: Detail): string {
  if (skipped.length === 0) return "";
  const items = skipped.map(({ path, line, reason }) => `${code(line === null ? path : `${path}:${line}`)}: ${prose(reason)}`);
  return `${frame.heading} Not read\n\n${count(skipped.length, "file")} could not be used, and nothing in ${skipped.length === 1 ? "it" : "them"} counts as safe:\n\n${bullets(items, detail.bullets)}`;
}

/** Everything else there is to tell about operations and migrations; notes are folded. */
export function findingsSection(frame: Frame, migrations: readonly MigrationRecord[], plan: Plan | null, detail: Detail): string {
  const all = migrations.flatMap((migration) => [
    ...migration.findings.map((finding) => ({ finding, label: null })),
    ...migration.operations.flatMap((record) => otherFindings(record, plan).map((finding) => ({ finding, label: operationLabel(frame, migration, record) }))),
  ]);
  const lines = (notes: boolean) => {
    const wanted = all.filter(({ finding }) => (finding.level === "note") === notes);
    const same = sharing(wanted);
    return [...new Set(wanted.map(({ finding, label }) => (label === null ? findingLine(finding) : `${levelEmoji[finding.level]} ${listed([...same.get(told(finding))!])}: ${sentence(finding)}`)))];
  };
  const [loud, quiet] = [lines(false), lines(true)];
  return [
    loud.length === 0 ? "" : `${frame.heading} Also to know\n\n${bullets(loud, detail.bullets)}`,
    quiet.length === 0 || !detail.background ? "" : folded(count(quiet.length, "note"), bullets(quiet, detail.bullets)),
  ].filter((part) => part !== "").join("\n");
}

/** The operations of which the same is to be told: it is said once. */
function sharing(all: readonly { readonly finding: Finding; readonly label: string | null }[]): ReadonlyMap<string, ReadonlySet<string>> {
  const labels = new Map<string, Set<string>>();
  for (const { finding, label } of all) {
    const known = labels.get(told(finding)) ?? new Set();
    labels.set(told(finding), label === null ? known : known.add(label));
  }
  return labels;
}

function told({ message, advice }: Finding): string {
  return JSON.stringify([message, advice]);
}

function findingLine(finding: Finding): string {
  const at = finding.place === null ? "" : ` (${code(`${finding.place.path}:${finding.place.line}`)})`;
  return `${levelEmoji[finding.level]} ${sentence(finding)}${at}`;
}

/** What is found and what to do, with a link to the page that says why. Rules' ids are ours. */
export function sentence({ rule, message, advice }: Finding): string {
  return `${prose(message)}${advice === null ? "" : ` ${prose(advice)}`} [why](${findingPages}/${rule}.md)`;
}
