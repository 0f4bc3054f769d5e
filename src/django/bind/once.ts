/** A value computed when it is first asked for. Asked for again while it is being computed (a circle), it answers `circular`. */
export function once<T>(compute: () => T, circular: () => T): () => T {
  let state: "waiting" | "computing" | "done" = "waiting";
  let value: T;
  return () => {
    if (state === "done") return value;
    if (state === "computing") return circular();
    state = "computing";
    value = compute();
    state = "done";
    return value;
  };
}
