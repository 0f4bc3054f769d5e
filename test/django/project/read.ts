import { createPython, loadPython } from "../../../src/python/reader.ts";
import { noChoices } from "../../../src/django/project/facts.ts";
import type { FactChoices } from "../../../src/django/project/facts.ts";
import { findProjects, wantedFiles } from "../../../src/django/project/layout.ts";
import { readProject } from "../../../src/django/project/project.ts";
import type { DjangoProject } from "../../../src/django/project/project.ts";
import type { Source } from "../../../src/source/source.ts";

export type FileTexts = Readonly<Record<string, string>>;

/** Reads every project of a repository given as path → text. */
export async function readProjects(texts: FileTexts, choices: Partial<FactChoices> = {}, labels: ReadonlyMap<string, string> = new Map()): Promise<readonly DjangoProject[]> {
  const paths = Object.keys(texts).sort();
  return readFrom({ label: "", commit: null, list: async () => paths.map((path) => ({ path, blob: null, size: null })), read: async (wanted) => new Map(wanted.flatMap((path) => (path in texts ? [[path, { text: texts[path]! }]] : []))) }, choices, labels);
}

/** Reads as a caller does: the wanted files in one batch, then what Python turns out to need. */
export async function readFrom(source: Source, choices: Partial<FactChoices> = {}, labels: ReadonlyMap<string, string> = new Map()): Promise<readonly DjangoProject[]> {
  const entries = await source.list();
  const given = new Map<string, string>();
  const give = async (wanted: readonly string[]) => {
    for (const [path, read] of await source.read(wanted)) given.set(path, "text" in read ? read.text : "");
  };
  await give([...wantedFiles(entries)]);
  const parser = await loadPython();
  const files = { paths: entries.map((entry) => entry.path), text: (path: string) => given.get(path) ?? null };
  const known = new Set(files.paths);
  const all = { ...noChoices, ...choices };
  const layouts = findProjects(files, all.settings);
  const projects: DjangoProject[] = [];
  for (const layout of layouts) {
    const python = createPython(parser, { has: (path) => known.has(path), text: files.text, roots: layout.roots });
    for (let round = 0; ; round++) {
      const project = readProject({ layout, layouts, files, python, choices: all, labels });
      if (python.wanted.size === 0 || round > 10) {
        projects.push(project);
        break;
      }
      await give([...python.wanted]);
    }
  }
  return projects;
}
