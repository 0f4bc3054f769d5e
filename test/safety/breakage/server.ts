import type { Client } from "pg";

/** A PostgreSQL to prove claims on: PROOF_POSTGRESQL, or one on this machine. null when there is none: proofs are skipped then. */
export async function connectPostgres(): Promise<Client | null> {
  const pg = await import("pg").catch(() => null);
  if (!pg) return null;
  const client = new pg.default.Client({ connectionString: process.env["PROOF_POSTGRESQL"] ?? "postgresql://postgres@127.0.0.1:5432/test", connectionTimeoutMillis: 2000 });
  return client.connect().then(
    () => client,
    () => null,
  );
}

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
