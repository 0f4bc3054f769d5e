import { type Server, ServerError } from "./server.ts";

/** A server whose stack ran over gives empty answers without an error: then nothing that it says counts any more. Throws then. */
export async function alive({ send, failedTransaction }: Server): Promise<void> {
  const { rows } = await send("SELECT 1 AS one").catch((error: unknown) => {
    if (error instanceof ServerError && error.code === failedTransaction) return { rows: [{ one: 1 }] };
    throw error;
  });
  if (rows[0]?.["one"] !== 1) throw new Error("the embedded server does not answer any more, as after a recursion without end");
}
