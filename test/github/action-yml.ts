import { readFileSync } from "node:fs";

export interface Field { readonly name: string; readonly description: string; readonly default: string | null }
export interface ActionFile { readonly inputs: readonly Field[]; readonly outputs: readonly Field[]; readonly main: string; readonly using: string }

/** Reads action.yml as far as it is written here: two-space steps, one line for each value. Throws on anything else. */
export function readAction(file: URL = new URL("../../action.yml", import.meta.url)): ActionFile {
  const found: Record<string, Record<string, Record<string, string>>> = {};
  let [section, name] = ["", ""];
  for (const line of readFileSync(file, "utf8").split("\n").filter((one) => one.trim() !== "" && !one.trim().startsWith("#"))) {
    const [, indent, key, rest] = /^( *)([\w-]+):(?: (.*))?$/.exec(line) ?? [];
    if (key === undefined) throw new Error(`action.yml is not written as expected: ${line}`);
    const value = scalar(rest ?? "");
    if (indent === "") [section, name] = [key, ""];
    if (indent === "") found[section] = { "": { value } };
    else if (indent === "  ") {
      name = key;
      found[section]![name] = { value };
    } else found[section]![name]![key] = value;
  }
  const fields = (of: string) => Object.entries(found[of] ?? {}).filter(([key]) => key !== "").map(([key, value]): Field => ({ name: key, description: value["description"] ?? "", default: value["default"] ?? null }));
  return { inputs: fields("inputs"), outputs: fields("outputs"), main: found["runs"]!["main"]!["value"]!, using: found["runs"]!["using"]!["value"]! };
}

function scalar(text: string): string {
  if (text.startsWith('"')) return JSON.parse(text) as string;
  if (/^[&*!|>'%@`[{]|: | #/.test(text)) throw new Error(`action.yml: put quotes around ${text}`);
  return text;
}

/** The tables of docs/action.md. */
export function table(fields: readonly Field[], defaults: boolean): string {
  const cell = (text: string) => text.replaceAll("|", "\\|");
  const rows = fields.map((field) => `| \`${field.name}\` | ${cell(field.description)} |${defaults ? ` ${field.default === null || field.default === "" ? "" : `\`${field.default}\``} |` : ""}`);
  return [defaults ? "| input | what it is | default |" : "| output | what it is |", defaults ? "| --- | --- | --- |" : "| --- | --- |", ...rows, ""].join("\n");
}
