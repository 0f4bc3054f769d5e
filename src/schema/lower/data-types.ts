/**
 * django.db.backends.postgresql.base.DatabaseWrapper.data_types (4.2 to 6.1) with lengths left out: two fields whose entries differ are cast with
 * USING when one is altered into the other. CharField's entry is a function of its own since 4.2, so it differs from SlugField's.
 */
export const postgresqlDataTypes: Readonly<Record<string, string>> = {
  AutoField: "integer",
  BigAutoField: "bigint",
  BinaryField: "bytea",
  BooleanField: "boolean",
  CharField: "varchar or varchar(n)",
  DateField: "date",
  DateTimeField: "timestamp with time zone",
  DecimalField: "numeric",
  DurationField: "interval",
  FileField: "varchar(n)",
  FilePathField: "varchar(n)",
  FloatField: "double precision",
  IntegerField: "integer",
  BigIntegerField: "bigint",
  IPAddressField: "inet",
  GenericIPAddressField: "inet",
  JSONField: "jsonb",
  OneToOneField: "integer",
  PositiveBigIntegerField: "bigint",
  PositiveIntegerField: "integer",
  PositiveSmallIntegerField: "smallint",
  SlugField: "varchar(n)",
  SmallAutoField: "smallint",
  SmallIntegerField: "smallint",
  TextField: "text",
  TimeField: "time",
  UUIDField: "uuid",
};
