/** A chain of attributes, calls and subscripts as it stands: `Order.objects.filter(…)[0].customer` is those four names. */
export interface Chain {
  readonly names: readonly string[];
  /** It begins with a name, not with a literal or a bracket. */
  readonly rooted: boolean;
}

/** An open bracket. */
export interface Frame {
  readonly bracket: string;
  /** What is called; null for brackets that are no call. */
  readonly callee: Chain | null;
  /** What a closing bracket leads back to. */
  readonly before: Chain | null;
  /** The keyword argument that is being read. */
  keyword: string | null;
}

/** A class or function around a token. */
export interface Scope {
  readonly kind: "class" | "function";
  readonly column: number;
  /** Offset of its `class` or `def`. */
  readonly start: number;
  readonly name: string;
  /** The option (`ordering = …`) whose value is being read in a class body. */
  option: string | null;
}

/** Where a name was met: everything that is known without knowing the models. */
export interface Spot {
  readonly at: number;
  readonly name: string;
  readonly kind: "attribute" | "keyword" | "string" | "name" | "assigned";
  /** What the attribute is taken of. */
  readonly receiver: Chain | null;
  /** The innermost open brackets, outermost first; copies, as are the scopes. */
  readonly frames: readonly Frame[];
  readonly scopes: readonly Scope[];
  /** `(` follows: a method. */
  readonly called: boolean;
}
