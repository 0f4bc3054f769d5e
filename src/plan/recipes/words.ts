/** What follows a migration's number: lower case, short, a valid module name. */
export function slug(...parts: readonly string[]): string {
  const text = parts.join("_").toLowerCase().replace(/\W+/g, "_").replace(/_+/g, "_").replace(/^_|_$/g, "");
  return text.slice(0, 60).replace(/_$/, "");
}
