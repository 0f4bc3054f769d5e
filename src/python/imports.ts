import type { Statement } from "./syntax.ts";
import { sourceOf, type Walk } from "./walk.ts";

/** `import a.b, c as d` under the cursor. */
export function readImport(walk: Walk, start: number, end: number): Statement {
  const names: { path: string; alias: string | null }[] = [];
  if (walk.first()) {
    do {
      const { path, alias } = readImported(walk);
      names.push({ path, alias });
    } while (walk.next());
    walk.up();
  }
  return { kind: "import", names, start, end };
}

/** `a.b` or `a.b as c`, from the text. */
function readImported(walk: Walk): { path: string; alias: string | null } {
  const [path, alias] = sourceOf(walk).split(/\s+as\s+/);
  return { path: path!.replace(/\s+/g, ""), alias: alias ?? null };
}

/** `from ..a import b as c` under the cursor. */
export function readFrom(walk: Walk, start: number, end: number): Statement {
  if (!walk.first()) return { kind: "other", start, end };
  const from = sourceOf(walk).replace(/\s+/g, "");
  const module = from.replace(/^\.+/, "");
  const names: { name: string; alias: string | null }[] = [];
  while (walk.next()) {
    const { path, alias } = readImported(walk);
    names.push({ name: path, alias });
  }
  walk.up();
  return { kind: "from", level: from.length - module.length, module, names, start, end };
}
