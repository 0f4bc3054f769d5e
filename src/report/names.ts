import type { MigrationKey } from "../django/operation.ts";
import type { OperationRecord } from "../safety/types.ts";

/** `shop.0042` for `shop.0042_order`, where no other of the migrations has that number; else the whole name. */
export function shortNames(migrations: readonly MigrationKey[]): (key: MigrationKey) => string {
  const uses = new Map<string, number>();
  for (const key of migrations) uses.set(short(key), (uses.get(short(key)) ?? 0) + 1);
  return (key) => (uses.get(short(key)) === 1 ? short(key) : `${key.app}.${key.name}`);
}

function short({ app, name }: MigrationKey): string {
  return `${app}.${/^\d{4,}(?=_)/.exec(name)?.[0] ?? name}`;
}

/** What an operation is about: `Order.note` for `shop.Order.note`, and what it is renamed to. Both are text of the project. */
export interface Subject {
  readonly name: string | null;
  readonly to: string | null;
}

export function subject(record: OperationRecord, app: string): Subject {
  const { operation, target } = record;
  const name = target?.startsWith(`${app}.`) ? target.slice(app.length + 1) : target;
  switch (operation.kind) {
    case "RenameField": return { name: `${modelOf(name) ?? operation.model}.${operation.from}`, to: operation.to };
    case "RenameModel": return { name: operation.from, to: operation.to };
    case "RenameIndex": return { name: operation.from ?? operation.oldFields?.join(", ") ?? name, to: operation.to };
    case "AlterModelTable": return { name, to: operation.table ?? "its default table" };
    default: return { name, to: null };
  }
}

/** `User` of `User.display_name`. */
function modelOf(name: string | null): string | null {
  const parts = name?.split(".") ?? [];
  return parts.length === 2 ? parts[0]! : null;
}
