/**
 * The part of Python's syntax that migrations, models, settings and apps are read from. Plain data, made from tree-sitter's tree in one pass;
 * offsets are UTF-16 code units into the file's text. Anything not listed is an "other" that carries its extent only.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type Expression = Span &
  (
    /** A name or a chain of attributes of a name: `models.CharField`. */
    | { readonly kind: "name"; readonly path: string }
    /** An attribute of anything else: `Q(a=1).negate`. */
    | { readonly kind: "attribute"; readonly object: Expression; readonly name: string }
    | { readonly kind: "call"; readonly callee: Expression; readonly args: readonly Argument[] }
    | { readonly kind: "string"; readonly value: string }
    | { readonly kind: "bytes"; readonly value: string }
    | { readonly kind: "integer"; readonly value: number | bigint }
    | { readonly kind: "float"; readonly text: string }
    | { readonly kind: "constant"; readonly value: null | boolean }
    | { readonly kind: "list" | "tuple" | "set"; readonly items: readonly Expression[] }
    /** A null key is `**spread`. */
    | { readonly kind: "dict"; readonly entries: readonly (readonly [Expression | null, Expression])[] }
    | { readonly kind: "binary"; readonly operator: string; readonly left: Expression; readonly right: Expression }
    | { readonly kind: "unary"; readonly operator: string; readonly operand: Expression }
    | { readonly kind: "subscript"; readonly object: Expression; readonly index: Expression }
    | { readonly kind: "conditional"; readonly test: Expression; readonly then: Expression; readonly otherwise: Expression }
    /** `*items`, in a list, tuple or call. */
    | { readonly kind: "starred"; readonly value: Expression }
    /** Anything else, named for a person: "a list comprehension", "a lambda", "an f-string with a placeholder" (with its parts). */
    | { readonly kind: "other"; readonly what: string; readonly parts?: readonly (string | Expression)[] }
  );

export type Argument =
  | { readonly kind: "positional"; readonly value: Expression }
  | { readonly kind: "keyword"; readonly name: string; readonly value: Expression }
  | { readonly kind: "star" | "double star"; readonly value: Expression };

export type Statement = Span &
  (
    /** `a = b = 1` has two targets; an annotated assignment has one. */
    | { readonly kind: "assign"; readonly targets: readonly Expression[]; readonly value: Expression }
    | { readonly kind: "augmented"; readonly target: Expression; readonly operator: string; readonly value: Expression }
    | { readonly kind: "expression"; readonly value: Expression }
    | { readonly kind: "import"; readonly names: readonly { readonly path: string; readonly alias: string | null }[] }
    /** `from ..a import b as c`: level 2, module "a". `*` is a name. */
    | { readonly kind: "from"; readonly level: number; readonly module: string; readonly names: readonly { readonly name: string; readonly alias: string | null }[] }
    | ClassStatement
    | FunctionStatement
    | { readonly kind: "return"; readonly value: Expression | null }
    | { readonly kind: "if"; readonly test: Expression; readonly then: readonly Statement[]; readonly otherwise: readonly Statement[] }
    | { readonly kind: "try"; readonly body: readonly Statement[]; readonly handlers: readonly (readonly Statement[])[] }
    /** Targets: the loop's variables, the names after `as`. A `match` is read as a `while` with the bodies of its cases: they may not run. */
    | { readonly kind: "with" | "for" | "while"; readonly body: readonly Statement[]; readonly targets?: readonly Expression[]; /** What a `for` loops over. */ readonly over?: Expression }
    /** Targets: the names that `del` takes away. */
    | { readonly kind: "other"; readonly targets?: readonly Expression[] }
  );

export interface ClassStatement extends Span {
  readonly kind: "class";
  readonly name: string;
  readonly bases: readonly Argument[];
  readonly decorators?: readonly Expression[];
  readonly body: readonly Statement[];
}

export interface FunctionStatement extends Span {
  readonly kind: "function";
  readonly name: string;
  /** Parameter names without defaults and annotations; `*args` and `**kwargs` with their stars. */
  readonly parameters: readonly string[];
  /** The defaults of those parameters that have one. */
  readonly defaults?: ReadonlyMap<string, Expression>;
  readonly decorators: readonly Expression[];
  /** Read when first asked for. */
  readonly body: readonly Statement[];
}
