import { loadModule, parseSync } from "libpg-query";
import { extensions } from "./extensions.ts";

/** One statement as it is sent, or why it is not. */
export type Sent = { readonly sql: string } | { readonly sql: string; readonly refused: string };

/** Loads PostgreSQL's parser. */
export const loadRefuser: () => Promise<void> = loadModule;

/**
 * Raw SQL as statements to send one by one. COPY … PROGRAM hangs the embedded server for good, COPY from and to files finds none, and statements
 * of a transaction would end the one that the migration runs in. What cannot be parsed goes to the server, which says what is wrong with it.
 */
export function statementsToSend(text: string): readonly Sent[] {
  let statements: readonly Parsed[];
  try {
    statements = ((parseSync(text) as { stmts?: Parsed[] }).stmts ?? []);
  } catch {
    return text.trim() === "" ? [] : [{ sql: text }];
  }
  // Offsets are bytes of UTF-8; the last statement may have no length.
  const bytes = new TextEncoder().encode(text);
  const decoder = new TextDecoder();
  return statements.map((statement) => {
    const start = statement.stmt_location ?? 0;
    const sql = decoder.decode(bytes.subarray(start, statement.stmt_len ? start + statement.stmt_len : undefined)).trim();
    const reason = refused(statement.stmt, sql);
    return reason === null ? { sql } : { sql, refused: reason };
  });
}

interface Parsed {
  readonly stmt: Readonly<Record<string, unknown>>;
  readonly stmt_location?: number;
  readonly stmt_len?: number;
}

function refused(statement: Parsed["stmt"], sql: string): string | null {
  const kind = Object.keys(statement)[0] ?? "";
  if (JSON.stringify(statement).includes('"CopyStmt"')) return "COPY is not sent to the embedded server";
  if (kind === "TransactionStmt") return "a statement that ends or begins a transaction cannot be rehearsed";
  if (kind === "LoadStmt" || kind === "AlterSystemStmt") return "it changes the server itself";
  if ((kind === "DoStmt" || kind === "CreateFunctionStmt") && /\bcopy\b|\bprogram\b/i.test(sql)) return "its code may run COPY, which is not sent to the embedded server";
  if (kind === "CreateExtensionStmt") {
    const { extname } = statement["CreateExtensionStmt"] as { readonly extname?: string };
    if (!Object.hasOwn(extensions, extname ?? "") && extname !== "plpgsql") return `the embedded server has no extension ${extname ?? ""}`;
  }
  return null;
}
