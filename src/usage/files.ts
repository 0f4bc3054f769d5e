const templates = /\.(html?|jinja2?|j2|djhtml)$/i;
const textTemplate = /(^|\/)(templates|jinja2)\/.*\.(txt|xml|md|mjml|subject)$/i;
const skipped = /(^|\/)(node_modules|bower_components|vendor|vendored|_vendor|third_party|site-packages|dist-packages|\.[^/]+|venv|env|__pycache__|migrations|static_root|staticfiles)\//;
const tests = /(^|\/)(tests?|testing|testutils?|fixtures)\/|(^|\/)(tests?|test_[^/]*|[^/]*_tests?|conftest|factories)\.py$/;

/** The files in which a model may be named: Python and templates; not migrations, nor what others wrote. In the order given. */
export function wantedFiles(paths: readonly string[]): readonly string[] {
  return paths.filter((path) => (path.endsWith(".py") || isTemplate(path)) && !skipped.test(path));
}

/** Files whose text may hold `{{ order.note }}`. */
export function isTemplate(path: string): boolean {
  return templates.test(path) || textTemplate.test(path);
}

/** What only tests run. */
export function isTest(path: string): boolean {
  return tests.test(path);
}
