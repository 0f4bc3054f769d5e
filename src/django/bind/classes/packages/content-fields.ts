import { plain, type FieldPackage } from "./entry.ts";

/** Packages whose fields hold rich text, files and images. */
export const contentFields: readonly FieldPackage[] = [
  { name: "django-ckeditor", source: "django-ckeditor/django-ckeditor ckeditor/fields.py", entries: [...plain("ckeditor.fields", { RichTextField: "TextField" }), ...plain("ckeditor_uploader.fields", { RichTextUploadingField: "TextField" })] },
  { name: "django-ckeditor-5", source: "hvlads/django-ckeditor-5 django_ckeditor_5/fields.py", entries: [["django_ckeditor_5.fields.CKEditor5Field", "Field", { internalType: "TextField" }]] },
  { name: "django-tinymce", source: "jazzband/django-tinymce tinymce/models.py", entries: plain("tinymce.models", { HTMLField: "TextField" }) },
  { name: "django-markdownx", source: "neutronX/django-markdownx markdownx/models.py", entries: plain("markdownx.models", { MarkdownxField: "TextField" }) },
  { name: "django-mdeditor", source: "pylixm/django-mdeditor mdeditor/fields.py", entries: plain("mdeditor.fields", { MDTextField: "TextField" }) },
  { name: "martor", source: "agusmakmun/django-markdown-editor martor/models.py", entries: plain("martor.models", { MartorField: "TextField" }) },
  { name: "django-bleach", source: "marksweb/django-bleach django_bleach/models.py", entries: plain("django_bleach.models", { BleachField: "TextField" }) },
  { name: "django-summernote", source: "summernote/django-summernote django_summernote/fields.py", entries: plain("django_summernote.fields", { SummernoteTextField: "TextField" }) },
  { name: "django-wysiwyg-redactor", source: "douglasmiranda/django-wysiwyg-redactor redactor/fields.py", entries: plain("redactor.fields", { RedactorField: "TextField" }) },
  { name: "django-froala-editor", source: "froala/django-froala-editor froala_editor/fields.py", entries: [["froala_editor.fields.FroalaField", "Field", { internalType: "TextField" }]] },
  { name: "django-quill-editor", source: "LeeHanYeong/django-quill-editor django_quill/fields.py", entries: plain("django_quill.fields", { QuillField: "TextField", QuillTextField: "TextField", QuillJSONField: "JSONField" }) },
  { name: "django-richtextfield", source: "jaap3/django-richtextfield djrichtextfield/models.py", entries: plain("djrichtextfield.models", { RichTextField: "TextField" }) },
  { name: "django-s3direct", source: "bradleyg/django-s3direct s3direct/fields.py", entries: [["s3direct.fields.S3DirectField", "Field", { internalType: "TextField" }]] },
  { name: "djangocms-text-ckeditor", source: "django-cms/djangocms-text-ckeditor djangocms_text_ckeditor/fields.py", entries: [...plain("djangocms_text_ckeditor.fields", { HTMLField: "TextField" }), ...plain("djangocms_text.fields", { HTMLField: "TextField" })] },
  {
    name: "django-markupfield",
    source: "jamesturk/django-markupfield markupfield/fields.py",
    entries: [["markupfield.fields.MarkupField", "TextField", { positional: ["verbose_name", "name", "markup_type", "default_markup_type"] }]],
  },
  { name: "django-i18nfield", source: "raphaelm/django-i18nfield i18nfield/fields.py", entries: plain("i18nfield.fields", { I18nCharField: "TextField", I18nTextField: "TextField" }) },
  { name: "sorl-thumbnail", source: "jazzband/sorl-thumbnail sorl/thumbnail/fields.py", entries: [["sorl.thumbnail.fields.ImageField", "ImageField", { aliases: ["sorl.thumbnail.ImageField"] }]] },
  { name: "easy-thumbnails", source: "SmileyChris/easy-thumbnails easy_thumbnails/fields.py", entries: plain("easy_thumbnails.fields", { ThumbnailerField: "FileField", ThumbnailerImageField: "ImageField" }) },
  { name: "django-versatileimagefield", source: "respondcreate/django-versatileimagefield versatileimagefield/fields.py", entries: plain("versatileimagefield.fields", { VersatileImageField: "ImageField", PPOIField: "CharField" }) },
  { name: "django-imagekit", source: "matthewwithanm/django-imagekit imagekit/models/fields/__init__.py", entries: [["imagekit.models.fields.ProcessedImageField", "ImageField", { aliases: ["imagekit.models.ProcessedImageField"] }]] },
  { name: "django-stdimage", source: "codingjoe/django-stdimage stdimage/models.py", entries: plain("stdimage.models", { StdImageField: "ImageField", JPEGField: "ImageField" }) },
  { name: "django-resized", source: "un1t/django-resized django_resized/forms.py", entries: [["django_resized.forms.ResizedImageField", "ImageField", { aliases: ["django_resized.ResizedImageField"] }]] },
  {
    name: "django-image-cropping",
    source: "jonasundderwolf/django-image-cropping image_cropping/fields.py",
    entries: [
      ["image_cropping.fields.ImageCropField", "ImageField"],
      // Its deconstruct() writes neither length nor blank.
      ["image_cropping.fields.ImageRatioField", "CharField", { positional: ["image_field", "size"], forced: { max_length: 255, default: "", blank: true } }],
    ],
  },
  { name: "django-private-storage", source: "edoburu/django-private-storage private_storage/fields.py", entries: plain("private_storage.fields", { PrivateFileField: "FileField", PrivateImageField: "ImageField" }) },
  { name: "cloudinary", source: "cloudinary/pycloudinary cloudinary/models.py", entries: [["cloudinary.models.CloudinaryField", "Field", { internalType: "CharField", fallback: { max_length: 255 } }]] },
];
