import { describe, expect, test } from "vitest";
import { expression, parser, plain, statement } from "./read.ts";

const name = (path: string) => ({ kind: "name", path });
const int = (value: number | bigint) => ({ kind: "integer", value });

describe("expressions", () => {
  test.each<[string, object]>([
    ["a.b.c", name("a.b.c")],
    ["a . b", name("a.b")],
    ["(a\n .b\n .c)", name("a.b.c")],
    ["naïve.größe", name("naïve.größe")],
    ["a().b", { kind: "attribute", object: { kind: "call", callee: name("a"), args: [] }, name: "b" }],
    ["0x_ff", int(255)],
    ["0777", int(511)],
    ["0o17", int(15)],
    ["0b101", int(5)],
    ["1_000", int(1000)],
    ["10L", int(10)],
    ["9007199254740993", int(9007199254740993n)],
    ["1.5e3", { kind: "float", text: "1.5e3" }],
    [".5", { kind: "float", text: ".5" }],
    ["2j", { kind: "other", what: "a number that is not read" }],
    ["None", { kind: "constant", value: null }],
    ["[True, False]", { kind: "list", items: [{ kind: "constant", value: true }, { kind: "constant", value: false }] }],
    ["()", { kind: "tuple", items: [] }],
    ["(1,)", { kind: "tuple", items: [int(1)] }],
    ["(1)", int(1)],
    ["1, 2", { kind: "tuple", items: [int(1), int(2)] }],
    ["{1, 2}", { kind: "set", items: [int(1), int(2)] }],
    ["{}", { kind: "dict", entries: [] }],
    ["{a: 1, **b}", { kind: "dict", entries: [[name("a"), int(1)], [null, name("b")]] }],
    ["[*a, 1]", { kind: "list", items: [{ kind: "starred", value: name("a") }, int(1)] }],
    ["a if b else c", { kind: "conditional", test: name("b"), then: name("a"), otherwise: name("c") }],
    ["x[1]", { kind: "subscript", object: name("x"), index: int(1) }],
    ["x[1, 2]", { kind: "subscript", object: name("x"), index: { kind: "tuple", items: [int(1), int(2)] } }],
    ["x[1:2]", { kind: "subscript", object: name("x"), index: { kind: "other", what: "a slice" } }],
    ["-1", { kind: "unary", operator: "-", operand: int(1) }],
    ["not a", { kind: "unary", operator: "not", operand: name("a") }],
    ["a + b * c", { kind: "binary", operator: "+", left: name("a"), right: { kind: "binary", operator: "*", left: name("b"), right: name("c") } }],
    ["a - b - c", { kind: "binary", operator: "-", left: { kind: "binary", operator: "-", left: name("a"), right: name("b") }, right: name("c") }],
    ["a and b or c", { kind: "binary", operator: "or", left: { kind: "binary", operator: "and", left: name("a"), right: name("b") }, right: name("c") }],
    ["a not  in b", { kind: "binary", operator: "not in", left: name("a"), right: name("b") }],
    ["a <> b", { kind: "binary", operator: "!=", left: name("a"), right: name("b") }],
    ["(a # one\n + # two\n b)", { kind: "binary", operator: "+", left: name("a"), right: name("b") }],
    ["a < b < c", { kind: "other", what: "a chained comparison" }],
    ["lambda x: x", { kind: "other", what: "a lambda" }],
    ["[x for x in y]", { kind: "other", what: "a list comprehension" }],
    ["{x: 1 for x in y}", { kind: "other", what: "a dict comprehension" }],
    ["(x := 1)", { kind: "other", what: "an assignment expression" }],
  ])("%s", (source, expected) => {
    expect(plain(expression(source))).toEqual(expected);
  });

  test.each<[string, object[]]>([
    ["f()", []],
    ["f( )", []],
    ["f(1, 'x', a.b, None,)", [int(1), { kind: "string", value: "x" }, name("a.b"), { kind: "constant", value: null }].map((value) => ({ kind: "positional", value }))],
    ["f(a=1, b = x, ünï=2)", [["a", int(1)], ["b", name("x")], ["ünï", int(2)]].map(([key, value]) => ({ kind: "keyword", name: key, value }))],
    ["f(a == 1)", [{ kind: "positional", value: { kind: "binary", operator: "==", left: name("a"), right: int(1) } }]],
    ["f(*a, **b)", [{ kind: "star", value: name("a") }, { kind: "double star", value: name("b") }]],
    ["f(x for x in y)", [{ kind: "positional", value: { kind: "other", what: "a generator expression" } }]],
    ["f(  # one\n a,  # two\n # three\n b=  # four\n 1,\n)", [{ kind: "positional", value: name("a") }, { kind: "keyword", name: "b", value: int(1) }]],
    ["f((1), (a))", [{ kind: "positional", value: int(1) }, { kind: "positional", value: name("a") }]],
    ["f('a' 'b', u'c')", [{ kind: "positional", value: { kind: "string", value: "ab" } }, { kind: "positional", value: { kind: "string", value: "c" } }]],
    ["f(\\\n 1, \\\n 2)", [{ kind: "positional", value: int(1) }, { kind: "positional", value: int(2) }]],
  ])("arguments of %s", (source, args) => {
    expect(plain(expression(source))).toEqual({ kind: "call", callee: name("f"), args });
  });

  test("offsets are those of the text, brackets and characters outside the basic plane included", () => {
    const source = "x = '😀'; y = f( (a + b) , k = 'é' )";
    const assign = statement(source);
    if (assign.kind !== "assign" || assign.value.kind !== "call") throw new Error("no call");
    const { value } = assign;
    const at = ({ start, end }: { start: number; end: number }) => source.slice(start, end);
    expect(at(value)).toBe("f( (a + b) , k = 'é' )");
    expect(value.args.map((argument) => at(argument.value))).toEqual(["(a + b)", "'é'"]);
  });
});

