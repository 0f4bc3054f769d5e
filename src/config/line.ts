/**
 * The 1-based line on which a key of a table stands, for messages; null when it is written in a way this does not look for
 * (an inline table). The TOML parser gives no positions.
 */
export function lineOfKey(text: string, section: string, key: string): number | null {
  let current = "";
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const header = /^\s*\[\s*([^[\]]+?)\s*\]\s*(#.*)?$/.exec(line);
    if (header) {
      current = header[1]!.replace(/["']/g, "").replace(/\s*\.\s*/g, ".");
      if (current === (section === "" ? key : `${section}.${key}`)) return index + 1;
      continue;
    }
    const name = /^\s*["']?([\w-]+)["']?\s*[.=]/.exec(line)?.[1];
    if (current === section && name === key) return index + 1;
  }
  return null;
}
