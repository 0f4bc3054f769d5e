import type { CallValue, Value } from "../../python/value.ts";

/** Is this a value of the environment: `os.environ.get(…)`, `env("X")`, `env.bool("X")` (django-environ), `config("X")` (decouple)? */
export function isEnvironment(call: CallValue): boolean {
  return /(^|\.)(environ\.get|getenv|(env|Env|environ|config|get_env\w*|env_\w+)(\.\w+)?)$/.test(call.path);
}

/** The value where the variable is not set; undefined where none is given. */
export function environmentDefault(call: CallValue): Value | undefined {
  return call.kwargs.get("default") ?? call.args[1];
}

/** What a setting is where nobody sets variables: itself, or the default of a value of the environment. */
export function withDefault(value: Value): Value {
  if (typeof value !== "object" || value === null || value.kind !== "call" || !isEnvironment(value)) return value;
  return environmentDefault(value) ?? value;
}
