import { describe, expect, test } from "vitest";
import { createPython } from "../../src/python/reader.ts";
import type { PythonReader } from "../../src/python/reader.ts";
import type { Value } from "../../src/python/value.ts";
import { main, moduleOf, parser, reader, show, valueOf } from "./read.ts";

describe("names in a module", () => {
  test.each<[string, string, string]>([
    ["the last assignment before the use", "A = 1\nA = 2\nA", "2"],
    ["not one after it", "A = 1\nB = A\nA = 2\nB", "1"],
    ["its own earlier value", "A = [1]\nA = A + [2]\nA", "[1, 2]"],
    ["several targets", "A = B = 3\nA + B", "6"],
    ["unpacking", "A, (B, C) = 1, (2, None)\n[A, B, C]", "[1, 2, None]"],
    ["unpacking what is made at run time", "import x\nA, B = x.f()\nA", "?a value that is not unpacked"],
    ["augmented lists", "A = [1]\nA += [2]\nA", "[1, 2]"],
    ["append, extend, insert, remove", "A = [1]\nA.append(2)\nA.extend((3, 4))\nA.insert(0, 0)\nA.remove(3)\nA", "[0, 1, 2, 4]"],
    ["update and items of dicts", "A = {}\nA['a'] = 1\nA.update({'b': 2}, c=3)\nA", '{"a": 1, "b": 2, "c": 3}'],
    ["methods that change nothing", "A = [1]\nA.index(1)\nA", "[1]"],
    ["methods that are not followed", "A = [2, 1]\nA.sort()\nA", "?changed by `.sort()` in a way that is not followed"],
    ["a change deep inside", "A = {'a': {}}\nA['a']['b'] = 1\nA", "?a name whose value is changed in place"],
    ["del", "A = 1\ndel A\nA", "?a name that `del` takes away"],
    ["a loop's variable", "A = 1\nfor A in x:\n  pass\nA", "?a loop's variable"],
    ["a list grown in a loop", "A = [1]\nfor x in y:\n  A.append(x)\nA", "[1, ?changed in a loop]"],
    ["a with statement's name", "with open('x') as A:\n  B = A\nB", "?a name that a `with` statement gives"],
    ["a with statement's body", "with x:\n  A = 1\nA", "1"],
    ["a function", "def f(): pass\nf", "→ shop.main.f"],
    ["a class", "class A: pass\nA", "→ shop.main.A"],
    ["another name for a class", "from django.db import models\nField = models.CharField\nField(max_length=1)", "django.db.models.CharField(max_length=1)"],
    ["a class attribute", "class A:\n  X = 1\n  Y = X + 1\nA.Y", "2"],
    ["an inherited class attribute", "class A:\n  X = 1\nclass B(A): pass\nB.X", "1"],
    ["a class attribute that is not there", "class A(x.B): pass\nA.X", "?`A` has no `X` that can be read here"],
    ["a method", "class A:\n  def f(self): pass\nA.f", "→ shop.main.A.f"],
    ["a class body sees its own names, then the module's", "X = 1\nclass A:\n  X = 2\n  Y = X\nA.Y", "2"],
    ["a class body that takes over a name", "X = 1\nclass A:\n  X = X\nA.X", "1"],
    ["a nested class does not see the outer class", "X = 1\nclass A:\n  X = 2\n  class B:\n    Y = X\nA.B.Y", "1"],
    ["__name__", "__name__", '"shop.main"'],
    ["a name defined by itself", "A = A\nA", "?a name that is defined by itself"],
    ["a builtin that is shadowed", "def len(x):\n  return 5\nlen([])", "5"],
  ])("%s", (_, source, expected) => {
    expect(valueOf(source)).toBe(expected);
  });
});

