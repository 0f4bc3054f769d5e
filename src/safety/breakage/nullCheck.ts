type Truth = "true" | "false" | "null";
type Truths = ReadonlySet<Truth>;
/** No honest check is longer; brackets in brackets are read by recursion. */
const mostTokens = 1000;
const unsaid: Truths = new Set<Truth>(["null"]);
const anything: Truths = new Set<Truth>(["true", "false", "null"]);

/**
 * May a CHECK refuse a row because these columns are NULL in it? SQL's three-valued logic over AND, OR and NOT: only false refuses. What is no plain
 * comparison may come out as anything, and so may one that names other columns alone.
 */
export function refusesNulls(sql: string, columns: ReadonlySet<string>): boolean {
  const tokens = sql.match(/'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|[A-Za-z_][\w$]*|[()]|[^\s()'"`\w]+|\S/g) ?? [];
  if (tokens.length > mostTokens) return true;
  const read = new Reader(tokens, columns);
  const truths = read.either();
  return !read.done || (read.asks && truths.has("false"));
}

class Reader {
  readonly #tokens: readonly string[];
  readonly #columns: ReadonlySet<string>;
  #at = 0;
  /** Does any part give something else than NULL for a NULL? */
  asks = false;

  constructor(tokens: readonly string[], columns: ReadonlySet<string>) {
    this.#tokens = tokens;
    this.#columns = columns;
  }

  get done(): boolean {
    return this.#at >= this.#tokens.length;
  }

  either(): Truths {
    let left = this.#both();
    while (this.#takes("or")) left = combined(left, this.#both(), "true");
    return left;
  }

  #both(): Truths {
    let left = this.#one();
    while (this.#takes("and")) left = combined(left, this.#one(), "false");
    return left;
  }

  #one(): Truths {
    if (this.#takes("not")) return new Set([...this.#one()].map((truth): Truth => (truth === "null" ? "null" : truth === "true" ? "false" : "true")));
    const start = this.#at;
    if (this.#takes("(")) {
      const inner = this.either();
      if (this.#takes(")") && this.#ends()) return inner;
      this.#at = start;
    }
    return this.#comparison();
  }

  /** Up to the AND, OR or bracket that ends it; the AND of a BETWEEN is its own. */
  #comparison(): Truths {
    const start = this.#at;
    let between = false;
    for (let depth = 0; !this.done; this.#at++) {
      if (depth === 0 && !between && this.#ends()) break;
      const token = this.#word();
      if (depth === 0 && token === "and") between = false;
      if (depth === 0 && token === "between") between = true;
      depth += token === "(" ? 1 : token === ")" ? -1 : 0;
    }
    const truths = truthsOf(this.#tokens.slice(start, this.#at), this.#columns);
    this.asks ||= truths.named && truths.of !== unsaid;
    return truths.of;
  }

  #ends(): boolean {
    return this.done || ["and", "or", ")"].includes(this.#word());
  }

  #word(): string {
    return this.#tokens[this.#at]?.toLowerCase() ?? "";
  }

  #takes(word: string): boolean {
    if (this.#word() !== word) return false;
    this.#at++;
    return true;
  }
}

/** Operators that give NULL for a NULL operand. */
const strict = /^(=|<>|!=|<|<=|>|>=|~|~\*|!~|!~\*|\+|-|\*|\/|%|,|like|ilike|in|between|and|not|collate|::|upper|lower|length|char_length|\(|\)|-?\d[\d.]*|'.*)$/is;

/** What a comparison may come out as, and whether it names one of the columns. */
function truthsOf(tokens: readonly string[], columns: ReadonlySet<string>): { readonly of: Truths; readonly named: boolean } {
  const names = tokens.map((token) => (/^["`]/.test(token) ? token.slice(1, -1) : token));
  if (!names.some((name) => columns.has(name))) return { of: anything, named: false };
  const [first = "", ...rest] = names.filter((name) => name !== "(" && name !== ")");
  const tail = columns.has(first) ? rest.join(" ").toLowerCase() : "";
  if (tail === "is null" || tail === "is not null") return { of: new Set<Truth>([tail === "is null" ? "true" : "false"]), named: true };
  return { of: names.every((name, at) => columns.has(name) || strict.test(tokens[at]!)) ? unsaid : anything, named: true };
}

/** AND (whose `strong` is false) or OR (true): the strong one wins, then NULL. */
function combined(left: Truths, right: Truths, strong: Truth): Truths {
  return new Set([...left].flatMap((a) => [...right].map((b): Truth => (a === strong || b === strong ? strong : a === "null" || b === "null" ? "null" : a))));
}
