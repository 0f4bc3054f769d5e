import type { SourceText } from "./source.ts";

/** The line that names a Python file's encoding, one of its first two (PEP 263; tokenize.cookie_re). */
const codingLine = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;
const nothingOnIt = /^[ \t\f]*(#.*)?$/;

/** The encoding that a file's own coding line names, as it is spelled there; null where it has none. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const [first = "", second = ""] = latin1(bytes.subarray(0, 1000)).split(/\r\n|\r|\n/, 2);
  const found = codingLine.exec(first) ?? (nothingOnIt.test(first) ? codingLine.exec(second) : null);
  return found?.[1] ?? null;
}

/** Bytes as text: UTF-8, unless the file says otherwise as a Python file may. The reason where they are none. A byte order mark is left out. */
export function decoded(bytes: Uint8Array): SourceText {
  const declared = declaredEncoding(bytes);
  const name = declared?.toLowerCase().replaceAll("_", "-") ?? "utf-8";
  if (utf8.test(name)) return decodedAs("utf-8", bytes) ?? { unreadable: "not UTF-8" };
  // Of Latin 1 the Encoding Standard makes windows-1252, Python does not.
  if (latin.test(name)) return { text: latin1(bytes) };
  if (western.test(name)) return { text: latin1(bytes).replace(/[\x80-\x9f]/g, (c) => beyondLatin[c.charCodeAt(0) - 0x80]!) };
  if (ascii.test(name)) return bytes.every((byte) => byte < 0x80) ? { text: latin1(bytes) } : { unreadable: `not ${name}, which its coding line names` };
  if (!known.test(name)) return { unreadable: "its coding line names an encoding that is not known here" };
  return decodedAs(name.replace(/^cp(125\d)$/, "windows-$1"), bytes) ?? { unreadable: `not ${name}, which its coding line names` };
}

// Names as Python has them (encodings.aliases); of those that TextDecoder decodes alike.
const utf8 = /^(utf-?8(-.*)?|u8)$/;
const latin = /^(latin-?1|iso-?8859-1|iso-latin-1|l1)(-.*)?$/;
const ascii = /^(us-)?ascii$/;
const western = /^(windows-|cp)1252$/;
/** What windows-1252 has at 0x80 to 0x9f. Node's own decoder takes it for Latin 1 in some versions (nodejs/node issue 56542). */
const beyondLatin = [..."€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ"];
const known = /^(windows-125\d|cp125\d|iso-?8859-([2-8]|10|13|14|15|16)|koi8-[ru]|gbk|gb18030|big5|euc-jp|euc-kr|shift-jis|sjis)$/;

/** Null where the bytes are no text in it, or Node was built without it. */
function decodedAs(label: string, bytes: Uint8Array): SourceText | null {
  try {
    return { text: new TextDecoder(label.replace("shift-jis", "shift_jis"), { fatal: true }).decode(bytes) };
  } catch {
    return null;
  }
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}