describe("conditions", () => {
  test.each<[string, string, string]>([
    ["a test that is known", "D = True\nif D:\n  A = 1\nelse:\n  A = 2\nA", "1"],
    ["a test that is not known", "import x\nif x.y:\n  A = 1\nelse:\n  A = 2\nA", "?a value that a condition decides"],
    ["both ways the same", "import x\nif x.y:\n  A = 1\nelse:\n  A = 1\nA", "1"],
    ["what is added to a list under a condition", "import x\nA = [1]\nif x.y:\n  A += [2]\nA", "[1, ?changed under a condition]"],
    ["typing.TYPE_CHECKING is false", "from typing import TYPE_CHECKING\nA = 1\nif TYPE_CHECKING:\n  A = 2\nA", "1"],
    ["the module is imported, not run", "A = 1\nif __name__ == '__main__':\n  A = 2\nA", "1"],
    ["try before except", "try:\n  from a import f\nexcept ImportError:\n  from b import f\nf()", "a.f()"],
    ["except for what try does not give", "try:\n  import a\nexcept ImportError:\n  a = None\ntry:\n  pass\nexcept X:\n  B = 1\nB", "1"],
    ["a flag that a handler sets otherwise", "try:\n  import a\n  HAS = True\nexcept ImportError:\n  HAS = False\nHAS", "?a value that a condition decides"],
    ["an import before what a handler puts in its place", "try:\n  from a import f\nexcept ImportError:\n  f = None\nf", "→ a.f"],
    ["match", "A = 1\nmatch x:\n  case 1:\n    A = 2\nA", "?a value that a condition decides"],
    ["what a loop sets further down", "import x\nA = 1\nB = []\nfor y in x.z:\n  C = A\n  A = 2\nC", "?a value that a condition decides"],
    ["imports from different places", "import x\nif x.y:\n  from a import f\nelse:\n  from b import f\nf()", "?a call of a value that a condition decides"],
    ["elif", "A = 2\nif A == 1:\n  B = 1\nelif A == 2:\n  B = 2\nelse:\n  B = 3\nB", "2"],
  ])("%s", (_, source, expected) => {
    expect(valueOf(source)).toBe(expected);
  });
});

