import { describe, expect, it } from "vitest";
import { parseArguments, UsageError } from "../../src/cli/arguments.ts";
import { help } from "../../src/cli/help.ts";
import { commands } from "../../src/cli/options.ts";

describe("arguments", () => {
  it("are a command with its options, in any order and both ways of writing", () => {
    expect(parseArguments(["review", "--base", "main", "--head=feature", "--repo", "x", "-o", "out.md", "--format=markdown"])).toEqual({
      kind: "run", command: "review", positionals: [],
      options: new Map([["base", "main"], ["head", "feature"], ["repo", "x"], ["output", "out.md"], ["format", "markdown"]]),
    });
    expect(parseArguments(["explain", "shop", "--django", "5.2", "0042"])).toMatchObject({ command: "explain", positionals: ["shop", "0042"] });
  });

  it("ask for help or the version before anything else", () => {
    expect(parseArguments(["--help"])).toEqual({ kind: "help", command: null });
    expect(parseArguments(["audit", "-h"])).toEqual({ kind: "help", command: "audit" });
    expect(parseArguments(["--version"])).toEqual({ kind: "version" });
    expect(parseArguments(["-V"])).toEqual({ kind: "version" });
  });

  it.each([
    [[], "Say what to do: review, audit or explain."],
    [["reveiw"], 'There is no command "reveiw". Did you mean review?'],
    [["frobnicate"], 'There is no command "frobnicate". There are review, audit and explain.'],
    [["review", "--bsae", "main"], "There is no option --bsae. Did you mean --base?"],
    [["audit", "--base", "main"], "There is no option --base."],
    [["review", "--base"], "--base needs a value: --base REF|DIR."],
    [["review", "--base", "--head", "x"], "--base needs a value"],
    [["review", "--base="], "--base needs a value"],
    [["review", "--staged", "--head", "x"], "--staged and --head do not go together."],
    [["review", "--staged=x"], "--staged takes no value."],
    [["review", "--help=yes"], "--help takes no value."],
    [["review", "--database", "postgres"], '--database must be one of postgresql, mysql, mariadb, sqlite, not "postgres". Did you mean postgresql?'],
    [["explain", "--format", "html"], "--format must be one of text, markdown, json, sarif, sql"],
    [["review", "shop"], 'review takes no arguments beside its options, so "shop" is one too many.'],
    [["explain", "shop", "0042", "x"], 'explain takes at most APP and MIGRATION beside its options, so "x" is one too many.'],
  ])("%j: says what is wrong", (argv, message) => {
    expect(() => parseArguments(argv)).toThrow(UsageError);
    expect(() => parseArguments(argv)).toThrow(message);
  });

  it("that begin with a minus can be values when written with =", () => {
    expect(parseArguments(["review", "--base=-x"])).toMatchObject({ options: new Map([["base", "-x"]]) });
  });
});

describe("help", () => {
  it("names every command and option, in lines that fit a terminal", () => {
    for (const name of Object.keys(commands) as (keyof typeof commands)[]) {
      expect(help(null)).toContain(`  ${name} `);
      for (const option of commands[name].options) expect(help(name)).toContain(`--${option.name}`);
      for (const line of help(name).split("\n")) expect(line.length).toBeLessThanOrEqual(100);
    }
  });
});
