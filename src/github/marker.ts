/** What our comment is known by: its first line, which nobody sees. Nothing of a pull request stands in it. */
export interface Marker {
  readonly key: string;
  readonly head: string;
  /** GITHUB_RUN_ID, which grows over all workflows (GITHUB_RUN_NUMBER starts anew when a workflow is renamed), and GITHUB_RUN_ATTEMPT. */
  readonly run: number;
  readonly attempt: number;
}

export function markerLine({ key, head, run, attempt }: Marker): string {
  return `<!-- django-expand-contract key=${key} head=${head} run=${run}.${attempt} -->\n`;
}

/** The marker of a comment's body; null when it has none. */
export function readMarker(body: string): Marker | null {
  const found = /^<!-- django-expand-contract key=([\w.-]+) head=([0-9a-f]+) run=(\d+)\.(\d+) -->/.exec(body);
  return found === null ? null : { key: found[1]!, head: found[2]!, run: Number(found[3]), attempt: Number(found[4]) };
}

/** The same for a review comment, which says one thing of several. */
export function remarkLine({ key, head, run, attempt }: Marker, fingerprint: string): string {
  return `<!-- django-expand-contract key=${key} head=${head} run=${run}.${attempt} remark=${fingerprint} -->\n`;
}

export function readRemark(body: string): { readonly marker: Marker; readonly fingerprint: string } | null {
  const found = /^<!-- django-expand-contract key=([\w.-]+) head=([0-9a-f]+) run=(\d+)\.(\d+) remark=([0-9a-f]+) -->/.exec(body);
  return found === null ? null : { marker: { key: found[1]!, head: found[2]!, run: Number(found[3]), attempt: Number(found[4]) }, fingerprint: found[5]! };
}

/** Was a comment written by a later run? */
export function isLater(one: Marker, other: Marker): boolean {
  return one.run !== other.run ? one.run > other.run : one.attempt > other.attempt;
}

/** What a reader sees of a body: without the marker, with GitHub's line ends made plain, without the number of the run that a link leads to. */
export function seen(body: string): string {
  return body.replace(/\r\n?/g, "\n").replace(/^<!--.*?-->\n/, "").replace(/\/actions\/runs\/\d+/g, "/actions/runs").trim();
}
