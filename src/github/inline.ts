import { remarksOf } from "../report/remarks.ts";
import type { Review } from "../report/types.ts";
import { type Source, textOf } from "../source/source.ts";
import { draftsOf, type Drafts } from "./drafts.ts";
import { hunksOf } from "./hunks.ts";

/** The patches of files that differ from where the head left the base, as GitHub shows them; null or missing where it shows none. Throws SourceError. */
export type Patches = (paths: readonly string[]) => Promise<ReadonlyMap<string, string | null>>;

/** What is to stand on the lines of the pull request. Throws SourceError. */
export async function draftsFor(review: Review, head: Source, patches: Patches): Promise<Drafts> {
  const edited = review.projects.flatMap(({ migrations, plan }) => [...migrations.map(({ path }) => path), ...(plan?.releases[0]?.steps ?? []).flatMap((step) => step.edits.filter(({ kind }) => kind === "diff").map(({ path }) => path))]);
  const texts = await head.read([...new Set(edited)]);
  const remarks = remarksOf(review, (path) => textOf(texts.get(path)));
  const paths = new Set(remarks.flatMap(({ path, fix }) => [path, ...(fix?.others ?? []).map((one) => one.path)]));
  const shown = paths.size === 0 ? new Map<string, string | null>() : await patches([...paths]);
  return draftsOf(remarks, new Map([...shown].map(([path, patch]) => [path, hunksOf(patch)])));
}
