import type { Expression, FunctionStatement, Statement } from "./syntax.ts";

/** Reads a function's body later: called with the extent of the whole function. */
export type ReadBody = (start: number, end: number) => readonly Statement[];

type Head = Required<Omit<FunctionStatement, "kind" | "body">>;

/** Most functions of a project are never looked into: their bodies are read when asked for. */
export class LazyFunction implements FunctionStatement {
  readonly kind = "function";
  readonly name: string;
  readonly parameters: readonly string[];
  readonly defaults: ReadonlyMap<string, Expression>;
  readonly decorators: readonly Expression[];
  readonly start: number;
  readonly end: number;
  private readonly later: ReadBody;
  private statements: readonly Statement[] | null = null;

  constructor(head: Head, later: ReadBody) {
    this.name = head.name;
    this.parameters = head.parameters;
    this.defaults = head.defaults;
    this.decorators = head.decorators;
    this.start = head.start;
    this.end = head.end;
    this.later = later;
  }

  get body(): readonly Statement[] {
    return (this.statements ??= this.later(this.start, this.end));
  }
}
