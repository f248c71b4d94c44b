import { readdir } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it, vi } from "vitest";
import type { RequestContext } from "@/lib/context";
import * as files from "@/lib/data-sources";
import { UPLOAD_LIMIT_BYTES } from "@/lib/data-sources/files/schemas";
import { withTransaction } from "@/lib/db";
import { env } from "@/lib/env";
import { storage, workFolder } from "@/lib/storage";
import { createWorkspace, type TestWorkspace } from "@/tests/support/factories";

async function world() {
  const workspace = await createWorkspace();
  const source = await files.createDataSource(workspace.as("ADMIN"), { kind: "FILES", name: "Uploads" });
  return { workspace, editor: workspace.as("EDITOR"), dataSourceId: source.id };
}

async function* pieces(text: string): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000);
}

const upload = (ctx: RequestContext, dataSourceId: string, text: string, fileName = "sales.csv") =>
  files.receiveUpload(ctx, { dataSourceId, fileName }, pieces(text));

type Target = Parameters<typeof files.requestLoad>[1]["target"];

/** As a person does who finds everything right. */
async function request(
  ctx: RequestContext,
  loadId: string,
  target: Target,
  badValues: "refuse" | "empty" = "refuse",
) {
  const { columns } = await files.inspectUpload(ctx, { loadId });
  return files.requestLoad(ctx, {
    loadId,
    target,
    badValues,
    columns: columns.map(({ name, type, format }) => ({ name, type, format })),
  });
}

const run = (workspace: TestWorkspace, loadId: string, runId = "run-1") =>
  files.loadFile(workspace.system(), { loadId, runId });

async function loadCsv(
  { workspace, editor, dataSourceId }: Awaited<ReturnType<typeof world>>,
  text: string,
  target: Target,
) {
  const { id } = await upload(editor, dataSourceId, text);
  await request(editor, id, target);
  await run(workspace, id);
  return files.getFileLoad(editor, { loadId: id });
}

async function ask(ctx: RequestContext, dataSourceId: string, text: string) {
  const source = await files.findQuerySource(ctx, dataSourceId);
  return (await source.run({ text, values: [], zone: "UTC" })).rows;
}

/** Names of what the store holds for a workspace. */
async function stored(workspaceId: string): Promise<string[]> {
  const settings = env().storage;
  const folder = settings.kind === "file" ? path.join(settings.folder, workspaceId) : "";
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  return names.filter((name) => /upload|parquet|part/.test(name));
}

