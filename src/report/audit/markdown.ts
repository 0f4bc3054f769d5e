import { codeSpan } from "../../code-span.ts";
import { code, fence, prose } from "../escape.ts";
import { failures, preposition } from "../failures.ts";
import { fullDetail } from "../detail.ts";
import { headline } from "../headline.ts";
import { isUnknown, tally } from "../judge.ts";
import { projectSections } from "../markdown.ts";
import { release } from "../markdown/breakages.ts";
import { factsSection } from "../markdown/footer.ts";
import { graphSection, skippedSection, unknownSection } from "../markdown/findings.ts";
import { blocks, bullets, folded, operationLabel, table, type Frame } from "../markdown/parts.ts";
import { isNamed, stillNamed, usageList } from "../markdown/usages.ts";
import { shortNames } from "../names.ts";
import { closed } from "../statements.ts";
import type { Audit, AuditedProject, PendingContract, Review, UnfinishedPlan } from "../types.ts";
import { impactLine } from "../waits.ts";
import { count } from "../words.ts";
import { type AuditDetail, fullAudit } from "./detail.ts";
import { age, auditHeadline, bySafety, graphLeft, merged, pendingName, safeWords, whatWords } from "./words.ts";

/** The audit as job summary and as issue: what is not released yet, what is left to contract, unfinished plans, the graph, and what broke before. */
export function auditToMarkdown(audit: Audit, detail: AuditDetail = fullAudit, left: readonly string[] = []): string {
  const head = auditHeadline(audit);
  const { projects } = audit;
  return blocks(
    `## ${head.emoji} Migrations: ${head.text}`,
    `Seen from the running release ${release(audit)} (${prose(audit.runningRelease.source)}); audited: ${code(audit.head.ref)}.`,
    unreleasedSection(audit.unreleased, detail),
    ...projects.map((project) => projectBlocks(project, audit, detail)),
    left.length === 0 ? "" : `<sub>Left out because this may not be longer: ${left.join("; ")}. \`audit\` on the command line prints everything.</sub>`,
    `<sub>django-expand-contract ${prose(audit.version)}</sub>`,
  );
}

const wholeNames: Frame = { name: ({ app, name }) => `${app}.${name}`, heading: "###" };

/** Several merged pull requests make one change, and one plan. */
function unreleasedSection(review: Review | null, detail: AuditDetail): string {
  if (review === null) return "";
  const head = headline(review, tally(review));
  return blocks(
    `### ${head.emoji} Not released yet: ${head.text}`,
    review.projects.some(({ plan }) => plan !== null && plan.releases.length > 0) ? merged : "",
    ...review.projects.map((project) => blocks(review.projects.length > 1 ? `#### Project ${code(project.root === "" ? "/" : project.root)}` : "", projectSections({ name: shortNames(project.migrations), heading: "####", merged: true }, review, project, detail.unreleased))),
  );
}

function projectBlocks(project: AuditedProject, audit: Audit, detail: AuditDetail): string {
  const most = { ...fullDetail, bullets: detail.rows, rows: detail.rows };
  return blocks(
    audit.projects.length > 1 ? `### Project ${code(project.root === "" ? "/" : project.root)}` : "",
    pendingSection(project.pending, detail),
    unfinishedSection(project.unfinished, detail),
    graphSection(graphLeft(project, audit), most),
    skippedSection(wholeNames, project.skipped, most),
    historySection(project, audit.since, detail),
    detail.facts ? factsSection(project.facts) : "",
  );
}

const marks: Record<PendingContract["contract"]["safe"], string> = { now: "🟢", "look first": "🟡", "not yet": "🔴", unknown: "⚪" };

