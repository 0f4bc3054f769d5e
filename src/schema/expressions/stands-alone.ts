import { djangoAtLeast, isMySql, type Dialect } from "../../sql/dialect.ts";
import { isConditional, type Node } from "./node.ts";

/**
 * conditional_expression_supported_in_where_clause: may a condition stand without `= 1`? Where booleans are numbers, indexes on them
 * are used only if it is written: MySQL (#32691), and from Django 6.0 on SQLite, too (#36492).
 */
export function standsAlone(node: Node, dialect: Dialect): boolean {
  if (dialect.vendor === "postgresql") return true;
  const later = djangoAtLeast(dialect, "6.0");
  if (!later && !isMySql(dialect.vendor)) return true;
  if (node.kind === "lookup") return true;
  if ((node.kind === "wrapper" || node.kind === "negated") && node.wrapped) return standsAlone(node.wrapped, dialect);
  return later && (node.kind === "where" || (node.kind === "raw" && isConditional(node)));
}