describe("statements", () => {
  test.each<[string, object]>([
    ["a = b = 1", { kind: "assign", targets: [name("a"), name("b")], value: int(1) }],
    ["a: int = 1", { kind: "assign", targets: [name("a")], value: int(1) }],
    ["a, b = 1, 2", { kind: "assign", targets: [{ kind: "tuple", items: [name("a"), name("b")] }], value: { kind: "tuple", items: [int(1), int(2)] } }],
    ["a: int", { kind: "other" }],
    ["a += 1", { kind: "augmented", target: name("a"), operator: "+", value: int(1) }],
    ["a **= 2", { kind: "augmented", target: name("a"), operator: "**", value: int(2) }],
    ["import a.b, c as d", { kind: "import", names: [{ path: "a.b", alias: null }, { path: "c", alias: "d" }] }],
    ["from a import b", { kind: "from", level: 0, module: "a", names: [{ name: "b", alias: null }] }],
    ["from ..a.b import (  # why\n c as d,\n e,\n)", { kind: "from", level: 2, module: "a.b", names: [{ name: "c", alias: "d" }, { name: "e", alias: null }] }],
    ["from . import *", { kind: "from", level: 1, module: "", names: [{ name: "*", alias: null }] }],
    ["from .... import a", { kind: "from", level: 4, module: "", names: [{ name: "a", alias: null }] }],
    ["return", { kind: "return", value: null }],
    ["return 1, 2", { kind: "return", value: { kind: "tuple", items: [int(1), int(2)] } }],
    ["del a, b['x']", { kind: "other", targets: [{ kind: "tuple", items: [name("a"), { kind: "subscript", object: name("b"), index: { kind: "string", value: "x" } }] }] }],
    ["print 'x'", { kind: "other" }],
    ["for x in y:\n  a\nelse:\n  b", { kind: "for", over: { kind: "name", path: "y" }, targets: [name("x")], body: [{ kind: "expression", value: name("a") }, { kind: "expression", value: name("b") }] }],
    ["match x:\n  case 1:\n    a\n  case _:\n    b", { kind: "while", targets: [], body: [{ kind: "expression", value: name("a") }, { kind: "expression", value: name("b") }] }],
    ["with a as b, c:\n  d", { kind: "with", targets: [name("b")], body: [{ kind: "expression", value: name("d") }] }],
    [
      "if a:\n  b\nelif c:\n  d\nelse:\n  e",
      {
        kind: "if",
        test: name("a"),
        then: [{ kind: "expression", value: name("b") }],
        otherwise: [{ kind: "if", test: name("c"), then: [{ kind: "expression", value: name("d") }], otherwise: [{ kind: "expression", value: name("e") }] }],
      },
    ],
    [
      "try:\n  a\nexcept X as e:\n  b\nelse:\n  c\nfinally:\n  d",
      { kind: "try", body: ["a", "c", "d"].map((path) => ({ kind: "expression", value: name(path) })), handlers: [[{ kind: "expression", value: name("b") }]] },
    ],
    ["class A(B, m=C): x = 1; y = 2", {
      kind: "class",
      name: "A",
      bases: [{ kind: "positional", value: name("B") }, { kind: "keyword", name: "m", value: name("C") }],
      decorators: [],
      body: [{ kind: "assign", targets: [name("x")], value: int(1) }, { kind: "assign", targets: [name("y")], value: int(2) }],
    }],
    ["@a.b\n@c(1)\nasync def f(self, a: int = 1, /, *args, b=2, c, **kw) -> int:\n  'doc'\n  return a", {
      kind: "function",
      name: "f",
      parameters: ["self", "a", "*args", "b", "c", "**kw"],
      defaults: { a: int(1), b: int(2) },
      decorators: [name("a.b"), { kind: "call", callee: name("c"), args: [{ kind: "positional", value: int(1) }] }],
      body: [{ kind: "expression", value: { kind: "string", value: "doc" } }, { kind: "return", value: name("a") }],
    }],
  ])("%s", (source, expected) => {
    expect(plain(statement(source))).toEqual(expected);
  });

  test("bodies of functions are read when asked for, with the file's offsets, however deep they stand", () => {
    const source = `class A:
    x = 1

    def f(self):
        if self.x:
            def g():
                return "é😀"
            return g
        return [
            1,
        ]

    def h(self): return 2
`;
    const [definition] = parser.parse(source).body;
    if (definition?.kind !== "class") throw new Error("no class");
    const [, f, h] = definition.body;
    if (f?.kind !== "function" || h?.kind !== "function") throw new Error("no function");
    expect(f.body.map((one) => source.slice(one.start, one.end).split("\n", 1)[0])).toEqual(["if self.x:", "return ["]);
    const [branch] = f.body;
    if (branch?.kind !== "if" || branch.then[0]?.kind !== "function") throw new Error("no inner function");
    const [inner] = branch.then[0].body;
    expect(source.slice(inner!.start, inner!.end)).toBe('return "é😀"');
    expect(plain(h.body)).toEqual([{ kind: "return", value: int(2) }]);
  });

  test("a byte order mark, CRLF, tabs and a missing last line break", () => {
    expect(plain(parser.parse("\uFEFFa = 1\r\nif a:\r\n\tb = 2\r\n\tc = 3").body)).toEqual([
      { kind: "assign", targets: [name("a")], value: int(1) },
      { kind: "if", test: name("a"), then: ["b", "c"].map((path, i) => ({ kind: "assign", targets: [name(path)], value: int(i + 2) })), otherwise: [] },
    ]);
  });
});
