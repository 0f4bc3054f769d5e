import type { Language, TreeCursor } from "web-tree-sitter";

/** tree-sitter's type id of a node it could not fit into the grammar. */
export const errorType = 65535;

/** Nested expressions cost more than the links of a chain (`a + b + …`), which is read without recursion. */
export const nestingCost = 5;
const depthLimit = 1000;

/** Node type names by id; "" for what is never read: punctuation, keywords, comments. */
export function nodeNames(language: Language): readonly string[] {
  return language.types.map((name, id) => (language.nodeTypeIsNamed(id) && name !== "comment" && name !== "line_continuation" ? name : ""));
}

/**
 * A walk over a tree's named nodes. Reading a node leaves the cursor on it.
 * Every call of the cursor goes into WebAssembly, which is what reading a tree costs: so only nodes that are used are visited,
 * their types are read when asked for, and in a tree without errors the text between brackets tells what needs no visit.
 */
export class Walk {
  readonly cursor: TreeCursor;
  readonly text: string;
  /** The tree has no errors. */
  readonly clean: boolean;
  /** Where the walk gave up because of nesting. */
  tooDeep: { readonly start: number; readonly end: number } | null = null;
  /** Where the node under the cursor begins, when the text told; else -1. */
  at = -1;
  private readonly names: readonly string[];
  /** The type of the node under the cursor; -1: not asked for yet. */
  private type = -1;
  private depth = 0;

  constructor(cursor: TreeCursor, text: string, names: readonly string[], clean: boolean) {
    this.cursor = cursor;
    this.text = text;
    this.names = names;
    this.clean = clean;
  }

  /** The type's name of the node under the cursor; "" for punctuation and comments. */
  name(): string {
    if (this.type === -1) this.type = this.cursor.nodeTypeId;
    return this.type === errorType ? "ERROR" : this.names[this.type]!;
  }

  start(): number {
    return this.at === -1 ? this.cursor.startIndex : this.at;
  }

  /** Goes to the first named child. Stays and says false when there is none. */
  first(): boolean {
    if (!this.cursor.gotoFirstChild()) return false;
    if (this.settle()) return true;
    this.up();
    return false;
  }

  /** As `first`, for a node that begins with a bracket at `start`. */
  firstItem(start: number): boolean {
    if (!this.clean) return this.first();
    const item = skipBlank(this.text, start + 1);
    if (closes(this.text.charCodeAt(item))) return false;
    if (!this.cursor.gotoFirstChild()) return false;
    if (this.step(item) || this.settle()) return true;
    this.up();
    return false;
  }

  /** Goes to the last child, whatever it is. Only for nodes that have children. */
  last(): void {
    this.cursor.gotoLastChild();
    this.type = this.at = -1;
  }

  previous(): boolean {
    this.type = this.at = -1;
    return this.cursor.gotoPreviousSibling();
  }

  /** Goes to the next named sibling. false when there is none: then `up` is what is left to do. */
  next(): boolean {
    return this.cursor.gotoNextSibling() && this.settle();
  }

  /** As `next`, between brackets, after a child that ends at `end`. */
  nextItem(end: number): boolean {
    if (!this.clean) return this.next();
    const { text } = this;
    const separator = skipBlank(text, end);
    const code = text.charCodeAt(separator);
    if (closes(code)) return false;
    if (code !== comma) return this.next();
    const item = skipBlank(text, separator + 1);
    if (closes(text.charCodeAt(item))) return false;
    this.cursor.gotoNextSibling();
    return this.step(item) || this.next();
  }

  up(): void {
    this.cursor.gotoParent();
    this.type = this.at = -1;
  }

  /** Spends nesting; false, with the place kept, when there is none left. Give back with `leave`. */
  enter(cost: number): boolean {
    if (this.depth + cost > depthLimit) {
      this.tooDeep ??= { start: this.cursor.startIndex, end: this.cursor.endIndex };
      return false;
    }
    this.depth += cost;
    return true;
  }

  leave(cost: number): void {
    this.depth -= cost;
  }

  /** From a bracket or a comma to the item after it; false, without a move, when a comment or an escaped line break comes first. */
  private step(item: number): boolean {
    const code = this.text.charCodeAt(item);
    if (code === hash || code === backslash) return false;
    this.cursor.gotoNextSibling();
    this.type = -1;
    this.at = item;
    return true;
  }

  /** Goes on to the first named node from here. */
  private settle(): boolean {
    const { cursor, names } = this;
    this.at = -1;
    do {
      const type = cursor.nodeTypeId;
      if (type === errorType || names[type] !== "") {
        this.type = type;
        return true;
      }
    } while (cursor.gotoNextSibling());
    return false;
  }
}

const hash = 35;
const backslash = 92;
const comma = 44;

/** The offset of the first character that is no space, tab or line break. */
function skipBlank(text: string, from: number): number {
  let at = from;
  for (let code = text.charCodeAt(at); code === 32 || (code >= 9 && code <= 13); code = text.charCodeAt(at)) at++;
  return at;
}

/** `)`, `]` or `}`. */
function closes(code: number): boolean {
  return code === 41 || code === 93 || code === 125;
}

/** The text of the node under the cursor, escaped line breaks as spaces. */
export function sourceOf(walk: Walk): string {
  const text = walk.text.slice(walk.cursor.startIndex, walk.cursor.endIndex);
  return text.includes("\\") ? text.replace(/\\\r?\n/g, " ") : text;
}
