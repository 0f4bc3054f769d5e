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
 * Every call of the cursor goes into WebAssembly, so a node's type is read once, and only nodes that are used are visited.
 */
export class Walk {
  /** The type of the node under the cursor after `first`, `next` and `last`. */
  type = 0;
  /** Where the walk gave up because of nesting. */
  tooDeep: { readonly start: number; readonly end: number } | null = null;
  readonly cursor: TreeCursor;
  readonly text: string;
  private readonly names: readonly string[];
  private readonly clean: boolean;
  private depth = 0;

  /** `clean`: the tree has no errors. */
  constructor(cursor: TreeCursor, text: string, names: readonly string[], clean: boolean) {
    this.clean = clean;
    this.cursor = cursor;
    this.text = text;
    this.names = names;
    this.type = cursor.nodeTypeId;
  }

  /** The type's name; "" for punctuation and comments. */
  name(): string {
    return this.type === errorType ? "ERROR" : this.names[this.type]!;
  }

  /** Goes to the first named child. Stays and says false when there is none. */
  first(): boolean {
    if (!this.cursor.gotoFirstChild()) return false;
    if (this.settle()) return true;
    this.cursor.gotoParent();
    return false;
  }

  /** Goes to the last child, whatever it is. Only for nodes that have children. */
  last(): void {
    this.cursor.gotoLastChild();
    this.type = this.cursor.nodeTypeId;
  }

  /** Goes to the next named sibling. false when there is none: then `up` is what is left to do. */
  next(): boolean {
    return this.cursor.gotoNextSibling() && this.settle();
  }

  /**
   * As `next`, between brackets, after a child that ends at `end`. In a tree without errors the text tells what follows,
   * which spares visits to the comma and the closing bracket.
   */
  nextItem(end: number): boolean {
    if (!this.clean) return this.next();
    const { text, cursor } = this;
    const separator = skipBlank(text, end);
    if (closes(text.charCodeAt(separator))) return false;
    if (text.charCodeAt(separator) !== comma || closes(text.charCodeAt(skipBlank(text, separator + 1)))) return this.next();
    cursor.gotoNextSibling();
    return this.next();
  }

  up(): void {
    this.cursor.gotoParent();
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

  private settle(): boolean {
    const { cursor, names } = this;
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
