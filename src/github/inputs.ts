import { getInput } from "@actions/core";
import { failOnLevels, type FailOn, rehearseChoices, type RehearseWhen } from "../config/config.ts";
import type { Said } from "../config/running-release.ts";
import { djangoVersions, vendors } from "../django/project.ts";
import { nearest } from "../nearest.ts";
import type { Overrides } from "../request.ts";

export const commentChoices = ["always", "on-findings", "never"] as const;

/** The action's inputs, checked. */
export interface Inputs {
  readonly token: string;
  /** Folder of the repository in the workspace, where it is checked out. */
  readonly repo: string;
  readonly overrides: Overrides;
  /** A file of the repository; null for the usual ones. */
  readonly config: string | null;
  /** null: the configuration's. */
  readonly failOn: FailOn | null;
  /** null: the configuration's. */
  readonly rehearse: RehearseWhen | null;
  /** null: the configuration's. */
  readonly acceptLabel: string | null;
  readonly comment: (typeof commentChoices)[number];
  readonly commentKey: string;
  /** Review comments on the lines. */
  readonly inline: boolean;
  /** null: the configuration's. */
  readonly runningRelease: Said | null;
  /** Keep one issue up to date with the audit. */
  readonly issue: boolean;
  readonly since: string | null;
  /** Where to write a SARIF file; null: nowhere. */
  readonly sarifFile: string | null;
}

/** An input makes no sense. The message names it and says what is allowed. */
export class InputError extends Error {
  override name = "InputError";
}

/** Reads the inputs as the runner hands them over (INPUT_…). Throws InputError. */
export function readInputs(): Inputs {
  const token = getInput("github-token");
  if (token === "") throw new InputError("The input github-token is empty. Leave it out (the workflow's own token is taken), or give a token that may read the repository.");
  const [database, databaseVersion, django] = [oneOf("database", vendors), matching("database-version", /^\d+(\.\d+){0,2}$/, "a version such as 16 or 10.11"), oneOf("django", djangoVersions)];
  return {
    token,
    repo: getInput("repo") || ".",
    overrides: {
      ...(database === null ? {} : { database }),
      ...(databaseVersion === null ? {} : { databaseVersion }),
      ...(django === null ? {} : { django }),
    },
    config: matching("config", /^(?!\/)(?!.*(^|\/)\.\.(\/|$)).+\.toml$/, "the path of a .toml file in the repository, such as config/migrations.toml")?.replace(/^\.\//, "") ?? null,
    failOn: oneOf("fail-on", failOnLevels),
    rehearse: oneOf("rehearse", rehearseChoices),
    acceptLabel: matching("accept-label", /^.{1,200}$/u, "the name of a label, on one line"),
    comment: oneOf("comment", commentChoices) ?? "on-findings",
    commentKey: matching("comment-key", /^[\w.-]{1,60}$/, "up to 60 letters, digits, dots, dashes and underscores") ?? "default",
    inline: oneOf("inline", ["true", "false"]) !== "false",
    runningRelease: said(matching("running-release", /^[^-\s][^\s]{0,250}$/, "base, latest-release, latest-tag, or a branch, tag or commit")),
    issue: oneOf("issue", ["true", "false"]) === "true",
    since: matching("since", /^[^-\s][^\s]{0,250}$/, "a branch, tag or commit, or a date such as 2026-01-31") ?? null,
    sarifFile: matching("sarif-file", /^.{1,500}$/u, "a path of the workspace, such as migrations.sarif"),
  };
}

function said(choice: string | null): Said | null {
  return choice === null ? null : { choice, source: "the input running-release" };
}

function oneOf<const T extends readonly string[]>(name: string, allowed: T): T[number] | null {
  const value = getInput(name);
  if (value === "") return null;
  if ((allowed as readonly string[]).includes(value)) return value;
  const guess = nearest(value, allowed);
  throw new InputError(`The input ${name} must be one of ${allowed.join(", ")}, not ${JSON.stringify(value)}.${guess === null ? "" : ` Did you mean ${guess}?`}`);
}

function matching(name: string, pattern: RegExp, what: string): string | null {
  const value = getInput(name);
  if (value === "" || pattern.test(value)) return value || null;
  throw new InputError(`The input ${name} must be ${what}, not ${JSON.stringify(value)}.`);
}
