/** A form of a database's lock table, with the tables at the other end of its foreign keys. */
export interface Use<Form extends string> {
  readonly form: Form;
  readonly others: readonly string[];
}

/** What a change is, in the words of a lock table. */
export interface Recognised<Form extends string> {
  /** The table the statement names; null: none, or none that is known. */
  readonly table: string | null;
  readonly uses: readonly Use<Form>[];
  /** What a person should know besides. */
  readonly notes: readonly string[];
  /** What cannot be known about its locks, and why; null when everything is. */
  readonly unknown: string | null;
}

/** A change of one table that is exactly these forms. */
export function recognised<Form extends string>(table: string | null, ...uses: readonly (Form | Use<Form>)[]): Recognised<Form> {
  return { table, uses: uses.map((use) => (typeof use === "string" ? { form: use, others: [] } : use)), notes: [], unknown: null };
}

/** One change out of several parts: forms and notes of all, the first thing that is not known. */
export function joined<Form extends string>(table: string | null, parts: readonly Recognised<Form>[]): Recognised<Form> {
  return {
    table,
    uses: parts.flatMap((part) => part.uses),
    notes: [...new Set(parts.flatMap((part) => part.notes))],
    unknown: parts.find((part) => part.unknown !== null)?.unknown ?? null,
  };
}
