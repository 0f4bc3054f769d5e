import { describe, expect, test } from "vitest";
import { evaluateLast, valueOf } from "./read.ts";

describe("literals", () => {
  test.each<[string, string]>([
    ["[1, 'a', None, True, 1.5, b'x']", '[1, "a", None, True, 1.5, b"x"]'],
    ["{'a': 1, 'b': 2, 'a': 3}", '{"a": 3, "b": 2}'],
    ["{1, 2, 1}", "{1, 2}"],
    ["[*[1, 2], *(3,), *{'k': 1}]", '[1, 2, 3, "k"]'],
    ["{**{'a': 1}, 'b': 2, **dict(a=3)}", '{"a": 3, "b": 2}'],
    ["dict(a=1)", '{"a": 1}'],
    ["dict([('a', 1)], b=2)", '{"a": 1, "b": 2}'],
    ["list((1, 2))", "[1, 2]"],
    ["tuple('ab')", '("a", "b",)'],
    ["set([1, 1])", "{1}"],
    ["frozenset({1})", "{1}"],
    ["list({'a': 1})", '["a"]'],
    ["list()", "[]"],
    ["str(1) + str(None) + str('x') + str(True)", '"1NonexTrue"'],
    ["int('42')", "42"],
    ["int(True)", "1"],
    ["len([1, 2]) + len('äb') + len({'a': 1})", "5"],
    ["list(range(3))", "[0, 1, 2]"],
    ["bool([])", "False"],
  ])("%s", (source, expected) => {
    expect(valueOf(source)).toBe(expected);
  });
});

describe("operators on literals are worked out as Python does", () => {
  test.each<[string, string]>([
    ["1 + 2 * 3", "7"],
    ["-7 // 2", "-4"],
    ["-7 % 3", "2"],
    ["7 % -3", "-2"],
    ["2 ** 10", "1024"],
    ["2 ** 64", "18446744073709551616n"],
    ["9007199254740991 + 1", "9007199254740992n"],
    ["1 << 20", "1048576"],
    ["6 | 1", "7"],
    ["True | False", "True"],
    ["7 / 2", "3.5"],
    ["4 / 2", "2.0"],
    ["0.5 * 4", "2.0"],
    ["60 * 60 * 1.5", "5400.0"],
    ["-1.5", "-1.5"],
    ["~5", "-6"],
    ["+True", "1"],
    ["not ''", "True"],
    ["'a' + 'b'", '"ab"'],
    ["'ab' * 2", '"abab"'],
    ["[0] * 3", "[0, 0, 0]"],
    ["[1] + [2] + [3]", "[1, 2, 3]"],
    ["(1,) + (2,)", "(1, 2,)"],
    ["b'a' + b'b'", 'b"ab"'],
    ["{'a': 1} | {'a': 2}", '{"a": 2}'],
    ["{1, 2} - {2}", "{1}"],
    ["1 == 1.0", "True"],
    ["True == 1", "True"],
    ["'a' != 'b'", "True"],
    ["(1, 2) < (1, 3)", "True"],
    ["'a' in ['a']", "True"],
    ["'x' not in {'y': 1}", "True"],
    ["None is None", "True"],
    ["1 and 'x'", '"x"'],
    ["[] or 'x'", '"x"'],
    ["1 if 2 > 1 else 0", "1"],
    ["[1, 2, 3][-1]", "3"],
    ["{'a': 1}['a']", "1"],
    ["'abc'[0]", '"a"'],
    ["[1][0] if [] else 'no'", '"no"'],
  ])("%s", (source, expected) => {
    expect(valueOf(source)).toBe(expected);
  });

  test.each<[string, string]>([
    ["'%s-%d%%' % ('a', 3)", '"a-3%"'],
    ["'%s' % 'a'", '"a"'],
    ["'%(a)s.%(b)s' % {'a': 'x', 'b': 1}", '"x.1"'],
    ["'{}.{}'.format('a', 1)", '"a.1"'],
    ["'{1}{0}{x}{{}}'.format('a', 'b', x=None)", '"baNone{}"'],
    ["', '.join(['a', 'b'])", '"a, b"'],
    ["f'{1}-{\"x\"}'", '"1-x"'],
    ["'A'.lower() + 'b'.upper()", '"aB"'],
    ["' x '.strip().replace('x', '$&')", '"$&"'],
    ["'a.b'.split('.')[1]", '"b"'],
    ["'abc'.startswith('ab')", "True"],
    ["{'a': 1}.get('b')", "None"],
    ["list({'a': 1}.items())", '[("a", 1,)]'],
    ["[('a', 1)].copy()", '[("a", 1,)]'],
  ])("%s", (source, expected) => {
    expect(valueOf(source)).toBe(expected);
  });
});

