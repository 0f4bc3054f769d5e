import type { Place } from "../../place.ts";

/** `# expand-contract: accept blocks-writes 200 rows, at night`, as it stands in a file. */
export interface AcceptComment extends Place {
  readonly rule: string;
  /** null: the comment gives none. */
  readonly reason: string | null;
  /** The first line of code that it stands beside or above. */
  readonly codeLine: number;
}

const pattern = /#\s*expand-contract:\s*accept\b[ \t]*([\w-]*)[ \t:,–-]*(.*)$/i;

/** The comments of a file that accept something. In a string such a line would count, too: it names a rule and a reason all the same, and is listed. */
export function acceptComments(path: string, text: string): AcceptComment[] {
  if (!/expand-contract:/i.test(text)) return [];
  const lines = text.split(/\r\n|\r|\n/);
  return lines.flatMap((line, index) => {
    const match = pattern.exec(line);
    if (!match) return [];
    const reason = match[2]!.trim();
    return [{ path, line: index + 1, rule: match[1]!.toLowerCase(), reason: /\w/u.test(reason) ? reason : null, codeLine: nextCode(lines, index) + 1 }];
  });
}

/** The comment's own line where it stands behind code, else the next line that is neither blank nor a comment. */
function nextCode(lines: readonly string[], from: number): number {
  for (let i = from; i < lines.length; i++) if (!/^\s*(#|$)/.test(lines[i]!)) return i;
  return from;
}
