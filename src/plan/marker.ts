/** The comment by which an unfinished plan is found in the migrations that it made. */
export interface Marker {
  /** `shop.Order.priority`: what the plan is about. */
  readonly target: string;
  /** 1 is the pull request's own release. */
  readonly step: number;
  readonly of: number;
  /** The recipe's id. */
  readonly recipe: string;
}

/** The comment without its `# `: `django-expand-contract: plan shop.Order.priority step 1 of 2 (required-column)`. */
export function markerText({ target, step, of, recipe }: Marker): string {
  return `django-expand-contract: plan ${target} step ${step} of ${of} (${recipe})`;
}

/** A target is on one line and has no blank at its ends. */
const pattern = /^[ \t]*# django-expand-contract: plan (\S.*?) step (\d{1,2}) of (\d{1,2}) \(([\w-]+)\)[ \t]*$/gm;

/** The markers of a migration's text, in order, with the line that each stands on. */
export function markersIn(text: string): readonly { readonly marker: Marker; readonly line: number }[] {
  return [...text.matchAll(pattern)].map((found) => ({
    marker: { target: found[1]!, step: Number(found[2]), of: Number(found[3]), recipe: found[4]! },
    line: text.slice(0, found.index).split("\n").length,
  }));
}
