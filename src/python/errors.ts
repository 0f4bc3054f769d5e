import type { Tree, TreeCursor } from "web-tree-sitter";
import { errorType } from "./walk.ts";
import { codeSpan } from "../code-span.ts";

/** Something in a file that is not Python, as tree-sitter recovered from it. */
export interface SyntaxProblem {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

const mostProblems = 50;

/** The errors of a tree in order of place: merge conflict markers by name, then what stands where it does not fit. At most 50. Only for a tree that has some. */
export function readProblems(tree: Tree, text: string): SyntaxProblem[] {
  const markers = conflictMarkers(text).slice(0, mostProblems);
  if (markers.length === mostProblems) return markers;
  const problems = [...markers];
  const cursor = tree.walk();
  try {
    collect(cursor, text, problems, markers);
  } finally {
    cursor.delete();
  }
  return problems.toSorted((a, b) => a.start - b.start).slice(0, mostProblems);
}

/** Visits only nodes that hold an error, without recursion. */
function collect(cursor: TreeCursor, text: string, problems: SyntaxProblem[], markers: readonly SyntaxProblem[]): void {
  const most = problems.length + mostProblems;
  for (;;) {
    const node = cursor.currentNode;
    const found = cursor.nodeTypeId === errorType || node.isMissing;
    if (found && !markers.some((marker) => marker.start < node.endIndex + 1 && node.startIndex < marker.end)) {
      problems.push({ start: node.startIndex, end: node.endIndex, message: describe(text, node.startIndex, node.endIndex, node.isMissing ? node.type : null) });
      if (problems.length >= most) return;
    }
    if (!found && node.hasError && cursor.gotoFirstChild()) continue;
    while (!cursor.gotoNextSibling()) if (!cursor.gotoParent()) return;
  }
}

function describe(text: string, start: number, end: number, missing: string | null): string {
  if (missing !== null) return `syntax error: ${names[missing] ?? codeSpan(missing)} is missing`;
  const source = text.slice(start, end).trim();
  const line = source.split("\n", 1)[0]!.trim();
  if (line === "") return "syntax error";
  return `syntax error at ${codeSpan(line.length > 60 ? `${line.slice(0, 60)}…` : line)}`;
}

const names: Record<string, string> = {
  identifier: "a name",
  string_end: "the end of a string",
  _newline: "a line break",
  _indent: "an indented block",
  _dedent: "the end of an indented block",
};

/** Lines git leaves where two branches changed the same code. `=======` counts only beside one of the others: it also underlines headings. */
function conflictMarkers(text: string): SyntaxProblem[] {
  if (!/^(<{7}|>{7})( |\r?$)/m.test(text)) return [];
  return [...text.matchAll(/^(?:<{7}|={7}|>{7}|\|{7})(?: .*)?(?=\r?$)/gm)].map((marker) => {
    const line = marker[0].trimEnd();
    const shown = line.length > 60 ? `${line.slice(0, 60)}…` : line;
    return { start: marker.index, end: marker.index + line.length, message: `a merge conflict marker was committed: ${codeSpan(shown)}` };
  });
}
