import { asGitHubError } from "./client.ts";
import { isLater, markerLine, seen, type Marker } from "./marker.ts";

/** A text of ours on GitHub. */
export interface Own {
  readonly id: number;
  readonly body: string;
  readonly marker: Marker;
}

/** Where one text of ours is kept up to date: a pull request's comments, or the repository's issues. What it asks of GitHub throws. */
export interface Board<T extends Own> {
  /** Ours, the oldest first. */
  find(): Promise<readonly T[]>;
  create(body: string): Promise<unknown>;
  update(own: T, body: string): Promise<unknown>;
  /** Of two that two runs wrote at the same time, the younger one goes. */
  fold(twin: T, oldest: T): Promise<unknown>;
  /** Is everything but its text as it should be? */
  stands(own: T): boolean;
}

/** The text that a run wants. */
export interface Wanted {
  /** Its text for a marker; null where there is nothing to say, and `nothingLeft` replaces what was said before. */
  readonly body: ((marker: string) => string) | null;
  readonly nothingLeft: string;
}

export type Kept = "posted" | "updated" | "unchanged" | "outdated" | "none";

/**
 * Brings our one text up to date. A later run's is left alone, as is one that says the same already. Nothing is sent twice: after a request
 * without a sure answer it is looked whether it was carried out. Throws what GitHub's answers throw.
 */
export async function keep<T extends Own>(board: Board<T>, marker: Marker, wanted: Wanted): Promise<Kept> {
  const [own] = await board.find();
  if (own !== undefined && isLater(own.marker, marker)) return "outdated";
  const body = wanted.body?.(markerLine(marker)) ?? (own === undefined ? null : `${markerLine(marker)}${wanted.nothingLeft}`);
  if (body === null) return "none";
  if (own === undefined) return await create(board, body);
  if (seen(own.body) === seen(body) && board.stands(own)) return "unchanged";
  return await update(board, own, body);
}

async function create<T extends Own>(board: Board<T>, body: string): Promise<Kept> {
  try {
    await board.create(body);
  } catch (thrown) {
    const error = asGitHubError(thrown);
    if (error.done === "no" || !(await wasWritten(board, body))) throw error;
  }
  await foldTwins(board, body);
  return "posted";
}

async function update<T extends Own>(board: Board<T>, own: T, body: string): Promise<Kept> {
  try {
    await board.update(own, body);
  } catch (thrown) {
    const error = asGitHubError(thrown);
    // Somebody deleted it since it was listed.
    if ((error.status === 404 || error.status === 410) && (await board.find()).length === 0) return create(board, body);
    if (error.done === "no" || !(await wasWritten(board, body))) throw error;
  }
  return "updated";
}

async function wasWritten<T extends Own>(board: Board<T>, body: string): Promise<boolean> {
  return (await board.find()).some((own) => markerLine(own.marker) === body.slice(0, body.indexOf("\n") + 1) && seen(own.body) === seen(body));
}

/** Two runs may have found nothing and posted one each: the older one stays, with the later run's text. */
async function foldTwins<T extends Own>(board: Board<T>, body: string): Promise<void> {
  try {
    const [oldest, ...younger] = await board.find();
    const ours = younger.find((own) => seen(own.body) === seen(body) && body.startsWith(markerLine(own.marker)));
    if (oldest === undefined || ours === undefined) return;
    if (isLater(ours.marker, oldest.marker)) await board.update(oldest, body);
    await board.fold(ours, oldest);
  } catch {
    // Both are true; the next run updates the older one.
  }
}
