import { vendors, type Vendor } from "../../django/project.ts";
import type { Example, Rule } from "./rule.ts";
import { allRules } from "./rules.ts";

/** The page docs/findings/<id>.md, made from a rule's record. */
export function rulePage(rule: Rule): string {
  return lines(
    `# ${rule.title}`,
    `\`${rule.id}\` · ${rule.level} · ${databases(rule)}${rule.versions === undefined ? "" : ` · ${rule.versions}`}`,
    rule.why,
    "## What to do",
    rule.advice,
    "## Told",
    example(rule.bad),
    "## Not told",
    example(rule.good),
    "## Accepting it",
    `A comment on the line of the operation or above it takes the finding out of the verdict; the report lists it with its reason:`,
    `\`\`\`python\n# expand-contract: accept ${rule.id} the reason, in your words\n\`\`\``,
  );
}

/** The page docs/findings/README.md: every rule in a table. */
export function rulesPage(): string {
  const row = (rule: Rule) => `| [\`${rule.id}\`](${rule.id}.md) | ${rule.level} | ${rule.title} | ${databases(rule)} |`;
  return lines(
    "# Findings",
    "An **error** breaks a release, loses data or cannot run; a **warning** makes users wait, or may; a **note** is worth a word. `fail-on` chooses what fails the check. These pages are made from the records in `src/safety/findings/rules/`, and each page's two examples are run as tests.",
    "The examples change a shop with two models that the running release has: `Customer(email, name)` and `Order(customer, ref, note, total)`; `name`, `note` and `total` are nullable.",
    ["| rule | level | | databases |", "|---|---|---|---|", ...allRules.map(row)].join("\n"),
  );
}

const names: Record<Vendor, string> = { postgresql: "PostgreSQL", mysql: "MySQL", mariadb: "MariaDB", sqlite: "SQLite" };

function databases(rule: Rule): string {
  return rule.databases.length === vendors.length ? "every database" : rule.databases.map((vendor) => names[vendor]).join(", ");
}

function example({ code, attributes, operations, released, config, database, files, runningFiles }: Example): string {
  const parts: string[] = [];
  if (database !== undefined) parts.push(`On ${names[database]}:`);
  if (config !== undefined) parts.push(fence("toml", `[tool.django-expand-contract]\n${config}`));
  if (released !== undefined) parts.push("The running release has:", fence("python", list(released)));
  for (const [path, text] of Object.entries(runningFiles ?? {})) parts.push(`Its \`${path}\`:`, fence("python", text));
  if (runningFiles !== undefined) parts.push("The change:");
  if (operations !== undefined) parts.push(fence("python", [...(code === undefined ? [] : [`${code}\n\n`]), ...(attributes === undefined ? [] : [attributes]), list(operations)].join("\n")));
  for (const [path, text] of Object.entries(files ?? {})) parts.push(text === null ? `\`${path}\` is deleted.` : text === "" ? `\`${path}\`, an empty file.` : `\`${path}\`:\n\n${fence("python", text)}`);
  return parts.join("\n\n");
}

function list(operations: string): string {
  return `operations = [\n${operations.replace(/^(?=.)/gm, "    ")}\n]`;
}

function fence(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}

function lines(...blocks: readonly string[]): string {
  return `${blocks.join("\n\n")}\n`;
}
