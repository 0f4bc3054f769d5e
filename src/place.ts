/** Where something stands in the repository: a '/'-separated path and a 1-based line. */
export interface Place {
  readonly path: string;
  readonly line: number;
}
