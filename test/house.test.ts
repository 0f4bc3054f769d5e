import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

/** The rooms, each of which may use those above it and none below. `schema/lower` and `schema/expressions` write SQL with what `sql` gives them. */
const rooms = ["", "source", "python", "django", "schema", "sql", "schema/lower", "safety", "usage", "config", "history", "plan", "rehearsal", "report", "review", "cli", "github"];
const pure = ["django", "schema", "sql", "schema/lower", "safety", "usage", "history", "plan", "report", "review"];
/** The front doors and what both ends share, at the top of src/. */
const doors = new Set(["action", "cli", "audit", "explain", "review", "verdict"].map((name) => `src/${name}.ts`));

const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts")).map((path) => join("src", path)).filter((path) => !doors.has(path));

function roomOf(path: string): string {
  const [, room, inner] = path.split("/");
  if (room === "schema" && (inner === "lower" || inner === "expressions")) return "schema/lower";
  return room!.endsWith(".ts") ? "" : room!;
}

/** What a file runs of others: imports of types alone are no arrows. */
function imports(path: string): readonly string[] {
  const found = [...readFileSync(path, "utf8").matchAll(/^(?:import|export) (?!type )([^;]*?) ?from "([^"]+)"|import\("([^"]+)"\)/gm)];
  return found.filter(([, names = "x"]) => !/^\{(?:\s*type [^,}]+,?)+\s*\}$/.test(names)).map(([, , from, loaded]) => (from ?? loaded)!);
}

test("one direction, no circles: a room uses only those before it", () => {
  const wrong = files.flatMap((path) =>
    imports(path).flatMap((from) => {
      if (!from.startsWith(".")) return [];
      const target = join(dirname(path), from);
      // The doors load the core when they are asked to.
      if (doors.has(target) && (path.startsWith("src/cli/") || path.startsWith("src/github/"))) return [];
      return rooms.indexOf(roomOf(target)) > rooms.indexOf(roomOf(path)) || doors.has(target) ? [`${path} uses ${target}`] : [];
    }),
  );
  expect(wrong).toEqual([]);
});

test("every room has its place", () => {
  for (const path of files) expect(rooms).toContain(roomOf(path));
});

test("what lies between the ends is pure: no file, clock, chance or network", () => {
  const wrong = files.filter((path) => pure.includes(roomOf(path))).flatMap((path) => {
    const code = readFileSync(path, "utf8").replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, "");
    const used = [...imports(path).filter((from) => from.startsWith("node:") && from !== "node:crypto"), ...(code.match(/\bDate\.now\(|\bnew Date\(\)|Math\.random\(|\bfetch\(|process\.(?!platform)\w+/g) ?? [])];
    return used.map((what) => `${path}: ${what}`);
  });
  expect(wrong).toEqual([]);
});
