import type { Token } from "./tokens.ts";

/** Reads tokens from left to right. */
export class Cursor {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  /** Takes the words when they come next, whatever their case. */
  take(...words: readonly string[]): boolean {
    for (const [i, word] of words.entries()) {
      const token = this.#tokens[this.#at + i];
      if (!token || token.kind === "name" || token.kind === "string" || token.text.toUpperCase() !== word) return false;
    }
    this.#at += words.length;
    return true;
  }

  /** Takes any one of the words. */
  takeAny(...words: readonly string[]): boolean {
    return words.some((word) => this.take(word));
  }

  /** The next name, quoted or not; the schema before a dot is left out. null at the end or at punctuation. */
  name(): string | null {
    const token = this.#tokens[this.#at];
    if (!token || token.kind === "string" || token.kind === "punctuation") return null;
    this.#at++;
    if (this.take(".")) return this.name();
    return token.kind === "word" ? (token.text.split(".").filter((part) => part !== "").at(-1) ?? null) : token.text;
  }

  /** The names between brackets; null when none come next. Lengths and directions behind a name are passed over. */
  names(): readonly string[] | null {
    const inner = this.brackets();
    if (!inner) return null;
    const names: string[] = [];
    let depth = 0;
    let fresh = true;
    for (const token of inner) {
      if (token.text === "(" && token.kind === "punctuation") depth++;
      else if (token.text === ")" && token.kind === "punctuation") depth--;
      else if (token.text === "," && depth === 0) fresh = true;
      else if (fresh && depth === 0) {
        names.push(token.text);
        fresh = false;
      }
    }
    return names;
  }

  /** The tokens of a bracketed group that comes next, without its brackets. */
  brackets(): readonly Token[] | null {
    const first = this.#tokens[this.#at];
    if (first?.text !== "(" || first.kind !== "punctuation") return null;
    let depth = 0;
    for (let i = this.#at; i < this.#tokens.length; i++) {
      const { kind, text } = this.#tokens[i]!;
      if (kind === "punctuation" && text === "(") depth++;
      if (kind === "punctuation" && text === ")") depth--;
      if (depth > 0) continue;
      const inner = this.#tokens.slice(this.#at + 1, i);
      this.#at = i + 1;
      return inner;
    }
    return null;
  }

  rest(): readonly Token[] {
    return this.#tokens.slice(this.#at);
  }

  get done(): boolean {
    return this.#at >= this.#tokens.length;
  }
}
