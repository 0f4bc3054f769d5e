import type { Operation, Problem } from "../operation.ts";
import type { ModelKey, ModelState, ProjectState } from "../state.ts";
import { codeSpan } from "../../code-span.ts";

/** The state after an operation. Where the operation cannot be applied, the state is unchanged and `problem` says why. */
export interface Forward {
  readonly state: ProjectState;
  readonly problem: Problem | null;
}

export interface Target {
  readonly state: ProjectState;
  /** App label of the migration. */
  readonly app: string;
  readonly operation: Operation;
  /** The value of a setting that names a model (`AUTH_USER_MODEL` → `users.User`); null when not known. */
  readonly setting: (name: string) => string | null;
  /** Only the state moves (`state_operations`): what the database would refuse is no problem. */
  readonly stateOnly: boolean;
}

export function modelKey(app: string, name: string): ModelKey {
  return `${app}.${name.toLowerCase()}`;
}

export function done(state: ProjectState): Forward {
  return { state, problem: null };
}

export function failed({ state, operation }: Target, message: string): Forward {
  return { state, problem: { ...operation.place, message: `${operation.type}: ${message}` } };
}

/** The state with one model put in the place of the one of that key. */
export function withModel(state: ProjectState, key: ModelKey, model: ModelState): ProjectState {
  return { ...state, models: new Map(state.models).set(key, model) };
}

/** Changes the model an operation names; a problem when there is none (Django: KeyError). */
export function changeModel(target: Target, name: string, change: (model: ModelState, key: ModelKey) => ModelState | string): Forward {
  const key = modelKey(target.app, name);
  const model = target.state.models.get(key);
  if (!model) return failed(target, `there is no model ${codeSpan(`${target.app}.${name}`)} at this point (KeyError in Django)`);
  const changed = change(model, key);
  if (typeof changed === "string") return failed(target, changed);
  return done(changed === model ? target.state : withModel(target.state, key, changed));
}
