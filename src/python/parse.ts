import { Language, Parser, type Range, type Tree } from "web-tree-sitter";
import { readProblems, type SyntaxProblem } from "./errors.ts";
import { readFunctionBody, readStatements } from "./statements.ts";
import type { Statement } from "./syntax.ts";
import { nodeNames, Walk } from "./walk.ts";
import type { PythonWasm } from "./wasm.ts";

/** Turns a file's text into syntax. Throws nothing: what could not be read is in `problems`. */
export interface PythonParser {
  parse(text: string): ParsedFile;
}

export interface ParsedFile {
  readonly body: readonly Statement[];
  readonly problems: readonly SyntaxProblem[];
}

export interface ParseLimits {
  /** UTF-16 code units of a file. */
  readonly size: number;
  /** tree-sitter's steps for a file, in hundreds: a limit of time that is the same on every machine (about 30,000 a second). */
  readonly work: number;
  /** How often tree-sitter may fetch a piece of the text (5,120 code units), beside one time for every 100: its lexer can go over a long text for every token. */
  readonly reads: number;
  /** The last resort: some errors make single steps slow, which no count shows. */
  readonly milliseconds: number;
}

/** Real files take a hundredth of it. */
const defaultLimits: ParseLimits = { size: 2_000_000, work: 120_000, reads: 1_000, milliseconds: 8_000 };

/** Makes the parser from its two WebAssembly files. Throws when they do not fit together. */
export async function createParser(wasm: PythonWasm, limits: ParseLimits = defaultLimits): Promise<PythonParser> {
  await Parser.init({ wasmBinary: wasm.runtime as unknown as ArrayBuffer });
  const language = await Language.load(wasm.grammar);
  const names = nodeNames(language);
  const parser = new Parser();
  parser.setLanguage(language);

  function tree(text: string, range?: Range): Tree | null {
    let work = 0;
    const end = performance.now() + limits.milliseconds;
    let reads = limits.reads + text.length / 100;
    const options = {
      ...(range && { includedRanges: [range] }),
      ...(text.length > smallFile && { progressCallback: () => ++work > limits.work || reads < 0 || performance.now() > end }),
    };
    // Without its text the parser ends soon.
    const result = parser.parse((index) => (--reads < 0 ? "" : text.slice(index)), null, options);
    if (result === null) parser.reset(); // else the next parse would go on with this text
    if (reads >= 0) return result;
    result?.delete();
    return null;
  }

  function read(text: string): ParsedFile {
    if (text.length > limits.size) return nothing(text, `the file is too large to be read: ${text.length} characters, at most ${limits.size}`);
    const parsed = tree(text);
    if (parsed === null) return nothing(text, "the file takes too long to be read");
    return walkThrough(parsed, text, (walk) => {
      const body = readStatements(walk, (start, end) => readLater(text, start, end));
      const problems = walk.clean ? [] : readProblems(parsed, text);
      if (walk.tooDeep !== null) problems.push({ ...walk.tooDeep, message: "nested too deeply to be read: more than 200 levels" });
      return { body, problems };
    });
  }

  function readLater(text: string, start: number, end: number): readonly Statement[] {
    const parsed = tree(text, rangeOf(text, start, end));
    if (parsed === null) return [];
    return walkThrough(parsed, text, (walk) => readFunctionBody(walk, (from, to) => readLater(text, from, to)));
  }

  function walkThrough<T>(parsed: Tree, text: string, use: (walk: Walk) => T): T {
    const cursor = parsed.walk();
    try {
      return use(new Walk(cursor, text, names, !parsed.rootNode.hasError));
    } finally {
      cursor.delete();
      parsed.delete();
    }
  }

  return { parse: read };
}

/** Files below are too small to take long. */
const smallFile = 4_000;

function nothing(text: string, message: string): ParsedFile {
  return { body: [], problems: [{ start: 0, end: text.length, message }] };
}

/** tree-sitter takes rows and columns, too; only the column matters (indentation). */
function rangeOf(text: string, start: number, end: number): Range {
  const column = start - (text.lastIndexOf("\n", start - 1) + 1);
  return { startIndex: start, endIndex: end, startPosition: { row: 0, column }, endPosition: { row: 1_000_000, column: 0 } };
}
