import { commands, switches, type CommandName, type Option } from "./options.ts";

const program = "django-expand-contract";
const width = 100;

/** The help of the program, or of one command. */
export function help(command: CommandName | null): string {
  return command === null ? programHelp() : commandHelp(command);
}

function programHelp(): string {
  const names = Object.keys(commands) as CommandName[];
  return [
    "Reviews Django migrations from the side of the release that is still running, and writes the plan.",
    "",
    `Usage: ${program} COMMAND [options]`,
    "",
    "Commands:",
    ...names.flatMap((name) => entry(name, commands[name].summary)),
    "",
    "Options:",
    ...switches.flatMap(optionEntry),
    "",
    `${program} COMMAND --help prints a command's options.`,
    "Exit status: 0 passed, 1 the verdict is fail, 2 it could not be done.",
    "",
  ].join("\n");
}

function commandHelp(name: CommandName): string {
  const { usage, summary, options } = commands[name];
  return [
    ...wrapped(summary, width),
    "",
    ...usage.map((line, index) => `${index === 0 ? "Usage:" : "      "} ${program} ${line}`),
    "",
    "Options:",
    ...[...options, ...switches].flatMap(optionEntry),
    "",
  ].join("\n");
}

function optionEntry({ name, short, value, allowed, help: text }: Option): string[] {
  const left = `${short === undefined ? "    " : `-${short}, `}--${name}${value === undefined ? "" : ` ${value}`}`;
  return entry(left, allowed === undefined ? text : `${text} One of: ${allowed.join(", ")}.`);
}

/** A name with its explanation beside it. */
function entry(left: string, right: string): string[] {
  const indent = 32;
  return wrapped(right, width - indent).map((line, index) => `${index === 0 ? `  ${left}`.padEnd(indent) : " ".repeat(indent)}${line}`);
}

function wrapped(text: string, limit: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < limit) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
