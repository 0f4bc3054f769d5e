import { proveRecipes } from "./recipes.ts";
import { embedded } from "./servers.ts";

await proveRecipes(await embedded());
