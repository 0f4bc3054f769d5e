import { item } from "../django/project/namespace.ts";
import { code } from "../django/graph/words.ts";
import { otherBackend } from "../safety/findings/rules/otherBackend.ts";
import type { Finding } from "../safety/types.ts";
import type { OpenProject } from "./open.ts";

/** Tells that the settings name a database backend that rewrites what Django's prints. Empty where they do not, or cannot be read. */
export function backendFindings({ setting, facts }: OpenProject): readonly Finding[] {
  const engine = item(item(setting("DATABASES") ?? null, "default") ?? null, "ENGINE");
  if (typeof engine !== "string" || !/(^|\.)django_zero_downtime_migrations\./.test(engine)) return [];
  const [, path, line] = /^(.+):(\d+)$/.exec(facts.database.source) ?? [];
  const message = `The settings name ${code(engine)}: it builds indexes concurrently, adds constraints NOT VALID and validates them, and runs nothing in a transaction. SQL and waits here are those of Django's own backend.`;
  return [{ rule: otherBackend.id, level: otherBackend.level, message, place: path === undefined ? null : { path, line: Number(line) }, advice: otherBackend.advice }];
}
