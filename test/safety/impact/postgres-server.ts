import pg from "pg";
import type { Session } from "./postgres-catalog.ts";

const address = { host: "127.0.0.1", port: 5432, user: "postgres", database: "test", connectionTimeoutMillis: 3000 };

/** A session on the server that tests may use; null where none answers. `EXPAND_CONTRACT_POSTGRES` names another one. */
export async function connect(): Promise<{ session: Session; version: string; end: () => Promise<void> } | null> {
  const url = process.env.EXPAND_CONTRACT_POSTGRES;
  const client = new pg.Client(url ? { connectionString: url } : address);
  try {
    await client.connect();
  } catch {
    return null;
  }
  let messages: string[] = [];
  client.on("notice", (notice) => messages.push(notice.message ?? ""));
  const session: Session = {
    query: async (sql) => {
      const result = (await client.query(sql)) as unknown;
      const last = Array.isArray(result) ? (result.at(-1) as pg.QueryResult) : (result as pg.QueryResult);
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
