import { fullDetail, type Detail } from "../detail.ts";

/** How much of an audit is shown. */
export interface AuditDetail {
  /** Of what is not released yet. */
  readonly unreleased: Detail;
  /** At most so many rows and bullets of everything else. */
  readonly rows: number;
  /** The migrations that contract, and where code names what is pending. */
  readonly contracts: "files and SQL" | "files" | "table";
  /** Operations that broke the release before them. */
  readonly history: "list" | "count";
  readonly facts: boolean;
}

/** A history has many operations: none is left out unless it has to be. The SQL of what is not released yet is in its own review. */
export const fullAudit: AuditDetail = { unreleased: { ...fullDetail, sql: false, background: false }, rows: Infinity, contracts: "files and SQL", history: "list", facts: true };
