import { setOrder } from "../../python/set-order.ts";
import type { Value } from "../../python/value.ts";
import { isUnknown, notDefined } from "../../python/values.ts";
import type { Place } from "../../place.ts";
import type { Field, Operation, RunOptions } from "../operation.ts";
import type { ArgumentReader } from "./arguments.ts";
import type { ReadContext } from "./context.ts";
import { readField } from "./field.ts";
import { entriesOf, itemsOf, textOf, textsOf, togetherOf } from "./literals.ts";
import { swappableOption } from "./swapper.ts";
import { parentLinkName, readBases } from "./parent-link.ts";
import type { DjangoOperationName } from "./signatures.ts";

type WithoutCommon<T> = T extends unknown ? Omit<T, "type" | "place" | "lastLine"> : never;
/** An operation without what every operation has: its name in the file and its place. */
export type OperationBody = WithoutCommon<Operation>;

export interface BuildContext extends ReadContext {
  readonly place: Place;
  /** Reads a list of operations inside this one. */
  operations(value: Value): readonly Operation[];
}

type Builder = (args: ArgumentReader, context: BuildContext) => OperationBody;

/** One builder per operation class of Django. What cannot be read is told to `args`; the body is not used then. */
export function buildOperation(name: DjangoOperationName, args: ArgumentReader, context: BuildContext): OperationBody {
  return builders[name](args, context);
}

const builders: Record<DjangoOperationName, Builder> = {
  CreateModel: createModel,
  DeleteModel: (args) => ({ kind: "DeleteModel", name: args.text("name") }),
  RenameModel: (args) => ({ kind: "RenameModel", from: args.text("old_name"), to: args.text("new_name") }),
  AlterModelTable: (args) => ({ kind: "AlterModelTable", name: args.text("name"), table: args.optionalText("table") }),
  AlterModelTableComment: (args) => ({ kind: "AlterModelTableComment", name: args.text("name"), comment: args.optionalText("table_comment") }),
  AlterUniqueTogether: (args) => ({ kind: "AlterUniqueTogether", name: args.text("name"), together: together(args, "unique_together") }),
  AlterIndexTogether: (args) => ({ kind: "AlterIndexTogether", name: args.text("name"), together: together(args, "index_together") }),
  AlterOrderWithRespectTo: (args) => ({ kind: "AlterOrderWithRespectTo", name: args.text("name"), field: args.optionalText("order_with_respect_to") }),
  AlterModelOptions: (args) => ({ kind: "AlterModelOptions", name: args.text("name"), options: dict(args, "options") }),
  AlterModelManagers: (args) => ({ kind: "AlterModelManagers", name: args.text("name") }),
  AddField: (args, context) => ({ kind: "AddField", ...fieldChange(args, context) }),
  AlterField: (args, context) => ({ kind: "AlterField", ...fieldChange(args, context) }),
  RemoveField: (args) => ({ kind: "RemoveField", model: args.text("model_name"), name: args.text("name") }),
  RenameField: (args) => ({ kind: "RenameField", model: args.text("model_name"), from: args.text("old_name"), to: args.text("new_name") }),
  AddIndex: (args) => addIndex(args, false),
  AddIndexConcurrently: (args) => addIndex(args, true),
  RemoveIndex: (args) => ({ kind: "RemoveIndex", model: args.text("model_name"), name: args.text("name"), concurrently: false }),
  RemoveIndexConcurrently: (args) => ({ kind: "RemoveIndex", model: args.text("model_name"), name: args.text("name"), concurrently: true }),
  RenameIndex: (args) => renameIndex(args),
  AddConstraint: (args) => ({ kind: "AddConstraint", model: args.text("model_name"), constraint: args.required("constraint"), notValid: false }),
  AddConstraintNotValid: (args) => ({ kind: "AddConstraint", model: args.text("model_name"), constraint: args.required("constraint"), notValid: true }),
  RemoveConstraint: (args) => ({ kind: "RemoveConstraint", model: args.text("model_name"), name: args.text("name") }),
  AlterConstraint: (args) => ({ kind: "AlterConstraint", model: args.text("model_name"), name: args.text("name"), constraint: args.required("constraint") }),
  ValidateConstraint: (args) => ({ kind: "ValidateConstraint", model: args.text("model_name"), name: args.text("name") }),
  RunSQL: (args, context) => ({
    kind: "RunSQL",
    sql: args.required("sql"),
    reverseSql: args.value("reverse_sql", null),
    stateOperations: context.operations(args.value("state_operations", null)),
    ...runOptions(args),
  }),
  RunPython: (args) => ({ kind: "RunPython", code: code(args), reverseCode: args.value("reverse_code", null), atomic: args.optionalBoolean("atomic"), ...runOptions(args) }),
  SeparateDatabaseAndState: (args, context) => ({
    kind: "SeparateDatabaseAndState",
    databaseOperations: context.operations(args.value("database_operations", null)),
    stateOperations: context.operations(args.value("state_operations", null)),
  }),
  CreateExtension: (args) => ({ kind: "CreateExtension", name: args.text("name") }),
  CreateCollation: (args) => ({ kind: "CreateCollation", ...collation(args) }),
  RemoveCollation: (args) => ({ kind: "RemoveCollation", ...collation(args) }),
};

