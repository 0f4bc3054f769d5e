import type { Client } from "pg";

/** Runs statements in a transaction that is rolled back; the error of the last one, or null. Throws when one before it fails. */
export async function lastError(client: Client, setup: readonly string[], statement: string): Promise<{ code: string; error: string } | null> {
  await client.query("BEGIN");
  try {
    for (const sql of setup) await client.query(sql);
    return await client.query(`${statement}; SET CONSTRAINTS ALL IMMEDIATE`).then(
      () => null,
      ({ code, message }: { code: string; message: string }) => ({ code, error: message }),
    );
  } finally {
    await client.query("ROLLBACK");
  }
}