function pendingSection(pending: readonly PendingContract[], detail: AuditDetail): string {
  if (pending.length === 0) return "";
  const all = bySafety(pending);
  const rows = all.slice(0, detail.rows).map((one) => {
    const { words, first } = age(one);
    return [`${marks[one.contract.safe]} ${safeWords[one.contract.safe]}`, whatWords[one.what], code(pendingName(one), "cell"), one.leftBy === null ? "–" : code(numbered(one.leftBy), "cell"), words === "" ? "–" : `${words}${first === null ? "" : `, since ${code(first, "cell")}`}`];
  });
  const more = all.length - rows.length;
  return blocks(
    "### Pending contracts\n\nThe database still holds these for a release that is gone:",
    table(["contract", "what", "where", "left by", "released"], rows) + (more > 0 ? `\n… and ${more} more\n` : ""),
    ...(detail.contracts === "table" ? [] : all.slice(0, detail.rows).map((one) => oneContract(one, detail))),
  );
}

/** `oauth.0012` for `oauth.0012_create_new_table`: the whole name stands where the contract is told. */
function numbered(migration: string): string {
  return migration.replace(/(\.\d{4,})_.*$/s, "$1");
}

function oneContract(one: PendingContract, detail: AuditDetail): string {
  const { contract, usages } = one;
  return folded(
    `${marks[contract.safe]} ${whatWords[one.what]} ${code(pendingName(one), "html")}`,
    blocks(
      [one.explanation, ...(one.leftBy === null ? [] : [`${codeSpan(one.leftBy)} left it.`]), contract.because, ...(contract.gate === null ? [] : [`It needs that ${contract.gate}.`])].filter((text) => text !== "").map((text) => prose(text)).join(" "),
      usages !== undefined && isNamed(usages) ? blocks(bullets([stillNamed(usages)], 1), usageList(usages, 12)) : "",
      ...contract.files.map(({ path, text }) => blocks(`${code(path)} (new)`, fence(text, "python"))),
      detail.contracts === "files and SQL" && contract.sql.length > 0 ? fence(contract.sql.flatMap(({ sql, impact }) => [...(impact === null ? [] : [`-- ${impactLine(impact)}`]), closed(sql)]).join("\n"), "sql") : "",
      contract.without === null ? "" : `⚪ No migration is written: ${prose(contract.without)}.`,
    ),
  );
}

function unfinishedSection(plans: readonly UnfinishedPlan[], detail: AuditDetail): string {
  if (plans.length === 0) return "";
  const lines = plans.map(({ target, recipe, step, of, migration, place, next, gate }) => `${code(target)} (${code(recipe)}): step ${step} of ${of} is ${code(migration)} (${code(`${place.path}:${place.line}`)}). Step ${step + 1} comes ${prose(gate)}.${next === null ? "" : ` ${prose(next)}`}`);
  return `### Unfinished plans\n\n${bullets(lines, detail.rows)}`;
}

function historySection({ migrations }: AuditedProject, since: string | null, detail: AuditDetail): string {
  const broke = migrations.flatMap((migration) =>
    migration.operations.flatMap((record) =>
      (["running", "new"] as const).flatMap((side) =>
        failures(record, side).map(({ table: name, statements, errors }) => `${operationLabel(wholeNames, migration, record)} ${side === "new" ? "broke the new release: " : "broke "}${statements.map((statement) => code(statement)).join(", ")} ${preposition(statements)} ${code(name)} → ${errors.map(({ error }) => code(error)).join(" · ")}`),
      ),
    ),
  );
  const operations = migrations.flatMap((migration) => migration.operations).filter((record) => record.breaks.length > 0).length;
  const unclear = migrations.flatMap((migration) => migration.operations).filter(isUnknown).length;
  if (operations + unclear === 0) return "";
  const when = since === null ? "In the whole history" : `Since ${code(since, "html")}`;
  const title = `${when}: ${count(operations, "operation")} broke the release before ${operations === 1 ? "it" : "them"}`;
  return detail.history === "count" ? `${title}.` : blocks(
    operations === 0 ? "" : folded(title, bullets(broke, detail.rows)),
    unclear === 0 ? "" : folded(`${when}: ${count(unclear, "operation")} ${unclear === 1 ? "was" : "were"} not understood`, unknownSection(wholeNames, migrations, { ...fullDetail, bullets: detail.rows })),
  );
}
