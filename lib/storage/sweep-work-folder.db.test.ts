import { randomUUID } from "node:crypto";
import { mkdir, readdir, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, it } from "vitest";
import { storage, sweepWorkFolder, workFolder } from "./index";

it("what a kill left goes after a day; what is worked on, copies and folders of a living DuckDB stay", async () => {
  const now = new Date();
  const before = (days: number) => new Date(now.getTime() - days * 86_400_000);
  const mark = randomUUID();
  const leave = async (name: string, days: number) => {
    const file = path.join(workFolder(), name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, "x");
    await utimes(file, before(days), before(days));
    return file;
  };
  await leave(`load-${mark}/part.parquet`, 2);
  await leave(`export-${mark}/rows.csv`, 0.9);
  await leave(`duckdb/1-${mark}/spill.tmp`, 2);
  await leave(`objects/${mark}`, 9);
  await leave(`objects/${mark}.part`, 9);
  await leave(`${mark}.part`, 2);
  const idle = path.join(workFolder(), `duckdb/2-${mark}`);
  await mkdir(idle);
  await utimes(idle, before(40), before(40));

  expect(await sweepWorkFolder(now)).toBeGreaterThanOrEqual(4);
  const left = (await readdir(workFolder(), { recursive: true }))
    .filter((name) => name.includes(mark))
    .sort();
  expect(left).toEqual([
    `duckdb/1-${mark}`,
    `export-${mark}`,
    `export-${mark}/rows.csv`,
    `load-${mark}`,
    `objects/${mark}`,
  ]);
});

it("an object that was not stored to the end waits among what is swept", async () => {
  const key = `${randomUUID()}/object`;
  let seen: string[] = [];
  async function* body() {
    yield Buffer.from("first");
    seen = (await readdir(workFolder())).filter((name) => name.endsWith(".part"));
    yield Buffer.from("second");
  }
  await storage().putStream(key, body(), "text/plain");
  expect(seen.length).toBeGreaterThan(0);
  expect((await storage().get(key)).toString()).toBe("firstsecond");
});
