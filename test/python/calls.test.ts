import { expect, test } from "vitest";
import { valueOf } from "./read.ts";

const files = {
  "shop/fields.py": `from django.db import models
from functools import lru_cache
LENGTH = 30

def money(**options):
    """A price."""
    return models.DecimalField(max_digits=12, **options)

def char(length=LENGTH, *args, null=False):
    return models.CharField(*args, max_length=length, null=null)

def pick(a, b, *rest, **more):
    return [a, b, rest, more]

def nothing():
    return None

def bare():
    return

def twice(x):
    y = x * 2
    return y

@lru_cache
def cached():
    return 1

async def later():
    return 1

def forever(n):
    return forever(n + 1)

def double(x):
    return [x, x]

def outer():
    def inner():
        return 1
    return inner

class Price:
    @classmethod
    def make(cls):
        return 1

template = "{}_idx"
wrapped = outer()
`,
};

test.each<[string, string, string]>([
  ["keywords pass through", "money(null=True)", "django.db.models.DecimalField(max_digits=12, null=True)"],
  ["defaults", "char()", "django.db.models.CharField(max_length=30, null=False)"],
  ["positions and names", "char(5, 'n', null=True)", 'django.db.models.CharField("n", max_length=5, null=True)'],
  ["what is left over", "pick(1, 2, 3, c=4)", '[1, 2, (3,), {"c": 4}]'],
  ["None for an argument", "pick(None, b=None)", "[None, None, (), {}]"],
  ["a function that returns None", "nothing()", "None"],
  ["a return without a value is not followed", "bare()", "shop.fields.bare()"],
  ["an argument is missing", "pick(1)", "shop.fields.pick(1)"],
  ["an argument too many", "nothing(1)", "shop.fields.nothing(1)"],
  ["an unknown keyword", "char(x=1)", "shop.fields.char(x=1)"],
  ["arguments that are not known", "pick(*x)", "shop.fields.pick(*?)"],
  ["more than a return", "twice(1)", "shop.fields.twice(1)"],
  ["a decorated function", "cached()", "shop.fields.cached()"],
  ["an async function", "later()", "shop.fields.later()"],
  ["a class", "Price(1)", "shop.fields.Price(1)"],
  ["a method of a class", "Price.make()", "shop.fields.Price.make()"],
  ["a method of a constant", "template.format('a')", '"a_idx"'],
  ["what a call gave is called", "wrapped()", "shop.fields.wrapped()"],
  ["a function that calls itself ends", "forever(1)", "?nested too deeply to be worked out"],
])("%s: %s", (_, source, expected) => {
  expect(valueOf(`from .fields import *\n${source}`, files)).toBe(expected);
});

test("doubling again and again ends before memory does", () => {
  const nested = `${"double(".repeat(40)}1${")".repeat(40)}`;
  expect(valueOf(`from .fields import double\nlen(${nested})`, files)).toMatch(/./);
  const constants = Array.from({ length: 40 }, (_, i) => `A${i + 1} = [A${i}, A${i}]`).join("\n");
  expect(valueOf(`A0 = 1\n${constants}\nA40`)).toContain("?too much to be worked out");
  const sums = Array.from({ length: 40 }, (_, i) => `A${i + 1} = A${i} + A${i}`).join("\n");
  expect(valueOf(`A0 = "x"\n${sums}\nA40`)).toContain("too much to be worked out");
});
