/** The facts about a project that its migrations do not say, each with where it was found. */
export interface ProjectFacts {
  readonly django: Fact<DjangoVersion>;
  readonly database: Fact<Database>;
  /** `users.User`, as AUTH_USER_MODEL says; Django's default is `auth.User`. */
  readonly authUserModel: Fact<string>;
  /** Other swappable settings by name. */
  readonly swappable: ReadonlyMap<string, Fact<string>>;
  readonly defaultAutoField: Fact<string>;
  /** app label → dotted path of AppConfig.default_auto_field. */
  readonly appAutoFields: ReadonlyMap<string, Fact<string>>;
  readonly useTz: Fact<boolean>;
}

/** A value and where it comes from: a place in the repository, an input, or a default. */
export interface Fact<T> {
  readonly value: T;
  /** For a person: `pyproject.toml:12`, `--django`, `default`. */
  readonly source: string;
}

/** Feature release: `4.2`, `5.2`, `6.1`. */
export type DjangoVersion = "4.2" | "5.0" | "5.1" | "5.2" | "6.0" | "6.1";
export const djangoVersions = ["4.2", "5.0", "5.1", "5.2", "6.0", "6.1"] as const;

export type Vendor = "postgresql" | "mysql" | "mariadb" | "sqlite";
export const vendors = ["postgresql", "mysql", "mariadb", "sqlite"] as const;

export interface Database {
  readonly vendor: Vendor;
  /** `16`, `8.4`, `10.11`. */
  readonly version: string;
}

/** Newest release Django 5.2 and later is commonly run on; used where neither the project nor the user says. */
export const defaultDatabaseVersion: Record<Vendor, string> = { postgresql: "16", mysql: "8.4", mariadb: "10.11", sqlite: "3.45" };

/** Is `version` at least `other`? */
export function atLeast(version: string, other: string): boolean {
  const [a, b] = [version, other].map((text) => text.split(".").map(Number));
  for (let i = 0; i < Math.max(a!.length, b!.length); i++) {
    const difference = (a![i] ?? 0) - (b![i] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}
