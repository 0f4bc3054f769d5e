import { describe, expect, test } from "vitest";
import { decoded } from "../../src/source/encoding.ts";

const bytes = (text: string) => Buffer.from(text, "latin1");

describe("a file's encoding is what Python takes it for (PEP 263)", () => {
  test.each([
    ["no coding line", bytes("x = 'Ã©'"), { text: "x = 'é'" }],
    ["latin-1 as editors write it", bytes("# -*- coding: latin-1 -*-\nx = 'é'"), { text: "# -*- coding: latin-1 -*-\nx = 'é'" }],
    ["vim's way", bytes("# vim: set fileencoding=iso-8859-1 :\nx = 'é'"), { text: "# vim: set fileencoding=iso-8859-1 :\nx = 'é'" }],
    ["on the second line", bytes("#!/usr/bin/python\n# coding: latin1\n# é"), { text: "#!/usr/bin/python\n# coding: latin1\n# é" }],
    ["below a first line of code it is a comment", bytes("x = 1\n# coding: latin-1\n# é"), { unreadable: "not UTF-8" }],
    ["on the third line it is a comment", bytes("\n\n# coding: latin-1\n# é"), { unreadable: "not UTF-8" }],
    ["Latin 1 is not windows-1252", Buffer.from([...bytes("# coding: latin-1\n# "), 0x80]), { text: "# coding: latin-1\n# \u0080" }],
    ["windows-1252 is", Buffer.from([...bytes("# coding: cp1252\n# "), 0x80]), { text: "# coding: cp1252\n# €" }],
    ["Cyrillic", Buffer.from([...bytes("# coding: cp1251\n# "), 0xcf, 0xf0]), { text: "# coding: cp1251\n# Пр" }],
    ["KOI8-R, with an underscore", Buffer.from([...bytes("# coding: koi8_r\n# "), 0xf0, 0xd2]), { text: "# coding: koi8_r\n# Пр" }],
    ["Shift JIS", Buffer.from([...bytes("# coding: shift_jis\n# "), 0x93, 0xfa]), { text: "# coding: shift_jis\n# 日" }],
    ["UTF-8 said so, and not", bytes("# coding: utf-8\n# é"), { unreadable: "not UTF-8" }],
    ["UTF-8 as Emacs says it", bytes("# coding: utf-8-unix\n# Ã©"), { text: "# coding: utf-8-unix\n# é" }],
    ["ASCII, and not", bytes("# coding: ascii\n# é"), { unreadable: "not ascii, which its coding line names" }],
    ["bytes that the encoding does not have", Buffer.from([...bytes("# coding: euc-jp\n# "), 0xff, 0xff]), { unreadable: "not euc-jp, which its coding line names" }],
    ["an encoding that nobody has", bytes("# coding: klingon\n# é"), { unreadable: "its coding line names an encoding that is not known here" }],
    ["UTF-16 is never a Python file's", bytes("# coding: utf-16\nx = 1"), { unreadable: "its coding line names an encoding that is not known here" }],
  ])("%s", (_, content, expected) => {
    expect(decoded(content)).toEqual(expected);
  });
});
