import { asGitHubError, isForbidden, type GitHubError, type Octokit } from "./client.ts";
import { ownComments, type Thread, type Who } from "./comments.ts";
import type { Marker } from "./marker.ts";
import { keep, type Kept, type Own, type Wanted } from "./sticky.ts";

/** What became of it. `warning` says why it could not be written, and what to do. */
export type Outcome = { readonly kind: Kept } | { readonly kind: "failed"; readonly warning: string };

/** Brings our one comment of the pull request up to date. Never throws: the check does not depend on it. */
export async function comment(octokit: Octokit, thread: Thread, who: () => Promise<Who>, marker: Marker, wanted: Wanted): Promise<Outcome> {
  const { number, ...repository } = thread;
  try {
    const { login, head } = await who();
    // A run for a commit that is no longer the head has nothing to say any more.
    if (head !== null && head !== marker.head) return { kind: "outdated" };
    const kind = await keep<Own>(
      {
        find: () => ownComments(octokit, thread, login, marker.key),
        create: (body) => octokit.rest.issues.createComment({ ...repository, issue_number: number, body }),
        update: ({ id }, body) => octokit.rest.issues.updateComment({ ...repository, comment_id: id, body }),
        fold: ({ id }) => octokit.rest.issues.deleteComment({ ...repository, comment_id: id }),
        stands: () => true,
      },
      marker,
      wanted,
    );
    return { kind };
  } catch (error) {
    return { kind: "failed", warning: warningOf(asGitHubError(error)) };
  }
}

function warningOf(error: GitHubError): string {
  if (isForbidden(error)) return `The comment could not be written: the token lacks \`pull-requests: write\` (GitHub answered ${error.status}). Pull requests from forks and from Dependabot get a read-only token; the report is in the job summary and the annotations, and the verdict is the same.`;
  return `The comment could not be written. ${error.message} The report is in the job summary, and the verdict is the same.`;
}
