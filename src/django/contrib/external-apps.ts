/** Models of published packages that projects point foreign keys at: what their migrations make of table and primary key. */
export interface ExternalApp {
  readonly package: string;
  readonly app: string;
  /** Name and class of the primary key below django.db.models, with max_length of a text key. */
  readonly pk: readonly [name: string, type: "AutoField" | "BigAutoField" | "CharField" | "UUIDField", maxLength?: number];
  /** Tables are Django's default, `app_model`, unless given. */
  readonly models: readonly (string | readonly [model: string, table: string])[];
  /** Model → the setting it can be swapped by. */
  readonly swappable?: Readonly<Record<string, string>>;
  /** The migration that settles the key. */
  readonly source: string;
}

const auto = ["id", "AutoField"] as const;
const bigAuto = ["id", "BigAutoField"] as const;

/**
 * Read in each package's own migrations at its newest state in November 2026. The key of a package's model does not follow the project's
 * DEFAULT_AUTO_FIELD: the package's migration wrote it down. A model that is not listed is unknown.
 */
export const externalApps: readonly ExternalApp[] = [
  { package: "django-taggit", app: "taggit", pk: auto, models: ["Tag", "TaggedItem"], source: "taggit/migrations/0001_initial.py" },
  { package: "django-guardian", app: "guardian", pk: auto, models: ["UserObjectPermission", "GroupObjectPermission"], source: "guardian/migrations/0001_initial.py" },
  { package: "django-allauth", app: "account", pk: auto, models: ["EmailAddress", "EmailConfirmation"], source: "allauth/account/migrations/0001_initial.py" },
  { package: "django-allauth", app: "socialaccount", pk: auto, models: ["SocialAccount", "SocialApp", "SocialToken"], source: "allauth/socialaccount/migrations/0001_initial.py" },
  { package: "django-allauth", app: "mfa", pk: bigAuto, models: ["Authenticator"], source: "allauth/mfa/migrations/0001_initial.py" },
  { package: "django-allauth", app: "usersessions", pk: bigAuto, models: ["UserSession"], source: "allauth/usersessions/migrations/0001_initial.py" },
  {
    package: "social-auth-app-django",
    app: "social_django",
    pk: bigAuto,
    models: [["UserSocialAuth", "social_auth_usersocialauth"], ["Association", "social_auth_association"], ["Code", "social_auth_code"], ["Nonce", "social_auth_nonce"], ["Partial", "social_auth_partial"]],
    source: "social_django/migrations/0011_alter_id_fields.py",
  },
  { package: "django-celery-beat", app: "django_celery_beat", pk: auto, models: ["PeriodicTask", "IntervalSchedule", "CrontabSchedule", "SolarSchedule", "ClockedSchedule"], source: "django_celery_beat/migrations/0001_initial.py" },
  { package: "django-celery-results", app: "django_celery_results", pk: auto, models: ["TaskResult", "GroupResult", "ChordCounter"], source: "django_celery_results/migrations/0001_initial.py" },
  {
    package: "django-oauth-toolkit",
    app: "oauth2_provider",
    pk: bigAuto,
    models: ["Application", "AccessToken", "Grant", "RefreshToken", "IDToken"],
    swappable: {
      Application: "OAUTH2_PROVIDER_APPLICATION_MODEL",
      AccessToken: "OAUTH2_PROVIDER_ACCESS_TOKEN_MODEL",
      Grant: "OAUTH2_PROVIDER_GRANT_MODEL",
      RefreshToken: "OAUTH2_PROVIDER_REFRESH_TOKEN_MODEL",
      IDToken: "OAUTH2_PROVIDER_ID_TOKEN_MODEL",
    },
    source: "oauth2_provider/migrations/0001_initial.py",
  },
  { package: "django-pghistory", app: "pghistory", pk: ["id", "UUIDField"], models: ["Context"], source: "pghistory/migrations/0001_initial.py" },
  { package: "djangorestframework", app: "authtoken", pk: ["key", "CharField", 40], models: ["Token"], source: "rest_framework/authtoken/migrations/0001_initial.py" },
  { package: "django-reversion", app: "reversion", pk: auto, models: ["Revision", "Version"], source: "reversion/migrations/0001_squashed_0004_auto_20160611_1202.py" },
  { package: "easy-thumbnails", app: "easy_thumbnails", pk: auto, models: ["Source", "Thumbnail", "ThumbnailDimensions"], source: "easy_thumbnails/migrations/0001_initial.py" },
  { package: "django-filer", app: "filer", pk: auto, models: ["File", "Folder", "Clipboard", "ClipboardItem", "FolderPermission", "ThumbnailOption"], source: "filer/migrations/0001_initial.py" },
  { package: "wagtail", app: "wagtailcore", pk: auto, models: ["Page", "Site", "Collection", "Locale", "Revision", "Task", "TaskState", "Workflow", "WorkflowState", "Comment"], swappable: { Page: "WAGTAIL_PAGE_MODEL" }, source: "wagtail/migrations" },
  { package: "wagtail", app: "wagtailimages", pk: auto, models: ["Image", "Rendition"], source: "wagtail/images/migrations/0001_initial.py" },
  { package: "wagtail", app: "wagtaildocs", pk: auto, models: ["Document"], source: "wagtail/documents/migrations/0001_initial.py" },
  { package: "wagtail", app: "wagtailforms", pk: auto, models: ["FormSubmission"], source: "wagtail/contrib/forms/migrations/0001_initial.py" },
  { package: "wagtail", app: "wagtailredirects", pk: auto, models: ["Redirect"], source: "wagtail/contrib/redirects/migrations/0001_initial.py" },
  { package: "wagtail", app: "wagtailsearch", pk: auto, models: ["IndexEntry"], source: "wagtail/search/migrations/0005_create_indexentry.py" },
  { package: "django-cms", app: "cms", pk: auto, models: ["Page", "PageContent", "PageUrl", "Placeholder", "CMSPlugin"], source: "cms/migrations/0001_initial.py" },
  { package: "django-contrib-comments", app: "django_comments", pk: auto, models: [["Comment", "django_comments"], ["CommentFlag", "django_comment_flags"]], source: "django_comments/migrations/0001_initial.py" },
  { package: "django-organizations", app: "organizations", pk: auto, models: ["Organization", "OrganizationUser", "OrganizationOwner", "OrganizationInvitation"], source: "organizations/migrations/0001_initial.py" },
  { package: "django-cities-light", app: "cities_light", pk: auto, models: ["Country", "Region", "SubRegion", "City"], source: "cities_light/migrations/0001_initial.py" },
  { package: "django-post-office", app: "post_office", pk: auto, models: ["Email", "EmailTemplate", "Attachment", "Log"], source: "post_office/migrations/0001_initial.py" },
  { package: "django-rest-knox", app: "knox", pk: ["digest", "CharField", 128], models: ["AuthToken"], swappable: { AuthToken: "KNOX_TOKEN_MODEL" }, source: "knox/migrations/0003_auto_20150916_1526.py" },
  { package: "django-waffle", app: "waffle", pk: auto, models: ["Flag", "Sample", "Switch"], source: "waffle/migrations/0001_initial.py" },
  {
    package: "dj-stripe",
    app: "djstripe",
    pk: ["djstripe_id", "BigAutoField"],
    models: [
      "Account", "APIKey", "BalanceTransaction", "BankAccount", "Card", "Charge", "Coupon", "Customer", "Dispute", "Event", "File", "Invoice", "InvoiceItem",
      "Mandate", "PaymentIntent", "PaymentMethod", "Payout", "Plan", "Price", "Product", "PromotionCode", "Refund", "Session", "SetupIntent", "Source",
      "Subscription", "SubscriptionItem", "SubscriptionSchedule", "TaxRate", "Transfer", "WebhookEndpoint",
    ],
    source: "djstripe/migrations/0001_initial.py",
  },
];
