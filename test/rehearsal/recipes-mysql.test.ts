import { requiredInCI } from "../servers.ts";
import { proveRecipes } from "./recipes.ts";
import { realMysql } from "./servers.ts";

const server = await realMysql();
requiredInCI(server, "No MySQL or MariaDB server answers: their plans are not proven on one.");
if (server) await proveRecipes(server);
