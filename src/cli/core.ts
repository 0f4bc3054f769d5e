import type { Audit, Explanation, Review } from "../report/types.ts";
import type { AuditRequest, ExplainRequest, ReviewRequest } from "../request.ts";

/** What the commands call. Each is loaded when it is needed, so that `--help` starts at once. */
export interface Core {
  review(request: ReviewRequest): Promise<Review>;
  explain(request: ExplainRequest): Promise<Explanation>;
  audit(request: AuditRequest): Promise<Audit>;
}

export const core: Core = {
  review: async (request) => (await import("../review.ts")).review(request),
  explain: async (request) => (await import("../explain.ts")).explain(request),
  audit: async (request) => (await import("../audit.ts")).audit(request),
};
