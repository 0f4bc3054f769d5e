import type { Value } from "../python/value.ts";
import type { Field } from "./operation.ts";

/** A model as a migration's state knows it (django.db.migrations.state.ModelState). Never changed once made: a change makes a new one. */
export interface ModelState {
  readonly app: string;
  /** As written: `OrderLine`. */
  readonly name: string;
  /** In definition order, by name. */
  readonly fields: ReadonlyMap<string, Field>;
  /** Meta options: db_table, unique_together, managed, proxy, …; `indexes` and `constraints` live below. */
  readonly options: ReadonlyMap<string, Value>;
  readonly uniqueTogether: readonly (readonly string[])[];
  readonly indexTogether: readonly (readonly string[])[];
  /** By name, in order: `models.Index(…)` calls. */
  readonly indexes: ReadonlyMap<string, Value>;
  readonly constraints: ReadonlyMap<string, Value>;
  /** `app.model` labels of bases that are models, or dotted paths of abstract ones and mixins. */
  readonly bases: readonly string[];
  /** The package whose model it is, as far as a foreign key to it needs: table and primary key. Its other fields are not known. */
  readonly external?: string;
}

/** `app_label.modelname` in lower case, as Django keys its state. */
export type ModelKey = string;

/** What the code of a release believes (Django's ProjectState). Never changed once made. */
export interface ProjectState {
  readonly models: ReadonlyMap<ModelKey, ModelState>;
}
