import type { BoundField, BoundModel } from "../django/bound.ts";
import type { Migration, Operation } from "../django/operation.ts";
import type { Database, DjangoVersion } from "../django/project.ts";
import type { Python } from "../python/python.ts";
import type { Point, Step, WalkContext } from "../history/walk.ts";
import { generatedModified, incompatible } from "../schema/lower/alter-field.ts";
import type { OperationRecord } from "../safety/types.ts";
import type { Edit, Shortcut } from "./types.ts";

/** One operation of the pull request with all that is known about it. */
export interface Change {
  readonly migration: Migration;
  readonly step: Step;
  readonly record: OperationRecord;
  readonly operation: Operation;
  readonly app: string;
  readonly before: Point;
  readonly after: Point;
  readonly database: Database;
  readonly django: DjangoVersion;
  readonly context: WalkContext;
  /** The repository's Python. */
  readonly python: Python;
  /** Packages with operations of their own that the project's migrations use already. */
  readonly uses: { readonly addDefaultValue: boolean };
  /** Every operation of the pull request, in order. */
  readonly all: readonly Change[];
}

/** What one recipe makes of one operation. */
export interface Course {
  /** As the record has it. */
  readonly target: string;
  readonly recipe: string;
  readonly change: Change;
  readonly shortcuts: readonly Shortcut[];
  readonly parts: readonly Part[];
  /** Other operations of the same migration that are in these parts: they go from where they stood. */
  readonly takes?: readonly Change[];
  /** In what the end of the train differs from what the pull request wanted, by its own words; empty: in nothing. */
  readonly differs?: string;
}

/** What a course does in one release: part of the pull request's own file, or a migration of its own. */
export interface Part {
  /** 0 is the pull request's own release. */
  readonly release: number;
  readonly phase: "expand" | "migrate" | "contract";
  readonly title: string;
  readonly explanation: string;
  /** What must hold beside "the release before runs everywhere"; a clause. */
  readonly gate?: string;
  readonly does:
    /** These operations stand in the pull request's own file in the place of the one that was there; none: it is taken out. */
    | { readonly kind: "instead"; readonly operations: readonly Operation[] }
    /** The operation stays as it is written; functions of its file get another text, and the migration may lose its transaction. */
    | { readonly kind: "functions"; readonly functions: ReadonlyMap<string, string>; readonly atomic: boolean; /** Why its SQL cannot be given. */ readonly unknown: string }
    | { readonly kind: "file"; readonly migration: OwnMigration }
    /** Code alone. */
    | { readonly kind: "nothing" };
  /** Code beside the migration. */
  readonly code?: readonly Edit[];
  /** What `save()` of a model does in this release, so that two fields hold the same. */
  readonly write?: DualWrite;
}

/** Statements of a model's `save()`, around the one that saves the row. */
export interface DualWrite {
  /** The models module, and the class in it. */
  readonly path: string;
  readonly model: string;
  /** Lines before `super().save()`, which may change `update_fields`, and after it. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** What goes past `save()`, and what to do there; a sentence. */
  readonly beside: string;
}

export interface OwnMigration {
  /** What follows the number: `order_priority_not_null`. */
  readonly name: string;
  readonly atomic: boolean;
  readonly operations: readonly Operation[];
  /** Migrations of other apps that it needs, beside the one before it. */
  readonly dependencies?: readonly (readonly [app: string, name: string])[];
  /** Source of the functions that RunPython names, and the modules they need. */
  readonly functions?: readonly string[];
  readonly modules?: readonly string[];
  readonly names?: ReadonlyMap<string, ReadonlySet<string>>;
  /** Why its SQL cannot be given; left out where it can. */
  readonly unknown?: string;
}

export interface Recipe {
  readonly id: string;
  readonly title: string;
  /** When it fits. */
  readonly when: string;
  /** Databases and versions, and how they differ. */
  readonly databases: string;
  /** What can be taken back until when. */
  readonly reversible: string;
  /** The releases in words, one a line: what docs/recipes/ says. */
  readonly releases: readonly string[];
  /** null: it does not fit. A text: it would, but for this. */
  readonly course: (change: Change) => Omit<Course, "target" | "recipe" | "change"> | string | null;
}

/** What takes something out of the code: in the pull request's file where it comes first, in one of its own where it waits for a release. */
export function inRelease(release: number, name: string, operations: readonly Operation[]): Pick<Part, "release" | "phase" | "does"> {
  return release === 0 ? { release, phase: "expand", does: { kind: "instead", operations } } : { release, phase: "contract", does: { kind: "file", migration: { name, atomic: true, operations } } };
}

/** The model an operation names, before or after it. */
export function modelOf(point: Point, app: string, name: string): BoundModel | null {
  return point.bound.get(`${app}.${name.toLowerCase()}`);
}

/** The field an operation names, before or after it. */
export function fieldOf(point: Point, app: string, model: string, name: string): BoundField | null {
  return modelOf(point, app, model)?.field(name) ?? null;
}

/** Is it an AlterField that Django refuses: between a many-to-many field and another kind of field or one with a model of its own, or of a GeneratedField? */
export function isRefused(record: OperationRecord): boolean {
  return record.statements.some(({ change }) => change.kind === "Unknown" && (change.reason === incompatible || change.reason === generatedModified));
}

