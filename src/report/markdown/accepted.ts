import type { Accepted } from "../../safety/accept/accept.ts";
import { code, prose } from "../escape.ts";
import { count } from "../words.ts";
import { bullets, folded } from "./parts.ts";

/** What comments accept: the rule, where, why, and what was said of it. Folded, and never left out. */
export function acceptedSection(accepted: readonly Accepted[]): string {
  if (accepted.length === 0) return "";
  const items = accepted.map(({ finding, reason, place }) => `${code(finding.rule)} (${code(`${place.path}:${place.line}`)}): ${prose(reason)}  \n  ${prose(finding.message)}`);
  return folded(`✋ ${count(accepted.length, "finding")} accepted by ${accepted.length === 1 ? "a comment" : "comments"}`, bullets(items, Infinity));
}
