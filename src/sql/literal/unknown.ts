/** Thrown inside the rooms that write literals and expressions where Django's text cannot be known; their doors turn it into `{ unknown }`. */
export class Unknown extends Error {}

/** Runs `make`; what it says cannot be known becomes a value. Any other error goes through. */
export function orUnknown<T>(make: () => T): T | { readonly unknown: string } {
  try {
    return make();
  } catch (error) {
    if (error instanceof Unknown) return { unknown: error.message };
    // Nesting that exhausts the stack is hostile or generated; either way there is an answer.
    if (error instanceof RangeError) return { unknown: "it is nested too deeply to be read" };
    throw error;
  }
}
