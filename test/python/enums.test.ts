import { expect, test } from "vitest";
import { valueOf } from "./read.ts";

const files = {
  "shop/status.py": `import enum
from enum import auto
from django.db import models
from django.utils.translation import gettext_lazy as _

class Status(models.TextChoices):
    OPEN = "open", _("Is open")
    CLOSED_NOW = "closed"
    __empty__ = "(none)"
    @property
    def color(self):
        return "red"

class Level(models.IntegerChoices):
    LOW = 1
    HIGH = 10, "High!"

class Base(enum.IntEnum):
    pass

class Number(Base):
    ONE = auto()
    TWO = auto()
    PAIR = 1, 2

class Word(models.TextChoices):
    BIG_ONE = auto()

class Lower(enum.StrEnum):
    BIG_ONE = auto()

class Bare(enum.Enum):
    RED = "r"
    PINK = "r"

class Mixed(str, enum.Enum):
    RED = "r"

class Twice(models.TextChoices):
    A = "a", "First"
    B = "a", "Second"
    C = "c"

class Plain:
    OPEN = "open", "x"
    choices = 3
`,
};

test.each<[string, string]>([
  ["Status.OPEN", '"open"'],
  ["Status.OPEN.value", '"open"'],
  ["Status.OPEN.label", '"Is open"'],
  ["Status.CLOSED_NOW.label", '"Closed Now"'],
  ["Status.OPEN.name", '"OPEN"'],
  ['Status["OPEN"]', '"open"'],
  ["Status.choices", '[(None, "(none)",), ("open", "Is open",), ("closed", "Closed Now",)]'],
  ["Status.values", '[None, "open", "closed"]'],
  ["Status.color", "→ shop.status.Status.color"],
  ["Status.GONE", "?`Status` has no `GONE` that can be read here"],
  ["Status", "→ shop.status.Status"],
  ["Status.OPEN + '!'", '"open!"'],
  ["f'{Status.OPEN}'", '"open"'],
  ["Level.choices", '[(1, "Low",), (10, "High!",)]'],
  ["Level.names", '["LOW", "HIGH"]'],
  ["Number.ONE + Number.TWO", "3"],
  ["Number.PAIR", "(1, 2,)"],
  ["Word.BIG_ONE", '"BIG_ONE"'],
  ["Lower.BIG_ONE", '"big_one"'],
  ["Bare.RED", "?a member of an enumeration that is neither text nor a number"],
  ["Bare.RED.value", '"r"'],
  ["Bare.PINK.name", '"RED"'],
  ["Mixed.RED", '"r"'],
  ["Twice.choices", '[("a", "First",), ("c", "C",)]'],
  ["Twice.B.label", '"First"'],
  ["Plain.OPEN", '("open", "x",)'],
  ["Plain.choices", "3"],
])("%s", (source, expected) => {
  expect(valueOf(`from shop.status import *\n${source}`, files)).toBe(expected);
});

test("a member of a library's enum by its name, as the migration writer prints it", () => {
  expect(valueOf("import lib.kinds\nx = lib.kinds.Kind['ONE']")).toBe("→ lib.kinds.Kind.ONE");
  expect(valueOf("import lib.kinds\nx = lib.kinds.table['ONE']")).toBe("?an item of something that is not a literal");
});
