import type { MigrationRecord } from "../../safety/types.ts";
import type { Usage } from "../../usage/types.ts";
import type { UsageSummary } from "../../usage/summary.ts";
import type { Detail } from "../detail.ts";
import { code, prose } from "../escape.ts";
import { count } from "../words.ts";
import { bullets, folded, type Frame } from "./parts.ts";

/** Where the code of the head still names what the pull request takes away; empty where nothing does. */
export function usagesSection(frame: Frame, migrations: readonly MigrationRecord[], detail: Detail): string {
  const named = migrations.flatMap((migration) => migration.operations.flatMap((record) => record.usages ?? [])).filter(isNamed);
  if (named.length === 0) return "";
  const lines = named.map((one) => `${mark(one)} ${stillNamed(one)}`);
  const list = `${frame.heading} Still named in the code\n\nThe code of this pull request still names what its migrations take away:\n\n${bullets(lines, detail.bullets)}`;
  return detail.background ? `${list}\n${named.map((one) => usageList(one, detail.bullets)).join("\n")}` : list;
}

/** Something names it, or may. */
export function isNamed({ certain, likely, possible }: UsageSummary): boolean {
  return certain + likely + possible > 0;
}

/** Only what is more than a bare name deserves a look before anything else. */
function mark({ certain, likely }: UsageSummary): string {
  return certain > 0 ? "🔴" : likely > 0 ? "🟡" : "🔵";
}

/** `Order.note` is still named in 3 places: 1 certain, 2 likely, … */
export function stillNamed(summary: UsageSummary): string {
  const { certain, likely, possible, tests } = summary;
  const places = certain + likely;
  const by = [certain > 0 ? `${certain} certain` : "", likely > 0 ? `${likely} likely` : ""].filter((part) => part !== "").join(", ");
  const bare = possible === 0 ? "" : `${places === 0 ? count(possible, "place") : `; ${possible} more`} ${possible === 1 ? "has" : "have"} the bare name, which may be another's`;
  const inTests = tests === 0 ? "" : `; ${count(tests, "place")} in tests`;
  return `${code(summary.of)}: ${places === 0 ? "" : `still named in ${count(places, "place")} (${by})`}${bare}${inTests}`;
}

/** The places, folded. */
export function usageList({ of, first, certain, likely, possible, leftOut }: UsageSummary, limit: number): string {
  const all = certain + likely + possible;
  const shown = first.slice(0, Math.max(limit, 1));
  const more = all - shown.length;
  const items = [...shown.map(place), ...(more > 0 ? [`… and ${more} more`] : []), ...leftOut.map((said) => prose(said))];
  return folded(`Where ${code(of, "html")} is named`, bullets(items, Infinity));
}

function place({ path, line, text, certainty, how, kind }: Usage): string {
  return `${code(`${path}:${line}`)} ${certainty}, ${kind === "Python" || kind === how ? "" : `${kind}, `}${prose(how)}: ${code(text)}`;
}
