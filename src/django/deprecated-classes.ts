/**
 * Field classes that Django keeps for old migrations alone or takes away with a later release (`system_check_removed_details` and
 * `system_check_deprecated_details` in django/db/models/fields/__init__.py and django/contrib/postgres/fields/), and its hints.
 */
export const deprecatedClasses: readonly { readonly path: RegExp; readonly hint: string }[] = [
  { path: /^django\.db\.models\.(?:fields\.)?IPAddressField$/, hint: "Use `GenericIPAddressField` instead." },
  { path: /^django\.db\.models\.(?:fields\.)?CommaSeparatedIntegerField$/, hint: "Use `CharField(validators=[validate_comma_separated_integer_list])` instead." },
  { path: /^django\.db\.models\.(?:fields\.)?NullBooleanField$/, hint: "Use `BooleanField(null=True, blank=True)` instead." },
  { path: /^django\.contrib\.postgres\.fields\.(?:jsonb\.)?JSONField$/, hint: "Use `django.db.models.JSONField` instead." },
  { path: /^django\.contrib\.postgres\.fields\.(?:citext\.)?CI(?:Char|Email|Text)Field$/, hint: "Use the field without `CI` and with a `db_collation` that is case-insensitive and not deterministic instead." },
];
