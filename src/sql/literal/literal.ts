import type { BoundField } from "../../django/bound.ts";
import type { Value } from "../../python/value.ts";
import type { Dialect } from "../dialect.ts";
import type { Data } from "./data.ts";
import { defaultData, defaultKind } from "./default.ts";
import { isComputed, prepareForSave } from "./prepare.ts";
import { quote } from "./quote.ts";
import { orUnknown } from "./unknown.ts";

/** A default as Django writes it into DEFAULT and UPDATE. */
export interface KnownLiteral {
  readonly sql: string;
  /** The field prepares it to None: Django writes no DEFAULT clause. */
  readonly isNone: boolean;
  /** "" or b"": MySQL's skip_default asks. */
  readonly isEmpty: boolean;
  /** Only known when the migration runs; `sql` is `'<timezone.now>'`. */
  readonly computed: boolean;
}

export type Literal = KnownLiteral | { readonly unknown: string };

/** A default (or the value of a callable default) of a field as SQL text; without a field, as the driver writes the bare object. */
export function literal(value: Value, field: BoundField | null, dialect: Dialect): Literal {
  return orUnknown(() => write(defaultData(value), field, dialect));
}

/** BaseDatabaseSchemaEditor.effective_default as SQL text; null when the field has none. */
export function effectiveDefaultLiteral(field: BoundField, dialect: Dialect): Literal | null {
  const kind = defaultKind(field);
  if (kind.kind === "none") return null;
  if (kind.kind === "default") return literal(kind.value, field, dialect);
  return orUnknown(() => write(kind.data, field, dialect));
}

function write(data: Data, field: BoundField | null, dialect: Dialect): KnownLiteral {
  const prepared = field ? prepareForSave(data, field, dialect) : data;
  const isEmpty = prepared === "" || (prepared !== null && typeof prepared === "object" && prepared.kind === "bytes" && prepared.text === "");
  return { sql: quote(prepared, dialect, "compose"), isNone: prepared === null, isEmpty, computed: isComputed(prepared) };
}
