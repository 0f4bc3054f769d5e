import { requiredInCI } from "../servers.ts";
import { proveRecipes } from "./recipes.ts";
import { realPostgres } from "./servers.ts";

const server = await realPostgres();
requiredInCI(server, "No PostgreSQL server answers: plans are proven on the embedded one alone (recipes-embedded.test.ts).");
if (server) await proveRecipes(server);
