import type { PendingContract } from "../report/types.ts";
import type { Releases } from "../source/releases.ts";
import type { OpenProject } from "./open.ts";
import type { LeftPending } from "./pending.ts";

/** In how many releases the migrations are that left what is pending; nothing where the releases are not known. Throws SourceError. */
export async function releasedIn(pending: readonly LeftPending[], project: OpenProject, releases: Releases | null): Promise<ReadonlyMap<LeftPending, PendingContract["released"]>> {
  if (releases === null || releases.tags.length === 0) return new Map();
  const paths = new Map(project.order.flatMap(({ app, name, path }) => (path === null ? [] : [[`${app}.${name}`, path] as [string, string]])));
  const pathOf = ({ leftBy }: LeftPending) => (leftBy === null ? undefined : paths.get(leftBy));
  const having = await releases.having([...new Set(pending.flatMap((one) => pathOf(one) ?? []))]);
  return new Map(
    pending.flatMap((one) => {
      const path = pathOf(one);
      const tags = path === undefined ? undefined : having.get(path);
      return tags === undefined ? [] : [[one, { in: tags.length, orMore: releases.more && tags.length === releases.tags.length, first: tags.at(-1)?.name ?? null }] as const];
    }),
  );
}
