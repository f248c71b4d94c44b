import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { DuckDBInstance } from "@duckdb/node-api";
import { parquetMetadata } from "hyparquet";
import { readSheet } from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RequestContext } from "@/lib/context";
import {
  cancelExport,
  downloadExport,
  endExport,
  getExport,
  listExports,
  requestExport,
  runExport,
  sweepExports,
} from "@/lib/exports";
import { withTransaction } from "@/lib/db";
import { env } from "@/lib/env";
import type { ResultFormat } from "@/lib/exports/schemas";
import { listNotifications } from "@/lib/notifications";
import { createQuery } from "@/lib/queries";
import { withOwner } from "@/tests/support/database";
import { createWorkspace, type TestWorkspace } from "@/tests/support/factories";
import { addSource, createShop, dropShop, type TestSource } from "@/tests/support/source";

let shop: TestSource;
beforeAll(async () => {
  shop = await createShop();
});
afterAll(() => dropShop(shop));

/** Every type, a formula, a long number, quotes, line breaks and empty cells. */
const EVERYTHING = `
  select n as id, date '2026-01-31' + n as day, timestamptz '2026-03-29 00:30:00+00' as at, n % 2 = 0 as even,
    case n when 1 then '=1+1' when 2 then E'a "quoted"\\nline' when 3 then '' else 'plain' end as words,
    case when n < 4 then 12345678901234567.89::numeric end as amount
  from generate_series(1, 5) n order by n`;

async function setUp(limits: Parameters<typeof addSource>[2] = {}) {
  const workspace = await createWorkspace();
  const { id: dataSourceId } = await addSource(workspace.as("ADMIN"), shop, limits);
  return { workspace, dataSourceId, editor: workspace.as("EDITOR") };
}

const draft = (dataSourceId: string, sql: string, format: ResultFormat = "CSV") => ({
  of: "draft" as const,
  dataSourceId,
  definition: { kind: "sql" as const, sql },
  name: "Everything / all",
  format,
});

/** Asks, runs the job, and reads the file. */
async function exportBytes(
  workspace: TestWorkspace,
  ctx: RequestContext,
  input: Parameters<typeof requestExport>[1],
) {
  const { id: exportId } = await requestExport(ctx, input);
  await runExport(workspace.system(), { exportId, runId: "run" });
  const dto = await getExport(ctx, { exportId });
  if (dto.state !== "COMPLETED") throw new Error(`${dto.state}: ${dto.error}`);
  const { body, ...facts } = await downloadExport(ctx, { exportId });
  return { dto, facts, bytes: await buffer(body) };
}

async function duckdbRows(file: string): Promise<unknown[]> {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  return (await connection.runAndReadAll(`SELECT * FROM '${file}'`)).getRowsJson();
}

describe("the file of an export", () => {
  it("is CSV as a result's cells, formulas guarded", async () => {
    const { workspace, dataSourceId, editor } = await setUp();
    const { dto, facts, bytes } = await exportBytes(workspace, editor, draft(dataSourceId, EVERYTHING));
    expect(bytes.toString("utf8").replaceAll("\r\n", "\n")).toBe(
      `\ufeffid,day,at,even,words,amount
1,2026-02-01,2026-03-29T00:30:00.000Z,false,'=1+1,12345678901234567.89
2,2026-02-02,2026-03-29T00:30:00.000Z,true,"a ""quoted""
line",12345678901234567.89
3,2026-02-03,2026-03-29T00:30:00.000Z,false,"",12345678901234567.89
4,2026-02-04,2026-03-29T00:30:00.000Z,true,plain,
5,2026-02-05,2026-03-29T00:30:00.000Z,false,plain,
`,
    );
    expect(dto).toMatchObject({ rows: 5, bytes: bytes.byteLength, name: "Everything / all" });
    expect(facts.fileName).toMatch(/^Everything all, \d{4}-\d{2}-\d{2}\.csv$/);
  });

  it("is JSON lines with values of their types", async () => {
    const { workspace, dataSourceId, editor } = await setUp();
    const { bytes } = await exportBytes(workspace, editor, draft(dataSourceId, EVERYTHING, "JSONL"));
    const rows = bytes
      .toString("utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(rows[0]).toEqual({
      id: 1,
      day: "2026-02-01",
      at: "2026-03-29T00:30:00.000Z",
      even: false,
      words: "=1+1",
      amount: "12345678901234567.89",
    });
    expect(rows[3].amount).toBeNull();
  });

  it("is a workbook that another library reads", async () => {
    const { workspace, dataSourceId, editor } = await setUp();
    const { bytes } = await exportBytes(workspace, editor, draft(dataSourceId, EVERYTHING, "XLSX"));
    const rows = await readSheet(bytes);
    expect(rows[0]).toEqual(["id", "day", "at", "even", "words", "amount"]);
    expect(rows[1]?.[0]).toBe(1);
    expect(new Date(String(rows[1]?.[1])).toISOString().slice(0, 10)).toBe("2026-02-01");
    expect(rows[1]?.[4]).toBe("=1+1");
    expect(rows).toHaveLength(6);
  });

  it("is Parquet with exact types, read by two libraries", async () => {
    const { workspace, dataSourceId, editor } = await setUp();
    const { bytes } = await exportBytes(workspace, editor, draft(dataSourceId, EVERYTHING, "PARQUET"));
    const file = path.join(tmpdir(), `export-${workspace.slug}.parquet`);
    await writeFile(file, bytes);
    expect((await duckdbRows(file))[0]).toEqual([
      "1",
      "2026-02-01",
      expect.stringContaining("2026-03-29"),
      false,
      "=1+1",
      "12345678901234567.89",
    ]);
    const metadata = parquetMetadata((await readFile(file)).buffer as ArrayBuffer);
    expect(Number(metadata.num_rows)).toBe(5);
  });

  it("has no row limit but the source's own for exports", async () => {
    const { workspace, dataSourceId, editor } = await setUp({ rowLimit: 10 });
    const many = "select n, md5(n::text) as h from generate_series(1, 60000) n";
    for (const format of ["CSV", "JSONL"] as const)
      expect((await exportBytes(workspace, editor, draft(dataSourceId, many, format))).dto.rows).toBe(60_000);
    const capped = await setUp({ exportRowLimit: 100 });
    for (const format of ["CSV", "XLSX"] as const) {
      const asked = draft(capped.dataSourceId, many, format);
      expect((await exportBytes(capped.workspace, capped.editor, asked)).dto.rows).toBe(100);
    }
  });
});

