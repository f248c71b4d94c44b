import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import type { SourceRow } from "./csv-records";
import { writeRows } from "./write-rows";

const folder = mkdtempSync(path.join(tmpdir(), "broadsheet-rows-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = path.join(folder, "rows.csv");

async function* rows(count: number): AsyncGenerator<SourceRow[]> {
  for (let row = 1; row <= count; row += 1) yield [{ row, fields: ['a "quoted"', null, "c"] }];
}

it("writes the included fields, each in quotes, empty ones without", async () => {
  expect(await writeRows(rows(2), [0, 1], file)).toBe(2);
  expect(readFileSync(file, "utf8")).toBe('1,"a ""quoted""",\n2,"a ""quoted""",\n');
});

it("gives up what takes more room than there should be", async () => {
  await expect(writeRows(rows(100), [0, 1, 2], file, { limitBytes: 1000 })).rejects.toMatchObject({
    code: "invalid_input",
  });
});
