import { editDistance } from "../nearest.ts";
import { git, gitOutput } from "./git-process.ts";
import { SourceError } from "./source.ts";

/**
 * The commit a ref names, as 40 (or 64) hex digits. A branch that only the remote has is found as `origin/REF`, as after actions/checkout.
 * Throws SourceError with what to do when there is none.
 */
export async function resolveRef(repoDir: string, ref: string): Promise<string> {
  if (ref === "" || ref.startsWith("-") || /[\0\n\r]/.test(ref)) {
    throw new SourceError(`${JSON.stringify(ref)} is no name of a commit: name a branch, a tag or a commit id.`);
  }
  const found = (await commitOf(repoDir, ref)) ?? (await commitOf(repoDir, `refs/remotes/origin/${ref}`));
  if (found) return found;
  const alike = mostAlike(ref, await refNames(repoDir));
  throw new SourceError(
    [
      `There is no ref ${JSON.stringify(ref)} in ${repoDir}.`,
      alike.length > 0 ? `There is ${alike.map((name) => JSON.stringify(name)).join(", ")}.` : "",
      (await isShallow(repoDir)) ? "The clone is shallow: with actions/checkout, set fetch-depth: 0." : "",
      `If it is on the remote, run: git fetch origin ${fetchable(ref)}`,
    ]
      .filter(Boolean)
      .join(" "),
  );
}

/**
 * The commit where two commits parted (the first of them, where there are several).
 * Throws SourceError when there is none: unrelated histories, or a shallow clone that does not reach back far enough.
 */
export async function mergeBase(repoDir: string, a: string, b: string): Promise<string> {
  const [first, second] = [await resolveRef(repoDir, a), await resolveRef(repoDir, b)];
  const result = await git(repoDir, ["merge-base", "--end-of-options", first, second]);
  const base = result.stdout.toString("utf8").trim().split("\n")[0];
  if (result.code === 0 && base) return base;
  if (await isShallow(repoDir)) {
    throw new SourceError(`The commit where ${a} and ${b} parted is not in this shallow clone. With actions/checkout, set fetch-depth: 0; by hand, run: git fetch --unshallow`);
  }
  throw new SourceError(`${a} and ${b} have no commit in common. Name a base that the change was made from.`);
}

/** Names tried for the base, in order: the remote's default branch first, then the usual names. */
const usualBases = ["origin/main", "origin/master", "origin/develop", "main", "master", "develop"];

/** The ref to compare with where the user names none. Throws SourceError when no usual name exists. */
export async function defaultBase(repoDir: string): Promise<string> {
  const head = await git(repoDir, ["symbolic-ref", "--quiet", "--short", "refs/remotes/origin/HEAD"]);
  const named = head.stdout.toString("utf8").trim();
  for (const ref of head.code === 0 ? [named, ...usualBases] : usualBases) {
    if (await commitOf(repoDir, `refs/${ref.startsWith("origin/") ? "remotes" : "heads"}/${ref}`)) return ref;
  }
  throw new SourceError(`The base to compare with is not known in ${repoDir}: there is no origin/HEAD, main or master. Name it.`);
}

async function commitOf(repoDir: string, ref: string): Promise<string | null> {
  const result = await git(repoDir, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`]);
  const id = result.stdout.toString("utf8").trim();
  return result.code === 0 && /^[0-9a-f]{40,64}$/.test(id) ? id : null;
}

async function isShallow(repoDir: string): Promise<boolean> {
  const answer = await git(repoDir, ["rev-parse", "--is-shallow-repository"]);
  return answer.stdout.toString("utf8").trim() === "true";
}

async function refNames(repoDir: string): Promise<string[]> {
  const output = await gitOutput(repoDir, ["for-each-ref", "--count=2000", "--format=%(refname:short)", "refs/heads", "refs/remotes", "refs/tags"]);
  return output.toString("utf8").split("\n").filter(Boolean);
}

/** `origin/main` is fetched as `main`; what is no plain name is not repeated in a command. */
function fetchable(ref: string): string {
  const name = ref.replace(/^(refs\/(heads|tags)\/|(refs\/remotes\/)?origin\/)/, "");
  return /^[\w./-]+$/.test(name) ? name : "REF";
}

function mostAlike(ref: string, names: readonly string[]): string[] {
  const short = (name: string) => name.slice(name.lastIndexOf("/") + 1).slice(0, 100).toLowerCase();
  const wanted = short(ref).slice(0, 100);
  return names
    .map((name) => ({ name, distance: editDistance(wanted, short(name)) }))
    .filter(({ name, distance }) => (distance < wanted.length && distance <= Math.max(2, Math.floor(wanted.length / 3))) || (wanted.length > 2 && name.toLowerCase().includes(wanted)))
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, 3)
    .map(({ name }) => name);
}