/** Nothing where neither is given. */
function runOptions(args: ArgumentReader): { readonly more?: RunOptions } {
  const [hints, elidable] = [args.value("hints", null), args.value("elidable", false)];
  if (hints === null && elidable === false) return {};
  return { more: { ...(hints !== null && { hints }), ...(elidable !== false && { elidable }) } };
}

function createModel(args: ArgumentReader, context: BuildContext): OperationBody {
  const own = fields(args, context);
  const bases = args.value("bases", null) === null ? [] : list(args, "bases");
  return { kind: "CreateModel", name: args.text("name"), fields: own, options: withSwappable(dict(args, "options")), bases: readBases(bases, own, context) };
}

function withSwappable(options: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> {
  const swappable = options.get("swappable");
  return swappable === undefined ? options : new Map(options).set("swappable", swappableOption(swappable));
}

function fieldChange(args: ArgumentReader, context: BuildContext) {
  const field = readField(args.text("name"), args.required("field"), context, context.place);
  return { model: args.text("model_name"), field, preserveDefault: args.boolean("preserve_default", true) };
}

/** `[("name", models.CharField(…)), …]`. A field that cannot be read keeps its name; one without a name makes the whole unreadable. */
function fields(args: ArgumentReader, context: BuildContext): readonly Field[] {
  const result: Field[] = [];
  for (const item of list(args, "fields")) {
    const [written, field, ...rest] = itemsOf(item) ?? [];
    const name = typeof written === "string" ? written : parentLinkName(field ?? null, context);
    if (typeof name !== "string" || field === undefined || rest.length > 0) {
      args.fail("fields", `one of its \`fields\` cannot be read: ${textOf(item)}`);
      return [];
    }
    result.push(readField(name, field, context, context.place));
  }
  return result;
}

/** An index needs a name in a migration: Django refuses one without (AddIndex.__init__). */
function addIndex(args: ArgumentReader, concurrently: boolean): OperationBody {
  return { kind: "AddIndex", model: args.text("model_name"), index: args.required("index"), concurrently };
}

function renameIndex(args: ArgumentReader): OperationBody {
  const oldFields = args.value("old_fields", null);
  const names = oldFields === null ? null : textsOf(oldFields);
  if (oldFields !== null && names === null) args.fail("old_fields");
  const from = args.optionalText("old_name");
  if ((from === null) === (names === null)) args.fail("old_name", "it takes one of `old_name` and `old_fields`");
  return { kind: "RenameIndex", model: args.text("model_name"), to: args.text("new_name"), from, oldFields: names };
}

function collation(args: ArgumentReader) {
  return { name: args.text("name"), locale: args.text("locale"), provider: args.optionalText("provider") ?? "libc", deterministic: args.boolean("deterministic", true) };
}

function together(args: ArgumentReader, name: string): readonly (readonly string[])[] {
  const entries = togetherOf(args.required(name));
  if (!entries) args.fail(name);
  // AlterTogetherOptionOperation keeps a set.
  return setOrder(entries ?? []);
}

function list(args: ArgumentReader, name: string): readonly Value[] {
  const items = itemsOf(args.required(name));
  if (!items) args.fail(name);
  return items ?? [];
}

function dict(args: ArgumentReader, name: string): ReadonlyMap<string, Value> {
  const value = args.value(name, null);
  const entries = value === null ? new Map<string, Value>() : entriesOf(value);
  if (!entries) args.fail(name);
  return entries ?? new Map<string, Value>();
}

/** Whatever it is but a name that nothing defines: Python would stop there. */
function code(args: ArgumentReader): Value {
  const value = args.required("code");
  if (isUnknown(value) && value.reason === notDefined) args.fail("code");
  return value;
}
