import type { Plan } from "../../src/plan/types.ts";

/** A plan as a reviewer would read it: releases, steps, their files and SQL. */
export function files({ releases, shortcuts }: Plan): string {
  const lines: string[] = [];
  for (const { text, code, another } of shortcuts) lines.push(`${another ? "ANOTHER WAY" : "SHORTER"}: ${text}`, ...(code === null ? [] : [code]), "");
  for (const { number, phase, gate, steps } of releases) {
    lines.push(`=== RELEASE ${number} (${phase})${gate === null ? "" : `: ${gate}`}`, "");
    for (const step of steps) {
      lines.push(`--- ${step.target}: ${step.title}${step.explanation === "" ? "" : `\n    ${step.explanation}`}`);
      for (const edit of step.edits) lines.push(`[${edit.kind}] ${edit.path}`, edit.text.trimEnd());
      if (step.sql.length > 0) lines.push("[sql]", ...step.sql.map(({ sql }) => `${sql};`));
      if (step.unknown !== null) lines.push(`[unknown] ${step.unknown}`);
      lines.push("");
    }
  }
  return `${lines.join("\n").trimEnd()}\n`;
}
