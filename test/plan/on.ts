import type { On } from "./project.ts";

/** Where a case is planned. */
export const postgresql: readonly On[] = [
  { django: "4.2", vendor: "postgresql", version: "14" },
  { django: "5.2", vendor: "postgresql", version: "16" },
  { django: "6.1", vendor: "postgresql", version: "18" },
];
export const mysql: readonly On[] = [{ django: "5.2", vendor: "mysql", version: "8.4" }];
export const newer = postgresql.slice(1);
export const older = postgresql.slice(0, 1);
export const mariadb: readonly On[] = [
  { django: "5.2", vendor: "mariadb", version: "10.11" },
  { django: "5.2", vendor: "mariadb", version: "11.8" },
];