describe("a file on its way into a table", () => {
  it("is received, looked at, loaded and asked; the upload goes, the person's name stays", async () => {
    const it = await world();
    const { workspace, editor, dataSourceId } = it;
    const waiting = await upload(editor, dataSourceId, "id,Amount\n1,2.50\n2,3.50\n", "../../Sales, Q3.csv");
    expect(waiting).toMatchObject({ state: "UPLOADED", fileName: "Sales, Q3.csv", canLoad: true, bytes: 24 });
    const inspection = await files.inspectUpload(editor, { loadId: waiting.id });
    expect(inspection).toMatchObject({
      tableName: "sales_q3",
      delimiter: ",",
      hasHeader: true,
      blocking: null,
    });
    const requested = await request(editor, waiting.id, { mode: "create", tableName: "Sales" });
    expect(requested).toMatchObject({ state: "REQUESTED", mode: "create", canLoad: false });
    await run(workspace, waiting.id);
    const load = await files.getFileLoad(editor, { loadId: waiting.id });
    expect(load).toMatchObject({
      state: "LOADED",
      rows: 2,
      progress: 100,
      table: { name: "Sales" },
      canLoad: false,
    });
    expect(load.createdBy).not.toBeNull();
    expect(await ask(editor, dataSourceId, "SELECT sum(Amount), count(*) FROM sales")).toEqual([[6, 2]]);
    expect(await stored(workspace.id)).toEqual([expect.stringMatching(/\.parquet$/)]);
    expect((await readdir(workFolder())).filter((name) => name.startsWith("load-"))).toEqual([]);
  });

  it("is given back when somebody cancels, waiting or on its way, and nothing is left behind", async () => {
    const { workspace, editor, dataSourceId } = await world();
    const lines = Array.from({ length: 400_000 }, (_, row) => `${row},"a text\nof two lines ${row}"`);
    const { id: loadId } = await upload(editor, dataSourceId, `id,name\n${lines.join("\n")}\n`);
    const target = { mode: "create", tableName: "Large" } as const;
    await request(editor, loadId, target);
    const cancelled = await files.cancelLoad(editor, { loadId });
    expect(cancelled).toMatchObject({
      state: "UPLOADED",
      canLoad: true,
      error: expect.stringMatching(/^Cancelled by /),
    });
    await run(workspace, loadId);
    expect((await files.getFileLoad(editor, { loadId })).state).toBe("UPLOADED");

    await request(editor, loadId, target);
    const job = run(workspace, loadId, "run-2");
    await vi.waitUntil(async () => (await files.getFileLoad(editor, { loadId })).state === "LOADING", {
      interval: 5,
      timeout: 30_000,
    });
    await files.cancelLoad(workspace.as("ADMIN"), { loadId });
    await job;
    expect(await files.listFileTables(editor, { dataSourceId })).toEqual([]);
    expect(await stored(workspace.id)).toEqual([expect.stringMatching(/upload$/)]);
    expect((await readdir(workFolder())).filter((name) => name.startsWith("load-"))).toEqual([]);
    expect(await files.loadOutcome(workspace.system(), { loadId })).toBeNull();
    await expect(files.cancelLoad(editor, { loadId })).rejects.toMatchObject({ code: "conflict" });

    await request(editor, loadId, target);
    await run(workspace, loadId, "run-3");
    expect(await files.getFileLoad(editor, { loadId })).toMatchObject({
      state: "LOADED",
      rows: 400_000,
      error: null,
    });
  });

  it("is refused while it arrives, or when it is loaded, where the workspace has no room left", async () => {
    const { workspace, editor, dataSourceId } = await world();
    const first = await upload(editor, dataSourceId, "id,name\n1,a\n");
    const takeUp = (bytes: number) =>
      withTransaction(editor, (tx) => tx.fileLoad.updateMany({ where: { id: first.id }, data: { bytes } }));
    await takeUp(env().filesMaxBytes - 5_000);
    const second = await upload(editor, dataSourceId, "id,name\n2,b\n");
    await expect(upload(editor, dataSourceId, "x".repeat(6_000))).rejects.toMatchObject({
      code: "limit_reached",
      message: expect.stringMatching(/50\sGB are used: 50\sGB by uploads .* discard uploads .* FILES_MAX_MB/),
    });
    expect(await stored(workspace.id)).toHaveLength(2);
    await takeUp(env().filesMaxBytes);
    await expect(upload(editor, dataSourceId, "id\n")).rejects.toMatchObject({ code: "limit_reached" });
    await request(editor, second.id, { mode: "create", tableName: "t" });
    await run(workspace, second.id);
    expect(await files.getFileLoad(editor, { loadId: second.id })).toMatchObject({
      state: "FAILED",
      error: expect.stringContaining("FILES_MAX_MB"),
    });
    await files.discardUpload(editor, { loadId: first.id });
    await upload(editor, dataSourceId, "id\n");
  });

  it("replaces rows, adds rows by name, and forgets answers from before", async () => {
    const it = await world();
    const { workspace, editor, dataSourceId } = it;
    const first = await loadCsv(it, "id,name\n1,a\n", { mode: "create", tableName: "t" });
    const tableId = first.table?.id ?? "";
    await withTransaction(editor, (tx) =>
      tx.analyticsCache.create({
        data: {
          workspaceId: workspace.id,
          dataSourceId,
          key: "k",
          data: {},
          bytes: 1,
          expiresAt: new Date("2099-01-01"),
        },
      }),
    );
    await loadCsv(it, "NAME,id\nb,2.5\n", { mode: "append", tableId });
    expect(await ask(editor, dataSourceId, "SELECT id, name FROM t ORDER BY id")).toEqual([
      [1, "a"],
      [2.5, "b"],
    ]);
    const kept = await withTransaction(editor, (tx) => tx.analyticsCache.count({ where: { dataSourceId } }));
    expect(kept).toBe(0);
    await loadCsv(it, "id,day\n7,2026-01-31\n", { mode: "replace", tableId });
    expect(await ask(editor, dataSourceId, "SELECT * FROM t")).toEqual([[7, "2026-01-31"]]);
    const table = await files.getFileTable(editor, { tableId });
    expect(table).toMatchObject({
      version: 3,
      rows: 1,
      columns: [{ name: "id" }, { name: "day", type: "date" }],
    });
    expect(table.loads.map(({ mode }) => mode)).toEqual(["replace", "append", "create"]);
    // The replaced parts stay for questions that began before, and then go.
    const parts = () =>
      stored(workspace.id).then((names) => names.filter((name) => name.endsWith(".parquet")));
    expect(await parts()).toHaveLength(3);
    await files.sweepUploads(new Date(Date.parse(table.updatedAt) + 60_000));
    expect(await parts()).toHaveLength(3);
    await files.sweepUploads(new Date(Date.parse(table.updatedAt) + 3_600_000));
    expect(await ask(editor, dataSourceId, "SELECT count(*) FROM t")).toEqual([[1]]);
    expect((await stored(workspace.id)).filter((name) => name.endsWith(".parquet"))).toHaveLength(1);
  });

  it("is refused where its columns are not those of the table", async () => {
    const it = await world();
    const { editor, dataSourceId } = it;
    const { table } = await loadCsv(it, "id,name\n1,a\n", { mode: "create", tableName: "t" });
    const target = { mode: "append", tableId: table?.id ?? "" } as const;
    const other = await upload(editor, dataSourceId, "id,city\n1,x\n");
    await expect(request(editor, other.id, target)).rejects.toThrow(/has no column “city”/);
    const wrong = await upload(editor, dataSourceId, "id,name\nx,a\n");
    await expect(request(editor, wrong.id, target)).rejects.toThrow(
      /“id” of the table “t” is number, .* it is text/,
    );
    await expect(request(editor, wrong.id, { mode: "create", tableName: "T" })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("is refused where exact numbers would become inexact ones", async () => {
    const it = await world();
    const { editor, dataSourceId } = it;
    const { table } = await loadCsv(it, "id,n\n9007199254740993,1.5\n", { mode: "create", tableName: "t" });
    const tableId = table?.id ?? "";
    const added = await loadCsv(it, "id,n\n1e3,2\n", { mode: "append", tableId });
    expect(added).toMatchObject({
      state: "FAILED",
      error: expect.stringMatching(/numbers of “id” in this file have an exponent/),
    });
    await loadCsv(it, "id,n\n7,2.25\n", { mode: "append", tableId });
    expect(await ask(editor, dataSourceId, "SELECT id, n FROM t ORDER BY n")).toEqual([
      ["9007199254740993", 1.5],
      [7, 2.25],
    ]);
  });

  it("fails with its reason, changes nothing, and can be asked for again", async () => {
    const it = await world();
    const { workspace, editor, dataSourceId } = it;
    const rows = Array.from({ length: 11_000 }, (_, n) => `${n}`).join("\n");
    const { id } = await upload(editor, dataSourceId, `n\n${rows}\nn/a\n`);
    await request(editor, id, { mode: "create", tableName: "t" });
    await run(workspace, id);
    const failed = await files.getFileLoad(editor, { loadId: id });
    expect(failed).toMatchObject({ state: "FAILED", canLoad: true, table: null });
    expect(failed.error).toMatch(/^Row 11,002, column n: “n\/a” is not a number/);
    expect(failed.misfit).toEqual({ row: 11_002, columnName: "n", value: "n/a", count: 1 });
    expect(await files.getLoadRequest(editor, { loadId: id })).toMatchObject({
      badValues: "refuse",
      target: { mode: "create", tableName: "t" },
      columns: [{ name: "n", type: "number" }],
    });
    expect(await files.listFileTables(editor, { dataSourceId })).toEqual([]);
    expect(await stored(workspace.id)).toEqual(
      [`${id}`, `${id}/upload`].filter((name) => /upload/.test(name)),
    );
    await request(editor, id, { mode: "create", tableName: "t" }, "empty");
    await run(workspace, id, "run-2");
    expect(await files.getFileLoad(editor, { loadId: id })).toMatchObject({
      state: "LOADED",
      rows: 11_001,
      emptiedCells: 1,
      misfit: null,
    });
  });

  it("is loaded once, whichever job comes", async () => {
    const it = await world();
    const { workspace, editor, dataSourceId } = it;
    const { id } = await upload(editor, dataSourceId, "a,b\n1,2\n");
    await request(editor, id, { mode: "create", tableName: "t" });
    await Promise.all([run(workspace, id, "one"), run(workspace, id, "two")]);
    await run(workspace, id, "three");
    expect(await files.listFileTables(editor, { dataSourceId })).toMatchObject([
      { name: "t", version: 1, rows: 1 },
    ]);
    await expect(files.discardUpload(editor, { loadId: id })).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("an upload", () => {
  it("that breaks off, is too large or no table leaves nothing behind", async () => {
    const { workspace, editor, dataSourceId } = await world();
    async function* broken() {
      yield Buffer.from("a,b\n1,2\n");
      throw new Error("the connection was lost");
    }
    const input = { dataSourceId, fileName: "a.csv" };
    await expect(files.receiveUpload(editor, input, broken())).rejects.toThrow("the connection was lost");
    async function* endless() {
      const chunk = Buffer.alloc(16 * 1024 * 1024, "a,b\n");
      for (let bytes = 0; bytes <= UPLOAD_LIMIT_BYTES; bytes += chunk.length) yield chunk;
    }
    await expect(files.receiveUpload(editor, input, endless())).rejects.toThrow(/larger than 500 MB/);
    await expect(upload(editor, dataSourceId, "%PDF-1.7 and something more")).rejects.toThrow(/is a PDF/);
    await expect(upload(editor, dataSourceId, "")).rejects.toThrow(/is empty/);
    expect(await stored(workspace.id)).toEqual([]);
    expect(await files.listFileLoads(editor, { dataSourceId })).toEqual([]);
  }, 60_000);

  it("can be given up, and is removed when nobody comes back to it", async () => {
    const { workspace, editor, dataSourceId } = await world();
    const first = await upload(editor, dataSourceId, "a,b\n1,2\n");
    await files.discardUpload(editor, { loadId: first.id });
    expect(await stored(workspace.id)).toEqual([]);
    const second = await upload(editor, dataSourceId, "a,b\n1,2\n");
    const later = new Date(Date.parse(second.createdAt) + 30 * 86_400_000);
    expect((await files.sweepUploads(later)).removed).toBeGreaterThanOrEqual(1);
    expect(await stored(workspace.id)).toEqual([]);
    expect(await files.getFileLoad(editor, { loadId: second.id })).toMatchObject({ canLoad: false });
    await expect(files.inspectUpload(editor, { loadId: second.id })).rejects.toThrow(/not kept any more/);
  });

  it("whose job died is told to have failed, one that never began is begun again", async () => {
    const it = await world();
    const { workspace, editor, dataSourceId } = it;
    const died = await upload(editor, dataSourceId, "a,b\n1,2\n");
    const waits = await upload(editor, dataSourceId, "a,b\n1,2\n");
    await request(editor, died.id, { mode: "create", tableName: "died" });
    await request(editor, waits.id, { mode: "create", tableName: "waits" });
    await withTransaction(workspace.system(), (tx) =>
      tx.fileLoad.updateMany({ where: { id: died.id }, data: { state: "LOADING", runId: "gone" } }),
    );
    const later = new Date(Date.parse(waits.createdAt) + 3_600_000);
    await files.sweepUploads(later);
    expect(await files.getFileLoad(editor, { loadId: died.id })).toMatchObject({
      state: "FAILED",
      error: expect.stringMatching(/Load it again/),
    });
    const events = await withTransaction(
      workspace.system(),
      (tx) => tx.$queryRaw<{ id: string }[]>`SELECT id FROM job_events WHERE data->>'loadId' = ${waits.id}`,
    );
    expect(events).toHaveLength(2);
  });
});

describe("tables", () => {
  it("are renamed and deleted with their rows", async () => {
    const it = await world();
    const { workspace, editor, dataSourceId } = it;
    const { table } = await loadCsv(it, "a,b\n1,2\n", { mode: "create", tableName: "t" });
    await loadCsv(it, "a,b\n1,2\n", { mode: "create", tableName: "u" });
    const tableId = table?.id ?? "";
    await expect(files.renameFileTable(editor, { tableId, name: "U" })).rejects.toMatchObject({
      code: "conflict",
    });
    await files.renameFileTable(editor, { tableId, name: "Sales 2026" });
    expect(await ask(editor, dataSourceId, 'SELECT a FROM "Sales 2026"')).toEqual([[1]]);
    const { updatedAt } = await files.deleteFileTable(editor, { tableId });
    await expect(ask(editor, dataSourceId, 'SELECT a FROM "Sales 2026"')).rejects.toMatchObject({
      code: "query_failed",
    });
    await files.sweepUploads(new Date(Date.parse(updatedAt) + 3_600_000));
    expect((await stored(workspace.id)).filter((name) => name.endsWith(".parquet"))).toHaveLength(1);
    expect(await files.listFileTables(editor, { dataSourceId })).toMatchObject([{ name: "u" }]);
  });

  it("belong to their workspace, and are changed by those who may", async () => {
    const it = await world();
    const { workspace, dataSourceId } = it;
    const other = await world();
    await expect(upload(other.editor, dataSourceId, "a,b\n1,2\n")).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(upload(workspace.as("VIEWER"), dataSourceId, "a,b\n1,2\n")).rejects.toMatchObject({
      code: "forbidden",
    });
    const { table } = await loadCsv(it, "a,b\n1,2\n", { mode: "create", tableName: "t" });
    await expect(files.getFileTable(other.editor, { tableId: table?.id ?? "" })).rejects.toMatchObject({
      code: "not_found",
    });
    const waiting = await upload(other.editor, other.dataSourceId, "a,b\n1,2\n");
    const foreign = { mode: "replace", tableId: table?.id ?? "" } as const;
    await expect(request(other.editor, waiting.id, foreign)).rejects.toMatchObject({ code: "not_found" });
  });

  it("leave a record of every change", async () => {
    const it = await world();
    const { editor } = it;
    const { table } = await loadCsv(it, "a,b\n1,2\n", { mode: "create", tableName: "t" });
    await files.deleteFileTable(editor, { tableId: table?.id ?? "" });
    const actions = await withTransaction(editor, (tx) =>
      tx.auditEvent.findMany({
        where: { workspaceId: editor.workspace.id, action: { startsWith: "file_" } },
        select: { action: true },
        orderBy: { id: "asc" },
      }),
    );
    expect(actions.map(({ action }) => action).sort()).toEqual([
      "file_load.request",
      "file_load.upload",
      "file_table.create",
      "file_table.delete",
    ]);
    await expect(storage().get(`${editor.workspace.id}/x`)).rejects.toMatchObject({ code: "not_found" });
  });
});
