import type { Octokit } from "./client.ts";
import { readMarker } from "./marker.ts";
import type { Repository } from "./reader.ts";
import type { Own } from "./sticky.ts";

export interface Thread extends Repository {
  readonly number: number;
}

/** Who the token writes as, and the commit that the pull request is at; null where it is gone. */
export interface Who {
  readonly login: string;
  readonly head: string | null;
}

/** Who we are, and the commit that the pull request is at now. `GET /user` is not for a workflow's token; GraphQL's viewer is. */
export async function whoAndWhere(octokit: Octokit, { owner, repo, number }: Thread): Promise<Who> {
  const query = "query($owner:String!,$repo:String!,$number:Int!){viewer{login} repository(owner:$owner,name:$repo){pullRequest(number:$number){headRefOid}}}";
  const { viewer, repository } = await octokit.graphql<{ viewer: { login: string }; repository: { pullRequest: { headRefOid: string } | null } | null }>(query, { owner, repo, number });
  return { login: viewer.login, head: repository?.pullRequest?.headRefOid ?? null };
}

/** Our comments with a key, the oldest first, from all pages. A marker in somebody else's comment is none of ours. */
export async function ownComments(octokit: Octokit, { number, ...repository }: Thread, login: string, key: string): Promise<readonly Own[]> {
  const all = await octokit.paginate(octokit.rest.issues.listComments, { ...repository, issue_number: number, per_page: 100 });
  return all
    .flatMap(({ id, body, user }) => {
      const marker = readMarker(body ?? "");
      return user?.login === login && marker?.key === key ? [{ id, body: body ?? "", marker }] : [];
    })
    .sort((a, b) => a.id - b.id);
}
