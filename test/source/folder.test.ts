import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderSource } from "../../src/source/folder.ts";
import { SourceError } from "../../src/source/source.ts";
import { temporaryFolder } from "./repository.ts";

const paths = async (dir: string) => (await folderSource(dir).list()).map((entry) => entry.path);

describe("a folder", () => {
  test("lists files sorted, without what is never the project's own", async () => {
    const dir = temporaryFolder({
      "shop/models.py": "x = 1\n",
      "shop/__pycache__/models.cpython-312.pyc": "x",
      "node_modules/a/index.js": "x",
      ".git/config": "x",
      "env/pyvenv.cfg": "home = /usr/bin",
      "env/lib/python3/site.py": "x",
      "Shop.py": "x",
    });
    expect(await paths(dir)).toEqual(["Shop.py", "shop/models.py"]);
  });

  test("an empty folder has no files", async () => {
    expect(await paths(temporaryFolder())).toEqual([]);
  });

  test("says why a file has no text", async () => {
    const dir = temporaryFolder({
      "binary.py": Buffer.from([1, 0, 2]),
      "latin.py": Buffer.from([0x63, 0xe9]),
      "large.py": "x".repeat(101),
      "bom.py": Buffer.from([0xef, 0xbb, 0xbf, 0x78]),
      "empty.py": "",
    });
    const read = await folderSource(dir, { maxBytes: 100 }).read(["binary.py", "latin.py", "large.py", "bom.py", "empty.py", "missing.py"]);
    expect(Object.fromEntries(read)).toEqual({
      "binary.py": { unreadable: "a binary file" },
      "latin.py": { unreadable: "not UTF-8" },
      "large.py": { unreadable: "larger than 100 bytes (101)" },
      "bom.py": { text: "x" },
      "empty.py": { text: "" },
    });
  });

  test("follows no symbolic link, to a file or through a folder", async () => {
    const outside = temporaryFolder({ "secret.py": "secret" });
    const dir = temporaryFolder({ "a.py": "x" });
    symlinkSync(join(outside, "secret.py"), join(dir, "link.py"));
    symlinkSync(outside, join(dir, "folder"));
    mkdirSync(join(dir, "loop"));
    symlinkSync(dir, join(dir, "loop", "again"));
    expect(await paths(dir)).toEqual(["a.py", "folder", "link.py", "loop/again"]);
    const read = await folderSource(dir).read(["link.py", "folder/secret.py", "loop/again/a.py"]);
    expect([...read.values()]).toEqual(Array(3).fill({ unreadable: "a symbolic link" }));
  });

  test.each(["../a.py", "/etc/hostname", "x/../../a.py", "./a.py", ""])("does not leave the folder for %j", async (path) => {
    expect((await folderSource(temporaryFolder({ "a.py": "x" })).read([path])).size).toBe(0);
  });

  test("a missing folder and a file say what to do", async () => {
    const dir = temporaryFolder({ "a.py": "x" });
    await expect(folderSource(join(dir, "no")).list()).rejects.toThrow(SourceError);
    await expect(folderSource(join(dir, "no")).list()).rejects.toThrow("There is no folder");
    await expect(folderSource(join(dir, "a.py")).list()).rejects.toThrow("is a file");
  });
});
