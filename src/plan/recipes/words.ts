/** A name in a code span of our own words: without the marks that would end it. */
export function span(name: string): string {
  return `\`${name.replaceAll("`", "'")}\``;
}

/** What follows a migration's number: lower case, short, a valid module name. */
export function slug(...parts: readonly string[]): string {
  const text = parts.join("_").toLowerCase().replace(/\W+/g, "_").replace(/_+/g, "_").replace(/^_|_$/g, "");
  return text.slice(0, 60).replace(/_$/, "");
}
