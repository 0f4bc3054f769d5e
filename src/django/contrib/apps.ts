import { autoId, foreignKey, type FieldData, type ModelData } from "./build.ts";

/** One of Django's own apps: its migrations and what its models are after the last of them. */
export interface ContribApp {
  readonly label: string;
  /** Names in order, each with what it depends on besides the one before. */
  readonly migrations: readonly (readonly [name: string, ...dependencies: string[]])[];
  readonly models: readonly ModelData[];
}

const varchar = (length: number, args: FieldData[1] = {}): FieldData => ["CharField", { ...args, max_length: length }];
const manyToMany = (to: string): FieldData => ["ManyToManyField", { blank: true, to }];
const userModel = "django.conf.settings.AUTH_USER_MODEL";

/**
 * Source: django/contrib/APP/migrations, read in 4.2, 5.2 and 6.1, where they are equal. Every one of these apps has AutoField keys:
 * the migrations say so, and AppConfig.default_auto_field does. django.contrib.gis, postgres, messages, staticfiles and humanize have no models with tables of migrations.
 */
export const contribApps: readonly ContribApp[] = [
  {
    label: "contenttypes",
    migrations: [["0001_initial"], ["0002_remove_content_type_name"]],
    models: [
      {
        label: "contenttypes.ContentType",
        table: "django_content_type",
        fields: { id: autoId, app_label: varchar(100), model: varchar(100) },
        uniqueTogether: [["app_label", "model"]],
      },
    ],
  },
  {
    label: "auth",
    migrations: [
      ["0001_initial", "contenttypes.__first__"],
      ["0002_alter_permission_name_max_length"],
      ["0003_alter_user_email_max_length"],
      ["0004_alter_user_username_opts"],
      ["0005_alter_user_last_login_null"],
      ["0006_require_contenttypes_0002", "contenttypes.0002_remove_content_type_name"],
      ["0007_alter_validators_add_error_messages"],
      ["0008_alter_user_username_max_length"],
      ["0009_alter_user_last_name_max_length"],
      ["0010_alter_group_name_max_length"],
      ["0011_update_proxy_permissions", "contenttypes.0002_remove_content_type_name"],
      ["0012_alter_user_first_name_max_length"],
    ],
    models: [
      {
        label: "auth.Permission",
        table: "auth_permission",
        fields: { id: autoId, name: varchar(255), content_type: foreignKey("contenttypes.ContentType"), codename: varchar(100) },
        uniqueTogether: [["content_type", "codename"]],
      },
      {
        label: "auth.Group",
        table: "auth_group",
        fields: { id: autoId, name: varchar(150, { unique: true }), permissions: manyToMany("auth.Permission") },
      },
      {
        label: "auth.User",
        table: "auth_user",
        options: { swappable: "AUTH_USER_MODEL" },
        fields: {
          id: autoId,
          password: varchar(128),
          last_login: ["DateTimeField", { blank: true, null: true }],
          is_superuser: ["BooleanField", { default: false }],
          username: varchar(150, { unique: true }),
          first_name: varchar(150, { blank: true }),
          last_name: varchar(150, { blank: true }),
          email: ["EmailField", { blank: true, max_length: 254 }],
          is_staff: ["BooleanField", { default: false }],
          is_active: ["BooleanField", { default: true }],
          date_joined: ["DateTimeField", { default: { kind: "ref", path: "django.utils.timezone.now", place: { path: "", line: 0 }, text: "timezone.now" } }],
          groups: manyToMany("auth.Group"),
          user_permissions: manyToMany("auth.Permission"),
        },
      },
    ],
  },
  {
    label: "admin",
    migrations: [["0001_initial", userModel, "contenttypes.__first__"], ["0002_logentry_remove_auto_add"], ["0003_logentry_add_action_flag_choices"]],
    models: [
      {
        label: "admin.LogEntry",
        table: "django_admin_log",
        fields: {
          id: autoId,
          action_time: ["DateTimeField", { default: { kind: "ref", path: "django.utils.timezone.now", place: { path: "", line: 0 }, text: "timezone.now" }, editable: false }],
          object_id: ["TextField", { blank: true, null: true }],
          object_repr: varchar(200),
          action_flag: ["PositiveSmallIntegerField"],
          change_message: ["TextField", { blank: true }],
          content_type: foreignKey("contenttypes.ContentType", { blank: true, null: true }, "SET_NULL"),
          user: foreignKey(userModel),
        },
      },
    ],
  },
  {
    label: "sessions",
    migrations: [["0001_initial"]],
    models: [
      {
        label: "sessions.Session",
        table: "django_session",
        fields: { session_key: varchar(40, { primary_key: true, serialize: false }), session_data: ["TextField"], expire_date: ["DateTimeField", { db_index: true }] },
      },
    ],
  },
  {
    label: "sites",
    migrations: [["0001_initial"], ["0002_alter_domain_unique"]],
    models: [{ label: "sites.Site", table: "django_site", fields: { id: autoId, domain: varchar(100, { unique: true }), name: varchar(50) } }],
  },
  {
    label: "flatpages",
    migrations: [["0001_initial", "sites.0001_initial"]],
    models: [
      {
        label: "flatpages.FlatPage",
        table: "django_flatpage",
        fields: {
          id: autoId,
          url: varchar(100, { db_index: true }),
          title: varchar(200),
          content: ["TextField", { blank: true }],
          enable_comments: ["BooleanField", { default: false }],
          template_name: varchar(70, { blank: true }),
          registration_required: ["BooleanField", { default: false }],
          sites: ["ManyToManyField", { to: "sites.Site" }],
        },
      },
    ],
  },
  {
    label: "redirects",
    migrations: [["0001_initial", "sites.0001_initial"], ["0002_alter_redirect_new_path_help_text"]],
    models: [
      {
        label: "redirects.Redirect",
        table: "django_redirect",
        fields: { id: autoId, site: foreignKey("sites.Site"), old_path: varchar(200, { db_index: true }), new_path: varchar(200, { blank: true }) },
        uniqueTogether: [["site", "old_path"]],
      },
    ],
  },
];