describe("imports", () => {
  const files = {
    "shop/__init__.py": "from .a import *\nfrom .sub import deep as renamed\nVERSION = 3",
    "shop/a.py": "from django.db.models import *\nfrom django.db import models as m\nA = 1\n_hidden = 2\ndef f(): pass\nclass Field(m.CharField): pass",
    "shop/sub/__init__.py": "from ..a import A as deep",
    "shop/sub/b.py": "from .. import VERSION\nfrom ...shop import a\nfrom . import deep\nX = [VERSION, a.A, deep]",
    "shop/late.py": null,
    "lib/src/tool/__init__.py": "T = 1",
    "lib/src/tool/x.py": "from . import T",
  };
  const roots = ["", "lib/src/"];
  test.each<[string, string]>([
    ["from shop import A\nA", "1"],
    ["from shop import renamed\nrenamed", "1"],
    ["import shop\nshop.VERSION", "3"],
    ["import shop.a\nshop.a.A", "1"],
    ["import shop.a as x\nx.f", "→ shop.a.f"],
    ["from shop import f\nf", "→ shop.a.f"],
    ["from . import f\nf()", "shop.a.f()"],
    ["from .a import Field\nField(max_length=1)", "shop.a.Field(max_length=1)"],
    ["from .a import m\nm.CharField()", "django.db.models.CharField()"],
    ["from .a import IntegerField\nIntegerField()", "django.db.models.IntegerField()"],
    ["from .sub.b import X\nX", "[3, 1, 1]"],
    ["from .a import *\nA", "1"],
    ["from .a import *\n_hidden", "?a name that is not defined here"],
    ["from .a import *\nlen([])", "0"],
    ["from tool.x import T\nT", "1"],
    ["from .a import m as _\n_.X", "→ django.db.models.X"],
    ["from .gone import X\nX", "?`shop` has no `gone`"],
    ["from .gone import X\nX(1)", "shop.gone.X(1)"],
    ["from .a import *\nA += 1\nA", "2"],
    ["from django.conf import settings\nsettings.AUTH_USER_MODEL", "→ django.conf.settings.AUTH_USER_MODEL"],
    ["from a import *\nfrom b import *\nX()", "?a call of `X`, which is not defined here"],
  ])("%s", (source, expected) => {
    expect(valueOf(source, files, roots)).toBe(expected);
  });

  test("a name that a module of the repository does not have", () => {
    expect(valueOf("from .a import m\nfrom . import sub\nsub.gone", { "shop/__init__.py": "", "shop/a.py": "", "shop/sub.py": "" })).toBe("?`shop.sub` has no `gone`");
  });

  test("modules that import each other in a circle end", () => {
    const circle = { "shop/a.py": "from .b import X\nfrom .b import *", "shop/b.py": "from .a import X\nfrom .a import *" };
    expect(valueOf("from .a import X\nX", circle)).toMatch(/^\?/);
    expect(valueOf("from .a import Y\nY", circle)).toMatch(/^\?/);
  });

  test("a file whose text is not at hand is wanted", () => {
    const python = reader({ ...files, [main]: "from .late import X, Y, f\n[X, Y(1), f]" });
    const module = moduleOf(python, main);
    const [, list] = module.body;
    if (list?.kind !== "expression") throw new Error("no list");
    expect(show(python.evaluate(list.value, module))).toBe("[?`shop/late.py`, where it is defined, was not read, shop.late.Y(1), ?`shop/late.py`, where it is defined, was not read]");
    expect([...python.wanted]).toEqual(["shop/late.py"]);
  });

  test("what was wanted is read when it is there", () => {
    let late: string | null = null;
    const source = "from .late import X\nX";
    const python = createWith((path) => (path === main ? source : late), ["shop/late.py", main]);
    const module = moduleOf(python, main);
    const last = module.body.at(-1);
    if (last?.kind !== "expression") throw new Error("no expression");
    expect(show(python.evaluate(last.value, module))).toMatch(/was not read/);
    late = "X = 7";
    expect(show(python.evaluate(last.value, module))).toBe("7");
    expect([...python.wanted]).toEqual([]);
  });
});

describe("where an expression stands", () => {
  const source = `X = 1
class A:
    X = 2
    y = X
    def f(self, p):
        z = 3
        return [X, Y, p, z, len]
    g = lambda self: X
Y = 4
`;
  const python = reader({ [main]: source });
  const module = moduleOf(python, main);
  const [, definition] = module.body;
  if (definition?.kind !== "class") throw new Error("no class");

  test("in a class body", () => {
    const assign = definition.body[1];
    if (assign?.kind !== "assign") throw new Error("no assignment");
    expect(show(python.evaluate(assign.value, module))).toBe("2");
  });

  test("in a method: its own names, the whole module's, not the class's", () => {
    const method = definition.body[2];
    if (method?.kind !== "function") throw new Error("no method");
    const last = method.body.at(-1);
    if (last?.kind !== "return" || last.value === null) throw new Error("no return");
    expect(show(python.evaluate(last.value, module))).toBe("[1, 4, ?a parameter of `f`, 3, → builtins.len]");
    expect(show(python.evaluate(last.value, module, new Map<string, Value>([["p", "given"], ["X", 9]])))).toBe('[9, 4, "given", 3, → builtins.len]');
  });

  test("the names a class body binds", () => {
    expect([...python.members(definition, module)].map(([name, value]) => `${name} = ${show(value)}`)).toEqual([
      "X = 2",
      "y = 2",
      "f = → shop.main.A.f",
      "g = → <lambda>",
    ]);
  });
});

function createWith(text: (path: string) => string | null, paths: readonly string[]): PythonReader {
  return createPython(parser, { has: (path) => paths.includes(path), text, roots: [""] });
}
