import { info } from "@actions/core";
import { visible } from "../report/escape.ts";

/** A line of the log. Whatever is in it, the runner takes it for no command (`::error::`, `##[error]`). */
export function say(text: string): void {
  info(harmless(text));
}

export function harmless(text: string): string {
  return visible(text).replaceAll("##[", "## [").replace(/^\s*::/, "· ::");
}
