/**
 * What one statement does on a server, before it is asked which tables existed and which locks the transaction holds already.
 * Every table it names may turn out to be new.
 */
export interface Effect {
  /** Strongest lock per table. */
  readonly locks: Readonly<Record<string, string>>;
  readonly scans: readonly string[];
  readonly rewrites: readonly string[];
  /** Tables whose writers wait while it works, though the lock's name does not say so: locked rows, a LOCK clause. */
  readonly writersWait: readonly string[];
  /** Tables whose readers wait, likewise. */
  readonly readersWait: readonly string[];
  /** The locks are kept until the transaction ends (PostgreSQL, SQLite), or only for the statement (MySQL, MariaDB). */
  readonly heldToEnd: boolean;
  readonly notes: readonly string[];
  readonly unknown: string | null;
}

/** A statement that locks nothing we know of. */
export const noEffect: Effect = { locks: {}, scans: [], rewrites: [], writersWait: [], readersWait: [], heldToEnd: false, notes: [], unknown: null };