describe("an export", () => {
  it("binds the saved query's values and period", async () => {
    const { workspace, dataSourceId, editor } = await setUp();
    const query = await createQuery(editor, {
      name: "Sales",
      dataSourceId,
      definition: {
        kind: "sql",
        sql: "select day, shop from shop.sales where day >= {{from}} and day < {{to}} and shop = {{shop}} order by day",
        parameters: [
          { name: "from", type: "date" },
          { name: "to", type: "date" },
          { name: "shop", type: "text" },
        ],
      },
    });
    const base = { of: "query" as const, queryId: query.id, format: "CSV" as const };
    const range = { kind: "absolute" as const, from: "2026-08-01", to: "2026-08-04" };
    const hostile = "North'); drop table shop.sales; --";
    const { bytes } = await exportBytes(workspace, editor, { ...base, range, values: { shop: "North" } });
    expect(bytes.toString("utf8")).toMatch(/^\ufeffday,shop\r?\n2026-08-02,North\r?\n2026-08-04,North\r?\n$/);
    expect(
      (await exportBytes(workspace, editor, { ...base, range, values: { shop: hostile } })).dto.rows,
    ).toBe(0);
    await expect(requestExport(editor, { ...base, range })).rejects.toMatchObject({ code: "invalid_input" });
  });

  it("tells the person who asked, and nobody else", async () => {
    const { workspace, dataSourceId, editor } = await setUp();
    await exportBytes(workspace, editor, draft(dataSourceId, "select 1 as one"));
    expect((await listNotifications(editor)).notifications).toMatchObject([
      { kind: "EXPORT_READY", title: "“Everything / all” is ready" },
    ]);
    expect((await listNotifications(workspace.as("ADMIN"))).notifications).toEqual([]);
  });

  it("fails with the source's words, and leaves no file", async () => {
    const { workspace, dataSourceId, editor } = await setUp();
    const { id: exportId } = await requestExport(
      editor,
      draft(dataSourceId, "select 1 / (n - 3) from generate_series(1, 5) n"),
    );
    await runExport(workspace.system(), { exportId, runId: "run" });
    expect(await getExport(editor, { exportId })).toMatchObject({
      state: "FAILED",
      error: expect.stringMatching(/division by zero/),
    });
    await expect(downloadExport(editor, { exportId })).rejects.toMatchObject({ code: "not_found" });
  });

  it.each<ResultFormat>(["CSV", "XLSX"])(
    "as %s ends where the workspace has no room left",
    async (format) => {
      const { workspace, dataSourceId, editor } = await setUp();
      const { dto } = await exportBytes(workspace, editor, draft(dataSourceId, "select 1 as n"));
      const takeUp = (bytes: number) =>
        withTransaction(editor, (tx) =>
          tx.resultExport.updateMany({ where: { id: dto.id }, data: { bytes } }),
        );
      await takeUp(env().filesMaxBytes - 100_000);
      const long = draft(
        dataSourceId,
        "select md5(n::text) as words from generate_series(1, 200000) n",
        format,
      );
      const { id: exportId } = await requestExport(editor, long);
      await runExport(workspace.system(), { exportId, runId: "run" });
      expect(await getExport(editor, { exportId })).toMatchObject({
        state: "FAILED",
        error: expect.stringMatching(/may take up 50\sGB, and 50\sGB are used: .* raise FILES_MAX_MB/),
      });
      await takeUp(env().filesMaxBytes);
      await expect(requestExport(editor, long)).rejects.toMatchObject({ code: "limit_reached" });
    },
  );

  it("is cancelled while it waits and while it runs", async () => {
    const { workspace, dataSourceId, editor } = await setUp();
    const waiting = await requestExport(editor, draft(dataSourceId, "select 1"));
    expect((await cancelExport(editor, { exportId: waiting.id })).state).toBe("CANCELLED");
    await runExport(workspace.system(), { exportId: waiting.id, runId: "run" });
    expect((await getExport(editor, { exportId: waiting.id })).state).toBe("CANCELLED");

    const endless = "select generate_series(1, 2000000000) as a, 'x' as b";
    const { id: exportId } = await requestExport(editor, draft(dataSourceId, endless, "JSONL"));
    const job = runExport(workspace.system(), { exportId, runId: "run" });
    await expect.poll(async () => (await getExport(editor, { exportId })).rows).toBeGreaterThan(0);
    await cancelExport(editor, { exportId });
    await job;
    expect((await getExport(editor, { exportId })).state).toBe("CANCELLED");
    await expect(cancelExport(editor, { exportId })).rejects.toMatchObject({ code: "conflict" });
  }, 30_000);

  it("acts for the person as they are now", async () => {
    const { workspace, dataSourceId, editor } = await setUp();
    const { id: exportId } = await requestExport(editor, draft(dataSourceId, "select 1"));
    const userId = editor.actor.kind === "user" ? editor.actor.userId : "";
    await withOwner((client) =>
      client.query("UPDATE memberships SET deactivated_at = now() WHERE user_id = $1", [userId]),
    );
    await runExport(workspace.system(), { exportId, runId: "run" });
    expect(await getExport(workspace.as("ADMIN"), { exportId })).toMatchObject({
      state: "FAILED",
      error: expect.stringMatching(/no longer a member/),
    });
  });

  it("is seen by the person who asked and by admins", async () => {
    const { workspace, dataSourceId, editor } = await setUp();
    const admin = workspace.as("ADMIN");
    const { id: exportId } = await requestExport(admin, draft(dataSourceId, "select 1"));
    expect(await listExports(editor)).toEqual([]);
    for (const verb of [getExport, cancelExport, downloadExport])
      await expect(verb(editor, { exportId })).rejects.toMatchObject({ code: "not_found" });
    expect(await listExports(workspace.as("OWNER"))).toHaveLength(1);
  });

  it("lets one person have five under way", async () => {
    const { dataSourceId, editor } = await setUp();
    for (let count = 0; count < 5; count += 1) await requestExport(editor, draft(dataSourceId, "select 1"));
    await expect(requestExport(editor, draft(dataSourceId, "select 1"))).rejects.toMatchObject({
      code: "limit_reached",
    });
  });

  it("expires with its file", async () => {
    const { workspace, dataSourceId, editor } = await setUp();
    const { dto } = await exportBytes(workspace, editor, draft(dataSourceId, "select 1"));
    const later = new Date(Date.parse(dto.expiresAt ?? "") + 1000);
    expect((await sweepExports(later)).expired).toBeGreaterThanOrEqual(1);
    expect((await getExport(editor, { exportId: dto.id })).state).toBe("EXPIRED");
    await expect(downloadExport(editor, { exportId: dto.id })).rejects.toMatchObject({
      code: "link_invalid",
    });
  });

  it("is given up when its job died, and nobody else's is ended", async () => {
    const { workspace, dataSourceId, editor } = await setUp();
    const { id: exportId } = await requestExport(editor, draft(dataSourceId, "select 1"));
    await withOwner((client) =>
      client.query("UPDATE result_exports SET state = 'RUNNING', run_id = 'dead' WHERE id = $1", [exportId]),
    );
    await endExport(workspace.system(), { exportId, runId: "other" }, { state: "FAILED", error: "x" });
    expect((await getExport(editor, { exportId })).state).toBe("RUNNING");
    await sweepExports(new Date(Date.now() + 16 * 60_000));
    expect(await getExport(editor, { exportId })).toMatchObject({
      state: "FAILED",
      error: expect.stringMatching(/again/),
    });
  });
});
