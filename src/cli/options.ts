import { failOnLevels, rehearseChoices } from "../config/config.ts";

/** The commands and options, as data: what is parsed, checked and printed as help. */
export interface Option {
  readonly name: string;
  readonly short?: string;
  /** What stands for its value in the help; none for a switch. */
  readonly value?: string;
  /** The only values it takes. */
  readonly allowed?: readonly string[];
  /** The option that it does not go with. */
  readonly excludes?: string;
  readonly help: string;
}

export interface Command {
  readonly usage: readonly string[];
  readonly summary: string;
  readonly options: readonly Option[];
  /** Names of the arguments after the options. */
  readonly positionals: readonly string[];
}

export type CommandName = "review" | "audit" | "explain";

const repo: Option = { name: "repo", value: "DIR", help: "The repository's folder; the current folder unless told." };

const running: Option = { name: "running-release", value: "RELEASE", help: "The release that is deployed: base (what the base has), latest-tag (the highest version tag that the head comes from), or a branch, tag or commit. The configuration's unless told, else base." };

const common: readonly Option[] = [
  { name: "database", value: "VENDOR", allowed: ["postgresql", "mysql", "mariadb", "sqlite"], help: "The database the migrations run on; found in the settings unless told." },
  { name: "database-version", value: "VERSION", help: "Its version: 16, 8.4, 10.11." },
  { name: "django", value: "VERSION", allowed: ["4.2", "5.0", "5.1", "5.2", "6.0", "6.1"], help: "Django's version; found in lock and requirement files unless told." },
  { name: "config", value: "FILE", help: "The configuration; unless told django-expand-contract.toml or pyproject.toml of the repository (for a review: of the base)." },
  { name: "format", value: "FORMAT", allowed: ["text", "markdown", "json", "sarif", "sql"], help: "How the answer is printed; text unless told." },
  { name: "output", short: "o", value: "FILE", help: "Write the answer to a file instead of the standard output." },
];

/** Options of the program itself and of every command. */
export const switches: readonly Option[] = [
  { name: "help", short: "h", help: "Print this help." },
  { name: "version", short: "V", help: "Print the version." },
];

export const commands: Record<CommandName, Command> = {
  review: {
    usage: ["review [--repo DIR] [--base REF] [--head REF | --staged]", "review --base DIR --head DIR"],
    summary: "Say whether the running release keeps working while the changed migrations run, and what to ship in which order where it does not.",
    options: [
      repo,
      { name: "base", value: "REF|DIR", help: "The code that is running: a branch, tag, commit or folder; the repository's default branch unless told. Of a branch it is the commit that the head was made from." },
      { name: "head", value: "REF|DIR", help: "The code to review; the repository's folder as it is unless told." },
      { name: "staged", excludes: "head", help: "Review what is staged: what git commit would take." },
      running,
      { name: "fail-on", value: "LEVEL", allowed: failOnLevels, help: "What makes the exit status 1: error (a release breaks, something is unknown or cannot run), warning (also what makes users wait) or never. The configuration's unless told." },
      { name: "rehearse", value: "WHEN", allowed: rehearseChoices, help: "Run the migrations and the plan on an embedded PostgreSQL, with the statements of the releases around them: auto where something breaks or blocks, which takes some seconds. The configuration's unless told, or never." },
      { name: "write-plan", value: "DIR", help: "Save the plan's files below DIR, release by release." },
      ...common,
    ],
    positionals: [],
  },
  audit: {
    usage: ["audit [--repo DIR] [--running-release RELEASE] [--since REF|DATE]"],
    summary: "Say what is not released yet and would break the running release, what the database still holds for a release that is gone and how to contract it, which plans are unfinished, and which operations broke the release before them.",
    options: [repo, { name: "head", value: "REF|DIR", help: "The code to audit; the repository's folder as it is unless told." }, running, { name: "since", value: "REF|DIR|DATE", help: "Only the migrations that are not there yet, or were generated on that day or later (2026-01-31). The configuration's unless told." }, { name: "write-plan", value: "DIR", help: "Save the migrations that contract below DIR, by whether they are safe now, and the plan for what is not released yet." }, ...common],
    positionals: [],
  },
  explain: {
    usage: ["explain [--repo DIR] [APP [MIGRATION]]"],
    summary: "Print what each operation does, as though it shipped alone: SQL, phase, what it breaks, what waits for it.",
    options: [repo, ...common],
    positionals: ["APP", "MIGRATION"],
  },
};