describe("what is not certain is unknown, with the reason", () => {
  test.each<[string, string]>([
    ["1 / 0", "?`/` of values for which it is not worked out"],
    ["'a' + 1", "?`+` of values for which it is not worked out"],
    ["2 ** 100000", "?`**` of values for which it is not worked out"],
    ["'x' * 10000000", "?`*` of values for which it is not worked out"],
    ["'%5d' % 3", "?`%` of values for which it is not worked out"],
    ["'%s %s' % ('a',)", "?`%` of values for which it is not worked out"],
    ["'{:>3}'.format(1)", "?the result of `.format()`"],
    ["'{0.x}'.format(1)", "?the result of `.format()`"],
    ["f'{x}'", "?an f-string with a placeholder"],
    ["f'{1!r}'", "?an f-string with a placeholder"],
    ["[x for x in y]", "?a list comprehension"],
    ["x", "?a name that is not defined here"],
    ["x()", "?a call of `x`, which is not defined here"],
    ["x.y(1)", "?a call of `x.y`, which is not defined here"],
    ["f()()", "?a call of something that is not a name"],
    ["x[0]", "?a name that is not defined here"],
    ["[1][5]", "?an item of something that is not a literal"],
    ["{'a': 1}['b']", "?an item of something that is not a literal"],
    ["1 if x else 2", "?a value that a condition decides"],
    ["1 if x else 1", "1"],
    ["x or 1", "?`or` after a value that is not known"],
    ["x == 1", "?a comparison of values that are not known"],
    ["not x", "?`not` of a value that is not known"],
    ["[1, *x, 2]", "[1, ?a name that is not defined here, 2]"],
    ["{'a': 1, **x}", '{"a": 1, ?a name that is not defined here: ?a name that is not defined here}'],
    ["len([*x])", "builtins.len([?a name that is not defined here])"],
    ["[*x, 1][0]", "?an item of something that is not a literal"],
    ["1 < 2 < 3", "?a chained comparison"],
    ["'\\N{BULLET}'", "?a string with an escape that cannot be read"],
  ])("%s", (source, expected) => {
    expect(valueOf(source)).toBe(expected);
  });

  test("it carries its place and at most 200 characters of its source", () => {
    const value = evaluateLast(`\n\na = [x for x in (${"1, ".repeat(100)})]`);
    expect(value).toMatchObject({ kind: "unknown", place: { path: "shop/main.py", line: 3 } });
    if (typeof value !== "object" || value?.kind !== "unknown") throw new Error("not unknown");
    expect(value.text).toHaveLength(200);
  });
});

describe("what is made at run time stays as it is written, with names resolved", () => {
  const django = "from django.db import models\nfrom django.db.models import F, Q as Query\nimport datetime\nfrom django.utils.translation import gettext_lazy as _, pgettext\n";
  test.each<[string, string]>([
    ["models.CharField('n', max_length=5 * 2)", 'django.db.models.CharField("n", max_length=10)'],
    ["models.CharField(verbose_name=_('x'), help_text=pgettext('c', 'y'))", 'django.db.models.CharField(verbose_name="x", help_text="y")'],
    ["models.CharField(*[1], **{'a': 2})", "django.db.models.CharField(1, a=2)"],
    ["models.CharField(*x, a=1)", "django.db.models.CharField(a=1, *?)"],
    ["models.CharField(**x)", "django.db.models.CharField(*?)"],
    ["models.CASCADE", "→ django.db.models.CASCADE"],
    ["Query(a=1) | ~Query(b=2)", "django.db.models.Q(a=1) | ~django.db.models.Q(b=2)"],
    ["F('a') + 1", 'django.db.models.F("a") + 1'],
    ["-F('a')", '-django.db.models.F("a")'],
    ["datetime.timedelta(days=1) * 2", "datetime.timedelta(days=1) * 2"],
    ["F('x').desc(nulls_last=True)", 'django.db.models.F("x") | django.db.models.F.desc(nulls_last=True)'],
    ["Query(a=1).negate().x()", "django.db.models.Q(a=1) | django.db.models.Q.negate() | django.db.models.Q.negate.x()"],
    ["(Query(a=1) | Query(b=1)).x()", "?the result of `.x()`"],
    ["F('a').name", "?`.name` of something that is made at run time"],
    ["lambda: 1", "→ <lambda>"],
    ["dict", "→ builtins.dict"],
    ["print(1)", "builtins.print(1)"],
    ["getattr(models, 'X')", 'builtins.getattr(→ django.db.models, "X")'],
  ])("%s", (source, expected) => {
    expect(valueOf(django + source)).toBe(expected);
  });

  test("a call and a lambda carry their place and source", () => {
    expect(evaluateLast("import a\na.b(\n  1,\n)")).toMatchObject({ kind: "call", place: { path: "shop/main.py", line: 2 }, text: "a.b(\n  1,\n)" });
    expect(evaluateLast("x = lambda a: a + 1")).toMatchObject({ kind: "ref", text: "lambda a: a + 1", place: { line: 1 } });
  });

  test("`_` without a definition is gettext", () => {
    expect(valueOf("_('x')")).toBe('"x"');
    expect(valueOf("def _(x):\n  return 1\n_('x')")).toBe("1");
  });

  test("another name for a translation, a builtin, a function", () => {
    expect(valueOf("from django.utils.translation import gettext_lazy\nt = gettext_lazy\nt('x')")).toBe('"x"');
    expect(valueOf("text = str\ntext(1)")).toBe('"1"');
    expect(valueOf("def f(x):\n  return x\ng = f\ng(2)")).toBe("2");
  });

  test("textwrap.dedent", () => {
    expect(valueOf('import textwrap\ntextwrap.dedent("""\n    a\n      b\n\n    """)')).toBe(JSON.stringify("\na\n  b\n\n"));
  });
});
