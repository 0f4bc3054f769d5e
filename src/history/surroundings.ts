import type { Python } from "../python/python.ts";
import { type TableSizes, unnamedSizes } from "../safety/findings/parts.ts";

/** What is looked at beside the steps of a history. */
export interface Surroundings {
  /** The project's Python: null where the code of data migrations is not to be read. */
  readonly python: Python | null;
  readonly sizes: TableSizes;
}

export const noSurroundings: Surroundings = { python: null, sizes: unnamedSizes };
