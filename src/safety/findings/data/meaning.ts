import type { FunctionStatement } from "../../../python/syntax.ts";

/** What a name in a data migration stands for. */
export type Meaning =
  | { readonly kind: "apps" }
  | { readonly kind: "schema editor" }
  /** A library's or the repository's module, class or function. */
  | { readonly kind: "path"; readonly path: string }
  | { readonly kind: "function"; readonly definition: FunctionStatement }
  | { readonly kind: "model"; readonly model: string | null }
  /** A manager or a query. */
  | Rows
  /** One row; `looped`: of the loop that is under way. */
  | { readonly kind: "row"; readonly model: string | null; readonly looped: boolean }
  /** Something of a row: a related manager, a value. */
  | { readonly kind: "of row"; readonly looped: boolean }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "unknown" };

export interface Rows {
  readonly kind: "rows";
  readonly model: string | null;
  readonly whole: boolean;
  readonly streamed: boolean;
}

export const unknown: Meaning = { kind: "unknown" };

/** Managers by the names that they have in Django and in common packages. */
export const managers: ReadonlySet<string> = new Set(["objects", "_default_manager", "_base_manager", "all_objects"]);

/** Methods of a query that leave it a query of the same rows. */
export const sameRows: ReadonlySet<string> = new Set([
  "all", "using", "select_related", "prefetch_related", "order_by", "only", "defer", "annotate", "alias", "values", "values_list", "distinct", "reverse", "select_for_update", "get_queryset", "db_manager",
]);

/** Methods of a query that give one row. */
export const oneRow: ReadonlySet<string> = new Set(["get", "first", "last", "earliest", "latest", "create", "get_or_create", "update_or_create"]);

/** Methods that run a statement each time they are called: of a row, of a related manager, of a query. */
export const rowWrites: ReadonlySet<string> = new Set(["save", "delete"]);
export const relatedWrites: ReadonlySet<string> = new Set(["add", "set", "remove", "clear", "create", "update", "delete", "save"]);
export const queryWrites: ReadonlySet<string> = new Set(["create", "get_or_create", "update_or_create", "update", "delete"]);

/** Methods of the schema editor that change the schema. */
export const schemaMethods: ReadonlySet<string> = new Set([
  "create_model", "delete_model", "add_field", "alter_field", "remove_field", "add_index", "remove_index", "add_constraint", "remove_constraint", "alter_db_table", "alter_unique_together",
]);

/** Builtins and common functions that hand an iterable on. */
export const handsOn: ReadonlySet<string> = new Set(["builtins.list", "builtins.tuple", "builtins.set", "builtins.sorted", "builtins.reversed", "builtins.iter", "tqdm.tqdm", "tqdm.auto.tqdm"]);

/** Modules whose functions wait for another machine. `urllib.parse` and the like only work on text. */
const remote = /^(requests|httpx|aiohttp|boto3|botocore|urllib3|paramiko|ftplib|smtplib|stripe|twilio|slack_sdk|sendgrid|elasticsearch|grpc|socket)\.|^urllib\.request\.|^http\.client\.|^django\.core\.mail\./;
const local = /(Error|Exception|Timeout)$|\.(exceptions|codes|util|utils)\b/;

/** Does a call of the dotted path wait for another machine? */
export function isRemote(path: string): boolean {
  return remote.test(path) && !local.test(path);
}

/** Is the dotted path a model class of today's code: `shop.models.Order`? */
export function isModelPath(path: string): boolean {
  return /\.models(\.\w+)*\.[A-Z]\w*$/.test(path) && !path.startsWith("django.db.");
}
