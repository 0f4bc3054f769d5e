/**
 * Text of others inside a sentence of ours: a Markdown code span that holds it whole, whatever backticks are in it, so that nothing of it can pass for
 * our own words. Line breaks and unseen characters are the report's to show.
 */
export function codeSpan(text: string): string {
  const ticks = fitting(text, 1);
  // CommonMark takes one space from both ends where both have one.
  const pad = text === "" || /^`|`$/.test(text) || (/^ .* $/s.test(text) && text.trim() !== "") ? " " : "";
  return `${ticks}${pad}${text}${pad}${ticks}`;
}

/** A run of backticks, at least `least`, that does not occur in the text. */
export function fitting(text: string, least: number): string {
  const runs = new Set((text.match(/`+/g) ?? []).map((run) => run.length));
  let length = least === 1 ? 1 : Math.max(least, ...[...runs].map((run) => run + 1));
  while (runs.has(length)) length += 1;
  return "`".repeat(length);
}
