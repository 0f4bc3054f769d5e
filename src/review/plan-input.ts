import { wantedFiles } from "../plan/models/files.ts";
import type { PlanInput } from "../plan/plan.ts";
import type { Python } from "../python/python.ts";
import { createPython, type PythonParser } from "../python/reader.ts";
import { type Source, textOf } from "../source/source.ts";
import type { OpenProject } from "../history/open.ts";
import { walkContextOf } from "../history/start.ts";

type Reviewed = Pick<PlanInput, "running" | "last" | "steps" | "migrations"> & { readonly project: OpenProject };

/** A review with what a plan needs beside it: a reader of raw SQL, of the plan's own files, and the models' text. Throws SourceError. */
export async function planInput(reviewed: Reviewed, source: Source, parser: PythonParser): Promise<PlanInput> {
  const { project, migrations } = reviewed;
  const wanted = wantedFiles((await source.list()).map((entry) => entry.path), migrations);
  const texts = await source.read(wanted);
  const modelText = (path: string): string | null => textOf(texts.get(path));
  return { ...reviewed, context: await walkContextOf(project, true), overlay: (files) => overlaid(project.python, parser, files), modelPaths: wanted, modelText };
}

/** The repository's Python with the given files in the place of its own. */
export function overlaid(python: Python, parser: PythonParser, files: ReadonlyMap<string, string>): Python {
  const own = createPython(parser, { has: (path) => files.has(path), text: (path) => files.get(path) ?? null, roots: [""] });
  return { ...python, module: (path) => (files.has(path) ? own.module(path) : python.module(path)) };
}
