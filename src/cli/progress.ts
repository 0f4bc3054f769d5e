import type { Request } from "../request.ts";
import { clip, visible } from "../report/escape.ts";

/** A line on a terminal that says how far the work has come; nothing where there is no terminal. */
export function progressOn(stream: { write(text: string): unknown; readonly isTTY?: boolean }): { readonly report: Request["progress"]; end(): void } {
  if (stream.isTTY !== true) return { report: undefined, end: () => undefined };
  let shown = false;
  return {
    report: (done, total, what) => {
      shown = true;
      stream.write(`\r\x1b[K${total === 0 ? "" : `${done}/${total} `}${clip(visible(what), 60)}`);
    },
    end: () => {
      if (shown) stream.write("\r\x1b[K");
    },
  };
}
