import { afterEach, describe, expect, it } from "vitest";
import { withTransaction } from "@/lib/db";
import { withOwner } from "@/tests/support/database";
import { createWorkspace, type TestWorkspace } from "@/tests/support/factories";
import { claimDueSchedules, getSchedule, overdueSchedules, pauseSchedule } from "./index";
import { createMorningReport } from "./testing/morning-report";

const MONDAY = "2026-11-23T06:30:00.000Z";
const at = (iso: string) => new Date(iso);

const executionsOf = (workspace: TestWorkspace) =>
  withTransaction(workspace.system(), (tx) =>
    tx.reportExecution.findMany({ orderBy: { scheduledFor: "asc" } }),
  );

const eventsOf = (workspace: TestWorkspace) =>
  withOwner(async (client) => {
    const { rows } = await client.query("SELECT id FROM job_events WHERE data->>'workspaceId' = $1", [
      workspace.id,
    ]);
    return rows.map(({ id }) => id as string);
  });

// A sweep sees every workspace: each test leaves nothing due behind.
afterEach(() => withOwner((client) => client.query("UPDATE report_schedules SET deleted_at = now()")));

describe("claimDueSchedules", () => {
  it("requests a due run, with the days it means then, and moves on in the same step", async () => {
    const workspace = await createWorkspace();
    const { id: scheduleId } = await createMorningReport(workspace.as("EDITOR"), {
      range: { kind: "relative", name: "last_7_days" },
    });
    expect(await claimDueSchedules(at("2026-11-23T06:29:59Z"))).toMatchObject({ claimed: 0 });
    expect(await claimDueSchedules(at("2026-11-23T06:30:20Z"))).toEqual({
      claimed: 1,
      skipped: 0,
      failed: 0,
    });
    const [execution, ...rest] = await executionsOf(workspace);
    expect(rest).toEqual([]);
    expect(execution).toMatchObject({
      trigger: "SCHEDULE",
      state: "PENDING",
      versionNumber: 1,
      scheduledFor: at(MONDAY),
      request: { range: { kind: "absolute", from: "2026-11-17", to: "2026-11-23" } },
    });
    expect(await eventsOf(workspace)).toEqual([`execution:${execution?.id}`]);
    expect(await getSchedule(workspace.as("VIEWER"), { scheduleId })).toMatchObject({
      nextRunAt: "2026-11-24T06:30:00.000Z",
      lastRunAt: "2026-11-23T06:30:20.000Z",
      stateReason: null,
    });
  });

  it("claims once, however many sweeps run at once or again", async () => {
    const workspaces = [await createWorkspace(), await createWorkspace()];
    for (const workspace of workspaces)
      for (let n = 0; n < 3; n += 1) await createMorningReport(workspace.as("EDITOR"));
    const now = at("2026-11-23T06:30:20Z");
    const results = await Promise.all(Array.from({ length: 5 }, () => claimDueSchedules(now)));
    expect(results.reduce((sum, { claimed }) => sum + claimed, 0)).toBe(6);
    expect(await claimDueSchedules(now)).toMatchObject({ claimed: 0 });
    for (const workspace of workspaces) {
      expect(await executionsOf(workspace)).toHaveLength(3);
      expect(await eventsOf(workspace)).toHaveLength(3);
    }
  });

  it("after a downtime makes the latest run and records the others as skipped, with the reason", async () => {
    const workspace = await createWorkspace();
    await createMorningReport(workspace.as("EDITOR"));
    expect(await claimDueSchedules(at("2026-11-25T20:00:00Z"))).toEqual({
      claimed: 1,
      skipped: 2,
      failed: 0,
    });
    const executions = await executionsOf(workspace);
    expect(executions.map(({ state, scheduledFor }) => [state, scheduledFor?.toISOString()])).toEqual([
      ["SKIPPED", "2026-11-23T06:30:00.000Z"],
      ["SKIPPED", "2026-11-24T06:30:00.000Z"],
      ["PENDING", "2026-11-25T06:30:00.000Z"],
    ]);
    expect(executions[0]?.stateReason).toBe(
      "Broadsheet was not running at this time. Only the latest missed run was made.",
    );
    expect(await eventsOf(workspace)).toEqual([`execution:${executions[2]?.id}`]);
  });

  it("records at most fifty missed runs and says that there were more", async () => {
    const workspace = await createWorkspace();
    await createMorningReport(workspace.as("EDITOR"), { cron: "* * * * *" });
    expect(await claimDueSchedules(at("2027-03-20T08:00:00Z"))).toEqual({
      claimed: 1,
      skipped: 50,
      failed: 0,
    });
    const executions = await executionsOf(workspace);
    expect(executions[0]?.stateReason).toMatch(/Earlier missed runs are not listed/);
    expect(executions.at(-1)).toMatchObject({ state: "PENDING", scheduledFor: at("2027-03-20T08:00:00Z") });
  });

  it("leaves paused schedules and other people's time alone", async () => {
    const workspace = await createWorkspace();
    const { id: scheduleId } = await createMorningReport(workspace.as("EDITOR"));
    await pauseSchedule(workspace.as("EDITOR"), { scheduleId });
    await claimDueSchedules(at("2026-11-30T12:00:00Z"));
    expect(await executionsOf(workspace)).toEqual([]);
  });

  it("switches a schedule off at its end, and says so", async () => {
    const workspace = await createWorkspace();
    const { id: scheduleId } = await createMorningReport(workspace.as("EDITOR"), {
      endsAt: "2026-11-23T12:00:00Z",
    });
    await claimDueSchedules(at("2026-11-23T06:30:20Z"));
    expect(await executionsOf(workspace)).toHaveLength(1);
    expect(await getSchedule(workspace.as("VIEWER"), { scheduleId })).toMatchObject({
      state: "DISABLED",
      nextRunAt: null,
      stateReason: expect.stringMatching(/reached its end/),
    });
  });

  it("runs on when the owner was deactivated, and shows it", async () => {
    const workspace = await createWorkspace();
    const editor = workspace.as("EDITOR");
    const { id: scheduleId } = await createMorningReport(editor);
    await withTransaction(editor, (tx) =>
      tx.membership.updateMany({
        where: { userId: editor.actor.kind === "user" ? editor.actor.userId : "" },
        data: { deactivatedAt: editor.now() },
      }),
    );
    expect(await claimDueSchedules(at("2026-11-23T06:30:20Z"))).toMatchObject({ claimed: 1 });
    expect((await getSchedule(workspace.as("VIEWER"), { scheduleId })).stateReason).toMatch(
      /owner is no longer active/,
    );
  });

  it("goes on with the others when one cannot be claimed, and that one stays overdue", async () => {
    const workspace = await createWorkspace();
    const broken = await createMorningReport(workspace.as("EDITOR"));
    await createMorningReport(workspace.as("EDITOR"));
    await withOwner((client) =>
      client.query("UPDATE report_schedules SET cron = 'nonsense' WHERE id = $1", [broken.id]),
    );
    expect(await claimDueSchedules(at("2026-11-23T06:30:20Z"))).toEqual({
      claimed: 1,
      skipped: 0,
      failed: 1,
    });
    const overdue = await overdueSchedules(at("2026-11-23T06:40:00Z"));
    expect(overdue.filter(({ workspaceId }) => workspaceId === workspace.id)).toEqual([
      { workspaceId: workspace.id, scheduleId: broken.id },
    ]);
  });
});
