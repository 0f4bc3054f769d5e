import type { Operation } from "../../django/operation.ts";
import type { Release } from "../release.ts";
import type { Breakage, Phase } from "../types.ts";
import { takesOrDemands, type Step } from "./demands.ts";
import { opensTransition } from "./transition.ts";

export interface PhaseParts extends Step {
  /** Of either release. */
  readonly breakages: readonly Breakage[];
  /** Why the effect on the releases cannot be known (doubts of the running release, an operation that could not be read); null when it can. */
  readonly unknown: string | null;
  readonly releaseBefore: Release;
  readonly releaseAfter: Release;
  readonly operation: Operation | null;
}

/**
 * The phase of an operation, derived from what it breaks, takes away, demands and leaves open.
 *
 * - contract: a statement of the running release fails, or something is taken away or demanded of tables that were there, also when nothing fails any more
 * - unknown: nothing is known to fail, but something could: never counted as safe
 * - expand: nothing breaks, and a later step must finish what this one opens
 * - additive: nothing breaks and nothing has to follow. A nullable column whose field is nullable is additive, whatever its type, and so is
 *   one whose `db_default` the model keeps: schema and models agree, and whoever wants the NULL gone later starts a new change.
 *
 * Breakages of the new release (a state-only removal that leaves NOT NULL behind) do not make a contract: the database took nothing away.
 */
export function phaseOf(parts: PhaseParts): Phase {
  if (parts.breakages.some((breakage) => breakage.release === "running")) return "contract";
  if (parts.unknown !== null) return "unknown";
  if (takesOrDemands(parts)) return "contract";
  return opensTransition(parts, parts.releaseBefore, parts.releaseAfter, parts.operation) ? "expand" : "additive";
}
