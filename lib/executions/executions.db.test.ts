import { randomUUID } from "node:crypto";
import { mkdir, readdir, rm } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { seal } from "@/lib/crypto";
import { withTransaction } from "@/lib/db";
import { createList, updateList } from "@/lib/distribution";
import { env } from "@/lib/env";
import { listMails } from "@/lib/mail";
import { listNotifications } from "@/lib/notifications";
import type { ReportBlock } from "@/lib/reports/schemas";
import { claimDueSchedules, getSchedule, runScheduleNow } from "@/lib/schedules";
import { createMorningReport, publishTextReport } from "@/lib/schedules/testing/morning-report";
import { storage } from "@/lib/storage";
import { withOwner } from "@/tests/support/database";
import { createWorkspace, type TestWorkspace } from "@/tests/support/factories";
import {
  cancelExecution,
  downloadFile,
  failExecution,
  generateExecution,
  getExecution,
  listExecutions,
  releaseExecution,
} from "./index";
import { deliveriesOf, executionOf, generatedRun, requestRun, sendAll, to } from "./testing/runs";

const generate = (workspace: TestWorkspace, executionId: string, runId = "generate-1") =>
  generateExecution(workspace.system(), { executionId, runId });

const eventIds = (field: "executionId" | "deliveryId", id: string) =>
  withOwner(async (client) => {
    const { rows } = await client.query(
      "SELECT id FROM job_events WHERE data->>$1 = $2 ORDER BY created_at",
      [field, id],
    );
    return rows.map((row) => row.id as string);
  });

/** A report with a table whose query's data source cannot be reached. */
async function publishBrokenReport(workspace: TestWorkspace): Promise<string> {
  const queryId = await withTransaction(workspace.system(), async (tx) => {
    const sourceId = randomUUID();
    const source = await tx.dataSource.create({
      data: {
        id: sourceId,
        workspaceId: workspace.id,
        name: `Nowhere ${randomUUID()}`,
        kind: "POSTGRESQL",
        settings: { host: "127.0.0.1", port: 1, database: "none", user: "none", tls: "disable" },
        encryptedCredentials: seal(JSON.stringify({ password: "none" }), `data-source:${sourceId}`),
      },
    });
    const query = await tx.query.create({
      data: {
        workspaceId: workspace.id,
        dataSourceId: source.id,
        name: `Visits ${randomUUID()}`,
        definition: { kind: "sql", schemaVersion: 1, sql: "select 1 as n", parameters: [], columnUnits: {} },
      },
    });
    return query.id;
  });
  const table: ReportBlock = {
    id: "visits",
    kind: "table",
    queryId,
    parameters: {},
    visual: { kind: "table", title: "Visits" } as never,
  };
  return publishTextReport(workspace.as("EDITOR"), { blocks: [table] });
}

