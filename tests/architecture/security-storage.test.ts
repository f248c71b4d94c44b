/** Names of stored files never lead out of the folder. */
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { FileStore } from "@/lib/storage/file-store";

const parent = mkdtempSync(path.join(tmpdir(), "broadsheet-storage-"));
const folder = path.join(parent, "files");
const store = new FileStore(folder);
afterAll(() => rmSync(parent, { recursive: true, force: true }));

it("keeps what was put, for this user alone", async () => {
  await store.put("workspace/run/report.pdf", Buffer.from("x"));
  expect(String(await store.get("workspace/run/report.pdf"))).toBe("x");
  if (process.platform !== "win32")
    expect(statSync(path.join(folder, "workspace/run/report.pdf")).mode & 0o077).toBe(0);
});

it.each([
  "../outside",
  "a/../../outside",
  "a/..",
  "..",
  ".",
  "",
  "/etc/hostname",
  "a//b",
  "a/./b",
  ".hidden",
  "a\\..\\..\\outside",
  "a\0b",
  "a b",
  "a/",
  "~/x",
  "C:/x",
  "file:a",
  "a/b\n",
  "ａ",
])("%j is no name", async (key) => {
  await expect(store.put(key, Buffer.from("x"))).rejects.toThrow();
  await expect(store.get(key)).rejects.toThrow();
  await expect(store.delete(key)).rejects.toThrow();
  expect(readdirSync(parent)).toEqual(["files"]);
  expect(existsSync("/etc/hostname.part")).toBe(false);
});
