import { parseArgs } from "node:util";
import { nearest } from "../nearest.ts";
import { commands, switches, type Command, type CommandName, type Option } from "./options.ts";

/** What the arguments ask for. */
export type Invocation =
  | { readonly kind: "help"; readonly command: CommandName | null }
  | { readonly kind: "version" }
  | { readonly kind: "run"; readonly command: CommandName; readonly options: ReadonlyMap<string, string>; readonly positionals: readonly string[] };

/** The arguments make no sense. The message says what would. */
export class UsageError extends Error {
  override name = "UsageError";
}

/** Reads the arguments after `node cli.js`. Throws UsageError: an unknown command or option, a missing value, a value that is not allowed. */
export function parseArguments(argv: readonly string[]): Invocation {
  const name = argv.find((argument) => !argument.startsWith("-"));
  const command = commandOf(name);
  const known: readonly Option[] = [...(command === null ? [] : commands[command].options), ...switches];
  const { tokens } = parseArgs({
    args: [...argv],
    strict: false,
    tokens: true,
    allowPositionals: true,
    options: Object.fromEntries(known.map(({ name: long, short, value }) => [long, { type: value === undefined ? "boolean" : "string", ...(short === undefined ? {} : { short }) }] as const)),
  });

  const options = new Map<string, string>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") positionals.push(token.value);
    if (token.kind === "option") options.set(token.name, check(token.rawName, known.find((option) => option.name === token.name), token.value, token.inlineValue === true, known));
  }
  const clash = known.find(({ name: one, excludes }) => excludes !== undefined && options.has(one) && options.has(excludes));
  if (clash) throw new UsageError(`--${clash.name} and --${clash.excludes} do not go together. Name one of them.`);
  if (options.has("help")) return { kind: "help", command };
  if (options.has("version")) return { kind: "version" };
  if (command === null) throw new UsageError("Say what to do: review, audit or explain. --help says more.");
  return { kind: "run", command, options, positionals: rest(command, commands[command], positionals.slice(1)) };
}

function commandOf(name: string | undefined): CommandName | null {
  if (name === undefined) return null;
  if (Object.hasOwn(commands, name)) return name as CommandName;
  const guess = nearest(name, Object.keys(commands));
  throw new UsageError(`There is no command ${JSON.stringify(name)}. ${guess === null ? "There are review, audit and explain." : `Did you mean ${guess}?`}`);
}

/** The option's value, or "" for a switch. */
function check(written: string, option: Option | undefined, value: string | undefined, inline: boolean, known: readonly Option[]): string {
  if (option === undefined) {
    const guess = nearest(written.replace(/^-+/, ""), known.map((one) => one.name));
    throw new UsageError(`There is no option ${written}. ${guess === null ? "--help lists them." : `Did you mean --${guess}?`}`);
  }
  if (option.value === undefined) {
    if (value !== undefined) throw new UsageError(`${written} takes no value.`);
    return "";
  }
  if (value === undefined || value === "" || (!inline && value.startsWith("-"))) throw new UsageError(`${written} needs a value: ${written} ${option.value}.`);
  if (option.allowed !== undefined && !option.allowed.includes(value)) {
    const guess = nearest(value, option.allowed);
    throw new UsageError(`${written} must be one of ${option.allowed.join(", ")}, not ${JSON.stringify(value)}.${guess === null ? "" : ` Did you mean ${guess}?`}`);
  }
  return value;
}

function rest(name: CommandName, { positionals: names }: Command, values: readonly string[]): readonly string[] {
  const extra = values[names.length];
  if (extra === undefined) return values;
  throw new UsageError(`${name} takes ${names.length === 0 ? "no arguments" : `at most ${names.join(" and ")}`} beside its options, so ${JSON.stringify(extra)} is one too many.`);
}
