import { audit } from "../../src/audit.ts";
import { defaultConfig } from "../../src/config/config.ts";
import type { Audit, PendingContract } from "../../src/report/types.ts";
import type { Overrides } from "../../src/request.ts";
import type { Releases } from "../../src/source/releases.ts";
import { migration, source } from "../safety/findings/shop.ts";

const initial = `migrations.CreateModel("Customer", [
    ("id", models.BigAutoField(primary_key=True)),
]),
migrations.CreateModel("Order", [
    ("id", models.BigAutoField(primary_key=True)),
    ("customer", models.ForeignKey("shop.Customer", models.CASCADE)),
    ("ref", models.CharField(max_length=20)),
    ("note", models.TextField(null=True)),
    ("total", models.IntegerField(null=True)),
]),`;

export type Files = Readonly<Record<string, string>>;

export const base: Files = {
  "manage.py": 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")\n',
  "requirements.txt": "django==5.2\n",
  "settings.py": 'INSTALLED_APPS = ["shop"]\nDATABASES = {"default": {"ENGINE": "django.db.backends.postgresql"}}\n',
  "shop/__init__.py": "",
  "shop/models.py": "",
  "shop/migrations/__init__.py": "",
  "shop/migrations/0001_initial.py": migration(null, { operations: initial }),
};

/** Migrations after the first, by what each does; their names are `0002_a`, `0003_b`, … */
export function after(...operations: readonly string[]): Files {
  const name = (index: number) => `000${index + 2}_${"abcdef"[index]!}`;
  return Object.fromEntries(operations.map((text, index) => [`shop/migrations/${name(index)}.py`, migration(index === 0 ? "0001_initial" : name(index - 1), { operations: text })]));
}

export const stateOnly = (operation: string) => `migrations.SeparateDatabaseAndState(state_operations=[${operation}]),`;

export interface Auditing {
  readonly head: Files;
  /** What the running release has; all of the head unless told. */
  readonly running?: Files | "nothing";
  readonly overrides?: Overrides;
  readonly releases?: Releases;
}

export async function audited({ head, running, overrides = {}, releases }: Auditing): Promise<Audit> {
  const config = defaultConfig;
  return audit({ head: source("head", { ...base, ...head }), base: running === undefined ? null : source("running", running === "nothing" ? {} : { ...base, ...running }), runningRelease: { ref: "v1", commit: null, source: "test" }, releases: releases === undefined ? null : () => Promise.resolve(releases), since: null, config, overrides });
}

export async function pendingIn(auditing: Auditing): Promise<readonly PendingContract[]> {
  return (await audited(auditing)).projects[0]!.pending;
}

/** The statements in which an SQL of a RunSQL stands in a file. */
export const sqlOf = ({ contract }: PendingContract) => contract.sql.map(({ sql }) => sql);
