import type { Impact } from "../safety/types.ts";
import type { Edit, Plan, PlannedRelease } from "../plan/types.ts";
import { impactToJson } from "./json-impact.ts";
import { closed } from "./statements.ts";

export interface JsonPlan {
  releases: { number: number; phase: PlannedRelease["phase"]; gate: string | null; steps: JsonStep[] }[];
  shortcuts: { target: string; text: string; code: string | null }[];
  without: { target: string; reason: string }[];
}

export interface JsonStep {
  target: string;
  recipe: string;
  title: string;
  explanation: string;
  edits: Edit[];
  sql: { sql: string; impact: Impact | null; note: string | null }[];
  unknown: string | null;
}

/** A plan as `review --format json` prints it. */
export function planToJson(plan: Plan): JsonPlan {
  return {
    releases: plan.releases.map(({ number, phase, gate, steps }) => ({
      number,
      phase,
      gate,
      steps: steps.map(({ target, recipe, title, explanation, edits, sql, unknown }) => ({
        target,
        recipe,
        title,
        explanation,
        edits: edits.map(({ path, kind, language, text }) => ({ path, kind, language, text })),
        sql: sql.map((item) => ({ sql: closed(item.sql), impact: item.impact === null ? null : impactToJson(item.impact), note: item.note })),
        unknown,
      })),
    })),
    shortcuts: plan.shortcuts.map(({ target, text, code }) => ({ target, text, code })),
    without: plan.without.map(({ target, reason }) => ({ target, reason })),
  };
}