describe("a run", () => {
  it("prepares, renders, stores and plans, with a manifest that can be checked", async () => {
    const workspace = await createWorkspace();
    const executionId = await requestRun(workspace, {
      formats: ["HTML", "PDF", "XLSX"],
      recipients: to("ada", "kim"),
    });
    expect(await generate(workspace, executionId)).toEqual({ state: "RUNNING" });

    const run = await getExecution(workspace.as("EDITOR"), { executionId });
    expect(run).toMatchObject({
      state: "RUNNING",
      progress: 90,
      versionNumber: 1,
      deliveries: { total: 2, done: 0, failed: 0 },
    });
    expect(run.files.map(({ format }) => format)).toEqual(["HTML", "PDF", "XLSX"]);
    expect(run.files[1]?.fileName).toMatch(/^Operations \d+, 1–31 October 2026\.pdf$/);
    expect(run.files[0]?.expiresAt).toBe("2027-02-18T08:00:00.000Z");
    expect(run.manifest).toMatchObject({
      period: "1–31 October 2026",
      versionNumber: 1,
      documentSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(run.manifest?.files).toHaveLength(3);
    for (const file of run.files) {
      const { bytes, fileName } = await downloadFile(workspace.as("VIEWER"), { fileId: file.id });
      expect([bytes.length, fileName]).toEqual([file.bytes, file.fileName]);
    }
    const deliveries = await deliveriesOf(workspace, executionId);
    expect(
      deliveries.map(({ recipient, state, idempotencyKey }) => [recipient, state, idempotencyKey]),
    ).toEqual([
      ["ada@harbor.example", "QUEUED", `${executionId}:ada@harbor.example:EMAIL`],
      ["kim@harbor.example", "QUEUED", `${executionId}:kim@harbor.example:EMAIL`],
    ]);
    for (const { id } of deliveries) expect(await eventIds("deliveryId", id)).toEqual([`delivery:${id}`]);
  });

  it("is completed when its last mail has left", async () => {
    const workspace = await createWorkspace();
    const executionId = await generatedRun(workspace, { recipients: to("ada", "kim") });
    await sendAll(workspace, executionId);
    expect(await getExecution(workspace.as("VIEWER"), { executionId })).toMatchObject({
      state: "COMPLETED",
      stateReason: null,
      progress: 100,
      finishedAt: workspace.clock.now().toISOString(),
      deliveries: { total: 2, done: 2, failed: 0 },
    });
  });

  it("goes on where the job died, from the document it was prepared with", async () => {
    const workspace = await createWorkspace();
    const executionId = await requestRun(workspace, { formats: ["HTML", "CSV"] });
    // The store breaks after the document and the first file: the folder of the second is in the way.
    const folder = path.join(folderOf(), workspace.id, executionId);
    await mkdir(path.join(folder, "csv.csv", "in-the-way"), { recursive: true });
    await mkdir(path.join(folder, "csv.zip", "in-the-way"), { recursive: true });
    await expect(generate(workspace, executionId)).rejects.toMatchObject({ code: "storage_failed" });
    const first = await storage().get(`${workspace.id}/${executionId}/document.json`);
    expect(await executionOf(workspace, executionId)).toMatchObject({
      state: "RUNNING",
      runId: "generate-1",
      progress: 63,
    });
    expect(await deliveriesOf(workspace, executionId)).toEqual([]);

    for (const name of ["csv.csv", "csv.zip"]) await rm(path.join(folder, name), { recursive: true });
    workspace.clock.set("2026-11-20T08:05:00Z");
    expect(await generate(workspace, executionId)).toEqual({ state: "RUNNING" });
    expect(await storage().get(`${workspace.id}/${executionId}/document.json`)).toEqual(first);
    expect((await getExecution(workspace.as("VIEWER"), { executionId })).files).toHaveLength(2);
    expect(await deliveriesOf(workspace, executionId)).toHaveLength(1);
  });

  it("run again after its end changes nothing", async () => {
    const workspace = await createWorkspace();
    const executionId = await generatedRun(workspace);
    expect(await generate(workspace, executionId)).toEqual({ state: "RUNNING" });
    await sendAll(workspace, executionId);
    expect(await generate(workspace, executionId)).toEqual({ state: "COMPLETED" });
    expect(await generate(workspace, executionId, "generate-2")).toEqual({ state: "COMPLETED" });
    expect(await deliveriesOf(workspace, executionId)).toHaveLength(1);
  });

  it("held by one job is not taken by another", async () => {
    const workspace = await createWorkspace();
    const executionId = await requestRun(workspace);
    const results = await Promise.all(
      ["a", "b", "c"].map((runId) => generate(workspace, executionId, runId)),
    );
    expect(results.every(({ state }) => state === "RUNNING")).toBe(true);
    expect(await deliveriesOf(workspace, executionId)).toHaveLength(1);
  });

  it("says why when the disk does not take its files", async () => {
    const workspace = await createWorkspace();
    const executionId = await requestRun(workspace);
    // A folder where the file would be cannot be written over, not even by root.
    const obstacle = path.join(folderOf(), workspace.id, executionId, "html.html");
    await mkdir(path.join(obstacle, "in-the-way"), { recursive: true });
    await expect(generate(workspace, executionId)).rejects.toThrow(
      /The file could not be stored: .*Free some space or change STORAGE_URL, then run it again/,
    );
    expect(await deliveriesOf(workspace, executionId)).toEqual([]);
    await rm(obstacle, { recursive: true });
    expect(await generate(workspace, executionId)).toEqual({ state: "RUNNING" });
  });
});

const folderOf = () => {
  const settings = env().storage;
  if (settings.kind !== "file") throw new Error("The tests store in a folder.");
  return settings.folder;
};

describe("a broken block", () => {
  it("holds the run: nothing is made or sent, and the owner is told", async () => {
    const workspace = await createWorkspace();
    const executionId = await requestRun(workspace, { reportId: await publishBrokenReport(workspace) });
    expect(await generate(workspace, executionId)).toEqual({ state: "HELD" });
    const run = await getExecution(workspace.as("EDITOR"), { executionId });
    expect(run.stateReason).toMatch(/^One block could not be prepared\.\nVisits: /);
    expect(run).toMatchObject({ files: [], manifest: null, deliveryLog: [] });
    expect((await listNotifications(workspace.as("EDITOR"))).notifications).toMatchObject([
      {
        kind: "EXECUTION_HELD",
        title: expect.stringMatching(/was held$/),
        href: `/${workspace.slug}/deliveries/${executionId}`,
      },
    ]);
    const { mails } = await listMails(workspace.as("ADMIN"));
    expect(mails.map(({ to: address }) => address)).toContain(`editor@${workspace.slug}.example`);
    expect(mails.every(({ to: address }) => address.endsWith(`@${workspace.slug}.example`))).toBe(true);
  });

  it("is tried again first when its source may only be down for a moment", async () => {
    const workspace = await createWorkspace();
    const executionId = await requestRun(workspace, { reportId: await publishBrokenReport(workspace) });
    const held = { executionId, runId: "generate-1" };
    await expect(generateExecution(workspace.system(), { ...held, mayRetry: true })).rejects.toMatchObject({
      code: "source_unreachable",
      message: expect.stringMatching(/^Visits: /),
    });
    expect(await executionOf(workspace, executionId)).toMatchObject({ state: "RUNNING" });
    expect(await generateExecution(workspace.system(), held)).toEqual({ state: "HELD" });
  });

  it("still broken is held again when it is released; only admins release", async () => {
    const workspace = await createWorkspace();
    const executionId = await requestRun(workspace, { reportId: await publishBrokenReport(workspace) });
    await generate(workspace, executionId);
    await expect(releaseExecution(workspace.as("EDITOR"), { executionId })).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await releaseExecution(workspace.as("ADMIN"), { executionId })).toMatchObject({
      state: "PENDING",
    });
    expect(await eventIds("executionId", executionId)).toHaveLength(2);
    await expect(releaseExecution(workspace.as("ADMIN"), { executionId })).rejects.toThrow(
      /Only a held run can be released/,
    );
    expect(await generate(workspace, executionId, "generate-2")).toEqual({ state: "HELD" });
  });
});

describe("a run that nobody would receive", () => {
  it("is held, and goes out from its stored files once somebody is on the list", async () => {
    const workspace = await createWorkspace();
    const admin = workspace.as("ADMIN");
    const list = await createList(admin, { name: "Board", members: [] });
    const executionId = await requestRun(workspace, {
      recipients: [{ type: "list", listId: list.id, kind: "TO" }],
    });
    expect(await generate(workspace, executionId)).toEqual({ state: "HELD" });
    const held = await getExecution(admin, { executionId });
    expect(held.stateReason).toMatch(/Nobody would receive it/);

    await updateList(admin, { listId: list.id, name: "Board", members: [{ email: "ada@harbor.example" }] });
    await releaseExecution(admin, { executionId });
    await generate(workspace, executionId, "generate-2");
    await sendAll(workspace, executionId);
    const done = await getExecution(admin, { executionId });
    expect(done).toMatchObject({ state: "COMPLETED", deliveries: { done: 1 } });
    expect(done.files).toEqual(held.files);
  });
});

describe("recipients that may not receive", () => {
  it("have a delivery that says why, and a run of only them ends", async () => {
    const workspace = await createWorkspace();
    await withTransaction(workspace.system(), (tx) =>
      tx.suppression.create({
        data: { workspaceId: workspace.id, email: "gone@harbor.example", reason: "UNSUBSCRIBE" },
      }),
    );
    const executionId = await generatedRun(workspace, { recipients: to("gone") });
    expect(await getExecution(workspace.as("EDITOR"), { executionId })).toMatchObject({
      state: "PARTIAL",
      stateReason: "0 of 1 mail was sent: 1 suppressed.",
      deliveryLog: [
        {
          state: "SUPPRESSED",
          error: "gone@harbor.example is on the suppression list: this person unsubscribed.",
        },
      ],
    });
  });
});

describe("a run that cannot be made", () => {
  it("fails with the reason and people are told once", async () => {
    const workspace = await createWorkspace();
    const executionId = await requestRun(workspace);
    const fail = () =>
      failExecution(workspace.system(), { executionId, runId: "generate-1", reason: "The disk is full." });
    await fail();
    await fail();
    expect(await executionOf(workspace, executionId)).toMatchObject({
      state: "FAILED",
      stateReason: "The disk is full.",
    });
    expect((await listNotifications(workspace.as("EDITOR"))).notifications).toMatchObject([
      { kind: "EXECUTION_FAILED", body: "Nothing was sent. The disk is full." },
    ]);
  });

  it("is left alone when another job holds it or its mails are under way", async () => {
    const workspace = await createWorkspace();
    const executionId = await generatedRun(workspace);
    await failExecution(workspace.system(), { executionId, runId: "generate-1", reason: "Late." });
    await failExecution(workspace.system(), { executionId, runId: "generate-9", reason: "Late." });
    expect(await executionOf(workspace, executionId)).toMatchObject({ state: "RUNNING" });
  });

  it("switches its schedule off after five times in a row, and people are told", async () => {
    const workspace = await createWorkspace();
    const schedule = await createMorningReport(workspace.as("EDITOR"), {
      name: "Morning",
      cron: "0 * * * *",
    });
    for (let hour = 9; hour < 14; hour += 1) {
      const now = new Date(`2026-11-20T${String(hour).padStart(2, "0")}:00:10Z`);
      workspace.clock.set(now.toISOString());
      await claimDueSchedules(now);
      const { executions } = await listExecutions(workspace.as("VIEWER"), { states: ["PENDING"] });
      const executionId = executions[0]?.id ?? "";
      await failExecution(workspace.system(), { executionId, runId: "r", reason: "The source is away." });
    }
    expect(await getSchedule(workspace.as("VIEWER"), { scheduleId: schedule.id })).toMatchObject({
      state: "DISABLED",
      nextRunAt: null,
      stateReason: "5 runs failed in a row. The last: The source is away.",
    });
    const { notifications } = await listNotifications(workspace.as("EDITOR"));
    expect(notifications.filter(({ kind }) => kind === "SCHEDULE_DISABLED")).toMatchObject([
      { title: "Morning was switched off", href: `/${workspace.slug}/schedules/${schedule.id}` },
    ]);
    expect((await listMails(workspace.as("ADMIN"), { search: "switched off" })).mails).toHaveLength(3);
  });
});

describe("cancelling", () => {
  it("stops what has not left", async () => {
    const workspace = await createWorkspace();
    const executionId = await generatedRun(workspace, { recipients: to("ada", "kim") });
    const [first] = await deliveriesOf(workspace, executionId);
    await cancelExecution(workspace.as("EDITOR"), { executionId });
    expect(first).toBeDefined();
    expect(await getExecution(workspace.as("EDITOR"), { executionId })).toMatchObject({
      state: "CANCELLED",
      stateReason: `Cancelled by EDITOR of ${workspace.slug}.`,
      deliveryLog: [{ state: "FAILED" }, { state: "FAILED" }],
    });
    await sendAll(workspace, executionId);
    expect((await listMails(workspace.as("ADMIN"))).mails).toEqual([]);
    await expect(cancelExecution(workspace.as("EDITOR"), { executionId })).rejects.toThrow(
      /is cancelled already/,
    );
  });

  it("before the job begins keeps it from beginning", async () => {
    const workspace = await createWorkspace();
    const executionId = await requestRun(workspace);
    await cancelExecution(workspace.as("EDITOR"), { executionId });
    expect(await generate(workspace, executionId)).toEqual({ state: "CANCELLED" });
    expect(await readdir(path.join(folderOf(), workspace.id)).catch(() => [])).toEqual([]);
  });
});

describe("who may see and do what", () => {
  it("viewers see runs and files, but not who received them", async () => {
    const workspace = await createWorkspace();
    const executionId = await generatedRun(workspace);
    const run = await getExecution(workspace.as("VIEWER"), { executionId });
    expect(run).toMatchObject({ deliveryLog: [], request: { recipients: [] }, deliveries: { total: 1 } });
    await expect(cancelExecution(workspace.as("VIEWER"), { executionId })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(releaseExecution(workspace.as("VIEWER"), { executionId })).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  it("foreign runs and files read as missing", async () => {
    const [a, b] = [await createWorkspace(), await createWorkspace()];
    const executionId = await generatedRun(b);
    const fileId = (await getExecution(b.as("VIEWER"), { executionId })).files[0]?.id ?? "";
    const owner = a.as("OWNER");
    const attempts = await Promise.allSettled([
      getExecution(owner, { executionId }),
      cancelExecution(owner, { executionId }),
      releaseExecution(owner, { executionId }),
      downloadFile(owner, { fileId }),
      generateExecution(a.system(), { executionId, runId: "r" }),
      failExecution(a.system(), { executionId, runId: "r", reason: "x" }),
    ]);
    for (const attempt of attempts)
      expect(attempt).toMatchObject({ status: "rejected", reason: { code: "not_found" } });
    expect((await listExecutions(owner)).executions).toEqual([]);
    expect(await executionOf(b, executionId)).toMatchObject({ state: "RUNNING" });
  });

  it("runs are listed by schedule and by state, page by page", async () => {
    const workspace = await createWorkspace();
    const editor = workspace.as("EDITOR");
    const schedule = await createMorningReport(editor, { formats: ["HTML"] });
    for (let run = 0; run < 3; run += 1) {
      workspace.clock.set(`2026-11-20T0${run + 1}:00:00Z`);
      await runScheduleNow(editor, { scheduleId: schedule.id });
    }
    await requestRun(workspace);
    const first = await listExecutions(editor, { scheduleId: schedule.id, limit: 2 });
    expect(first).toMatchObject({
      hasMore: true,
      executions: [{ createdAt: "2026-11-20T03:00:00.000Z" }, { createdAt: "2026-11-20T02:00:00.000Z" }],
    });
    const rest = await listExecutions(editor, { scheduleId: schedule.id, after: first.executions[1]?.id });
    expect(rest).toMatchObject({ hasMore: false, executions: [{ createdAt: "2026-11-20T01:00:00.000Z" }] });
    expect((await listExecutions(editor, { states: ["HELD"] })).executions).toEqual([]);
  });
});
