import { beforeEach, describe, expect, it } from "vitest";
import { withTransaction } from "@/lib/db";
import { recoverDeliveries } from "@/lib/deliveries";
import { listMails } from "@/lib/mail";
import { listNotifications } from "@/lib/notifications";
import { createMorningReport } from "@/lib/schedules/testing/morning-report";
import { storage } from "@/lib/storage";
import { withOwner } from "@/tests/support/database";
import { createWorkspace, type TestWorkspace } from "@/tests/support/factories";
import { downloadFile, generateExecution, getExecution, sweepDueSchedules, watchdog } from "./index";
import {
  deliveriesOf,
  executionOf,
  generatedRun,
  provider,
  requestRun,
  send,
  sendAll,
  to,
} from "./testing/runs";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

let workspace: TestWorkspace;
let now: Date;

// The watchdog sees every workspace and rows' real ages: each test begins with nothing but its own, at the real time.
beforeEach(async () => {
  await withOwner(async (client) => {
    await client.query("UPDATE report_schedules SET deleted_at = now()");
    await client.query("DELETE FROM report_executions");
  });
  workspace = await createWorkspace();
  now = new Date();
  workspace.clock.set(now.toISOString());
});

const later = (ms: number) => new Date(now.getTime() + ms);

const setSending = (id: string, runId: string, sendingAt: Date) =>
  withTransaction(workspace.system(), (tx) =>
    tx.deliveryLog.update({ where: { id }, data: { state: "SENDING", runId, sendingAt } }),
  );

const lastEvent = (field: "executionId" | "deliveryId", id: string) =>
  withOwner(async (client) => {
    const { rows } = await client.query(
      "SELECT id FROM job_events WHERE data->>$1 = $2 ORDER BY created_at DESC, id DESC LIMIT 1",
      [field, id],
    );
    return rows[0]?.id as string;
  });

