import { atLeast, type Database, type DjangoVersion, type Vendor } from "../django/project.ts";

/** What decides the text of Django's SQL: the database, Django, the PostgreSQL driver and two settings. */
export interface Dialect {
  readonly vendor: Vendor;
  /** Of the database: `16`, `8.4`. */
  readonly version: string;
  readonly django: DjangoVersion;
  /** Django takes psycopg 3 whenever it can be imported. */
  readonly psycopg: 2 | 3;
  /** The setting USE_TZ. */
  readonly useTz: boolean;
  /** The setting TIME_ZONE; null when not known: then what depends on it is unknown. */
  readonly timeZone: string | null;
  /** DatabaseOperations.quote_name: a name that is quoted already stays as it is. */
  quoteName(name: string): string;
  readonly features: Features;
}

/** DatabaseFeatures, those that decide SQL text, under Django's names. */
export interface Features {
  readonly supportsPartialIndexes: boolean;
  readonly supportsCoveringIndexes: boolean;
  readonly supportsExpressionIndexes: boolean;
  readonly supportsDeferrableUniqueConstraints: boolean;
  readonly supportsNullsDistinctUniqueConstraints: boolean;
  readonly supportsTableCheckConstraints: boolean;
  readonly supportsIndexColumnOrdering: boolean;
  readonly supportsOrderByNullsModifier: boolean;
  readonly supportsLogicalXor: boolean;
  readonly collateAsIndexExpression: boolean;
  readonly hasNativeUuidField: boolean;
  readonly hasNativeJsonField: boolean;
  readonly hasNativeDurationField: boolean;
  readonly requiresLiteralDefaults: boolean;
}

export interface DialectOptions {
  readonly psycopg?: 2 | 3;
  readonly useTz?: boolean;
  readonly timeZone?: string | null;
}

/** The dialect of a database under a Django release; psycopg 3 and USE_TZ unless told otherwise. */
export function dialectOf(database: Database, django: DjangoVersion, options: DialectOptions = {}): Dialect {
  const { vendor, version } = database;
  const mark = isMySql(vendor) ? "`" : '"';
  return {
    vendor,
    version,
    django,
    psycopg: options.psycopg ?? 3,
    useTz: options.useTz ?? true,
    timeZone: options.timeZone ?? null,
    quoteName: (name) => (name.startsWith(mark) && name.endsWith(mark) ? name : `${mark}${name}${mark}`),
    features: featuresOf(vendor, version, django),
  };
}

/** MariaDB is a MySQL to Django. */
export function isMySql(vendor: Vendor): boolean {
  return vendor === "mysql" || vendor === "mariadb";
}

/** Is the Django release at least `release`? */
export function djangoAtLeast(dialect: { readonly django: DjangoVersion }, release: DjangoVersion): boolean {
  return atLeast(dialect.django, release);
}

/** django/db/backends/{base,postgresql,mysql,sqlite3}/features.py; InnoDB is assumed on MySQL and MariaDB. */
function featuresOf(vendor: Vendor, version: string, django: DjangoVersion): Features {
  const postgresql = vendor === "postgresql";
  const mysql = isMySql(vendor);
  return {
    supportsPartialIndexes: !mysql,
    supportsCoveringIndexes: postgresql,
    supportsExpressionIndexes: !mysql || (vendor === "mysql" && atLeast(version, "8.0.13")),
    supportsDeferrableUniqueConstraints: postgresql,
    supportsNullsDistinctUniqueConstraints: postgresql && atLeast(version, "15") && atLeast(django, "5.0"),
    supportsTableCheckConstraints: vendor !== "mysql" || atLeast(version, "8.0.16"),
    supportsIndexColumnOrdering: vendor === "mariadb" ? atLeast(version, "10.8") : vendor !== "mysql" || atLeast(version, "8.0.1"),
    supportsOrderByNullsModifier: !mysql,
    supportsLogicalXor: mysql,
    collateAsIndexExpression: mysql,
    hasNativeUuidField: postgresql || (vendor === "mariadb" && atLeast(version, "10.7") && atLeast(django, "5.0")),
    hasNativeJsonField: postgresql,
    hasNativeDurationField: postgresql,
    requiresLiteralDefaults: vendor === "sqlite",
  };
}
