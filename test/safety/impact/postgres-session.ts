import type { QueryResult } from "pg";
import { connectPostgres } from "../../servers.ts";
import type { Session } from "./postgres-catalog.ts";

/** A session on the server that tests may use; null where none answers. */
export async function connect(): Promise<{ session: Session; version: string; end: () => Promise<void> } | null> {
  const client = await connectPostgres();
  if (client === null) return null;
  let messages: string[] = [];
  client.on("notice", (notice) => messages.push(notice.message ?? ""));
  const session: Session = {
    query: async (sql) => {
      const result = (await client.query(sql)) as unknown;
      const last = Array.isArray(result) ? (result.at(-1) as QueryResult) : (result as QueryResult);
      return (last?.rows ?? []) as Record<string, unknown>[];
    },
    notices: () => {
      const taken = messages;
      messages = [];
      return taken;
    },
  };
  const [row] = await session.query("show server_version_num");
  return { session, version: String(Math.floor(Number(row!.server_version_num) / 10000)), end: () => client.end() };
}