describe("the watchdog", () => {
  it("finds nothing when everything goes well", async () => {
    const executionId = await generatedRun(workspace);
    await sendAll(workspace, executionId);
    expect(await watchdog(later(3 * HOUR_MS))).toEqual({
      overdue: 0,
      executions: { requeued: 0, ended: 0 },
      deliveries: { requeued: 0, ended: 0 },
      expiredFiles: 0,
      expiredCacheEntries: 0,
      queries: { stalledRuns: 0, expiredRuns: 0, expiredFlights: 0, trimmedAnswers: 0 },
    });
  });

  it("tells once about a schedule that should have run and was not started", async () => {
    const schedule = await createMorningReport(workspace.as("EDITOR"), {
      name: "Morning",
      cron: "0 * * * *",
    });
    const due = new Date(schedule.nextRunAt ?? "");
    expect(await watchdog(new Date(due.getTime() + 5 * MINUTE_MS))).toMatchObject({ overdue: 0 });
    for (const minutes of [15, 20])
      expect(await watchdog(new Date(due.getTime() + minutes * MINUTE_MS))).toMatchObject({ overdue: 1 });
    const { notifications } = await listNotifications(workspace.as("EDITOR"));
    expect(notifications).toMatchObject([
      {
        kind: "MISSED_RUN",
        title: "Morning has not run",
        href: `/${workspace.slug}/schedules/${schedule.id}`,
      },
    ]);
    expect((await listMails(workspace.as("ADMIN"), { search: "has not run" })).mails).toHaveLength(3);
  });

  it("starts a run again whose job died, and the dead job's late steps change nothing", async () => {
    const executionId = await requestRun(workspace);
    await withTransaction(workspace.system(), (tx) =>
      tx.reportExecution.update({
        where: { id: executionId },
        data: { state: "RUNNING", runId: "dead", startedAt: now },
      }),
    );
    expect(await watchdog(later(30 * MINUTE_MS))).toMatchObject({ executions: { requeued: 0 } });
    expect(await watchdog(later(2 * HOUR_MS))).toMatchObject({ executions: { requeued: 1, ended: 0 } });
    expect(await executionOf(workspace, executionId)).toMatchObject({ state: "PENDING", runId: null });
    expect(await lastEvent("executionId", executionId)).toMatch(
      new RegExp(`^execution:${executionId}:after:\\d+$`),
    );
    await generateExecution(workspace.system(), { executionId, runId: "new" });
    await generateExecution(workspace.system(), { executionId, runId: "dead" });
    expect(await executionOf(workspace, executionId)).toMatchObject({
      state: "RUNNING",
      runId: "new",
      progress: 90,
    });
    expect(await deliveriesOf(workspace, executionId)).toHaveLength(1);
  });

  it("gives up a run that was not started within a day", async () => {
    const executionId = await requestRun(workspace);
    expect(await watchdog(later(25 * HOUR_MS))).toMatchObject({ executions: { requeued: 0, ended: 1 } });
    expect(await executionOf(workspace, executionId)).toMatchObject({
      state: "FAILED",
      stateReason: expect.stringMatching(/not started within a day/),
    });
    // On most days the schedule's own next run is missed by then as well, and told of.
    const { notifications } = await listNotifications(workspace.as("EDITOR"));
    expect(notifications.filter(({ kind }) => kind !== "MISSED_RUN")).toMatchObject([
      { kind: "EXECUTION_FAILED" },
    ]);
  });

  it("asks again for a mail whose job was lost", async () => {
    const executionId = await generatedRun(workspace);
    const [delivery] = await deliveriesOf(workspace, executionId);
    expect(await watchdog(later(30 * MINUTE_MS))).toMatchObject({ deliveries: { requeued: 1, ended: 0 } });
    expect(await lastEvent("deliveryId", delivery?.id ?? "")).toMatch(/:after:\d+$/);
    expect(await send(workspace, delivery?.id ?? "", { runId: "send-2" })).toEqual({ state: "SENT" });
  });

  it("asks again for one that broke off where the provider knows its key, and never forgets since when", async () => {
    const executionId = await generatedRun(workspace);
    const [delivery] = await deliveriesOf(workspace, executionId);
    const id = delivery?.id ?? "";
    await setSending(id, "dead", now);
    expect(
      await recoverDeliveries(
        later(30 * MINUTE_MS),
        provider(() => undefined),
      ),
    ).toEqual({ requeued: 1, ended: 0 });
    const [queued] = await deliveriesOf(workspace, executionId);
    expect(queued).toMatchObject({ state: "QUEUED", runId: null, sendingAt: now });
    const transport = provider(() => undefined);
    workspace.clock.set(later(23.5 * HOUR_MS).toISOString());
    expect(await send(workspace, id, { transport, runId: "send-2" })).toEqual({ state: "UNKNOWN" });
    expect(transport.sent).toEqual([]);
  });

  it("calls one that broke off unknown where the provider does not", async () => {
    const executionId = await generatedRun(workspace);
    const [delivery] = await deliveriesOf(workspace, executionId);
    await setSending(delivery?.id ?? "", "dead", now);
    const transport = provider(() => undefined, { idempotent: false });
    expect(await recoverDeliveries(later(30 * MINUTE_MS), transport)).toEqual({ requeued: 0, ended: 1 });
    expect(await executionOf(workspace, executionId)).toMatchObject({
      state: "PARTIAL",
      stateReason: "0 of 1 mail was sent: 1 unknown.",
    });
  });

  it("does not send a mail that is a day late", async () => {
    const executionId = await generatedRun(workspace);
    expect(await watchdog(later(25 * HOUR_MS))).toMatchObject({ deliveries: { requeued: 0, ended: 1 } });
    expect(await deliveriesOf(workspace, executionId)).toMatchObject([
      { state: "FAILED", error: expect.stringMatching(/within a day/) },
    ]);
  });

  it("removes files past their time with what they were made from, and keeps the record", async () => {
    const executionId = await generatedRun(workspace, { formats: ["HTML", "XLSX"], recipients: to("ada") });
    await sendAll(workspace, executionId);
    const { files } = await getExecution(workspace.as("VIEWER"), { executionId });
    const keys = ["html.html", "xlsx.xlsx", "document.json"].map(
      (name) => `${workspace.id}/${executionId}/${name}`,
    );
    for (const key of keys) expect((await storage().get(key)).length).toBeGreaterThan(0);
    expect(await watchdog(later(89 * 24 * HOUR_MS))).toMatchObject({ expiredFiles: 0 });
    expect(await watchdog(later(91 * 24 * HOUR_MS))).toMatchObject({ expiredFiles: 2 });
    for (const key of keys) await expect(storage().get(key)).rejects.toMatchObject({ code: "not_found" });
    expect(await getExecution(workspace.as("VIEWER"), { executionId })).toMatchObject({
      state: "COMPLETED",
      files: [],
      manifest: { files: [{}, {}] },
    });
    await expect(downloadFile(workspace.as("VIEWER"), { fileId: files[0]?.id ?? "" })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("a sweep after a downtime", () => {
  it("tells which runs were missed, in the step that records them", async () => {
    workspace.clock.set("2026-11-20T08:00:00Z");
    const schedule = await createMorningReport(workspace.as("EDITOR"), { name: "Morning" });
    expect(await sweepDueSchedules(new Date("2026-11-25T20:00:00Z"))).toEqual({
      claimed: 1,
      skipped: 2,
      failed: 0,
    });
    const { notifications } = await listNotifications(workspace.as("EDITOR"));
    expect(notifications).toMatchObject([
      {
        kind: "MISSED_RUN",
        title: "Morning missed runs",
        body: "2 runs were missed because Broadsheet was not running, the last 24 Nov 2026, 07:30 Berlin. The run that was due after that is made now; the missed ones are not made up for.",
        href: `/${workspace.slug}/schedules/${schedule.id}`,
      },
    ]);
    expect((await listMails(workspace.as("ADMIN"), { search: "missed runs" })).mails).toHaveLength(3);
  });

  it("says nothing when it comes a minute late", async () => {
    workspace.clock.set("2026-11-20T08:00:00Z");
    await createMorningReport(workspace.as("EDITOR"), { cron: "* * * * *" });
    expect(await sweepDueSchedules(new Date("2026-11-20T08:03:10Z"))).toEqual({
      claimed: 1,
      skipped: 2,
      failed: 0,
    });
    expect((await listNotifications(workspace.as("EDITOR"))).notifications).toEqual([]);
  });
});
