import type { Edit, Plan, PlannedRelease, Step } from "../../plan/types.ts";
import type { Detail } from "../detail.ts";
import { code, fence, prose, visible } from "../escape.ts";
import { closed } from "../statements.ts";
import { impactLine } from "../waits.ts";
import { count, firstRelease, numberWord } from "../words.ts";
import { blocks, bullets, folded, table, type Frame } from "./parts.ts";

/** What to ship in which order: shortcuts, the table of releases, each release folded, and what there is no recipe for. */
export function planSection(frame: Frame, plan: Plan | null, detail: Detail): string {
  if (plan === null || detail.plan === "none") return "";
  const { releases } = plan;
  const title = releases.length > 1 ? `The plan: ${numberWord(releases.length)} releases instead of one` : releases.length === 1 ? "The plan: still one release, with these changes" : "";
  return blocks(
    title === "" ? "" : `${frame.heading} ${title}`,
    shortcuts(plan),
    overview(plan, detail),
    ...(detail.plan === "table" ? [] : releases.map((release) => oneRelease(frame, plan, release, detail))),
    without(frame, plan, detail),
  );
}

function shortcuts({ shortcuts: all, releases }: Plan): string {
  return blocks(...all.map(({ target, text, code: example, another }) => blocks(`**${another ? "Another way, for" : releases.length > 0 ? "Shorter, for" : "For"} ${code(label(target))}:** ${prose(text)}`, example === null ? "" : fence(example, another ? "sql" : "python"))));
}

/** Releases across, targets down. */
function overview({ releases }: Plan, detail: Detail): string {
  const targets = [...new Set(releases.flatMap((release) => release.steps.map((step) => step.target)))];
  if (targets.length === 0) return "";
  const header = ["", ...releases.map((release) => `release ${release.number} · ${release.phase}`)];
  const rows = targets.slice(0, detail.rows).map((target) => [
    code(label(target), "cell"),
    ...releases.map((release) => numbered(release.steps.filter((step) => step.target === target).map((step) => prose(step.title, "cell")))),
  ]);
  const more = targets.length - rows.length;
  return table(header, rows) + (more > 0 ? `\n… and ${count(more, "change")} more\n` : "");
}

/** What a cell holds: nothing, one thing, or several in their order. */
function numbered(titles: readonly string[]): string {
  if (titles.length < 2) return titles[0] ?? "–";
  return titles.map((title, index) => `${index + 1}. ${title}`).join("<br>");
}

function oneRelease(frame: Frame, plan: Plan, release: PlannedRelease, detail: Detail): string {
  const migrations = new Set(release.steps.flatMap((step) => step.edits).map((edit) => edit.path).filter((path) => /(^|\/)migrations\//.test(path))).size;
  const when = release.gate !== null ? prose(release.gate, "html") : release.number === 1 ? firstRelease(frame.merged === true) : "";
  const summary = [`<b>Release ${release.number}</b>`, release.phase, migrations > 0 ? count(migrations, "migration") : count(release.steps.length, "step"), when].filter((part) => part !== "");
  const several = new Set(plan.releases.flatMap((one) => one.steps.map((step) => step.target))).size > 1;
  return folded(summary.join(" · "), blocks(...release.steps.map((step) => oneStep(step, several, detail))));
}

function oneStep(step: Step, several: boolean, detail: Detail): string {
  return blocks(
    `**${several ? `${code(label(step.target))}:** ` : "Step:** "}${prose(step.title)}${/[.!?]$/.test(step.title) ? "" : "."}${step.explanation === "" ? "" : ` ${prose(step.explanation)}`}`,
    ...step.edits.map(oneEdit),
    detail.plan === "files and SQL" && step.sql.length > 0 ? fence(stepSql(step), "sql") : "",
    step.unknown === null ? "" : `⚪ Its SQL cannot be given: ${prose(step.unknown)}`,
  );
}

function oneEdit(edit: Edit): string {
  return blocks(`${code(edit.path)}${edit.kind === "new file" ? " (new)" : ""}`, fence(edit.text, edit.language));
}

function stepSql(step: Step): string {
  return step.sql.flatMap(({ sql, impact, note }) => [...(note === null ? [] : [`-- ${visible(note)}`]), ...(impact === null ? [] : [`-- ${visible(impactLine(impact))}`]), closed(sql)]).join("\n");
}

function without(frame: Frame, plan: Plan, detail: Detail): string {
  if (plan.without.length === 0) return "";
  const targets = (reason: string) => [...new Set(plan.without.filter((one) => one.reason === reason).map(({ target }) => code(label(target))))];
  const reasons = [...new Set(plan.without.map(({ reason }) => reason))];
  return `${frame.heading} To be done by hand\n\n${bullets(reasons.map((reason) => `${targets(reason).join(", ")}: ${prose(reason)}`), detail.bullets)}`;
}

/** `Order.priority` for `shop.Order.priority`. */
function label(target: string): string {
  const parts = target.split(".");
  return parts.length === 3 ? parts.slice(1).join(".") : target;
}
