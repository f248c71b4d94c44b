import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { withTransaction } from "@/lib/db";
import { createList } from "@/lib/distribution";
import { createReport, publishReport } from "@/lib/reports";
import { withOwner } from "@/tests/support/database";
import { createWorkspace, type TestWorkspace } from "@/tests/support/factories";
import {
  createSchedule,
  deleteSchedule,
  getSchedule,
  listSchedules,
  nextRuns,
  pauseSchedule,
  resumeSchedule,
  runScheduleNow,
  updateSchedule,
} from "./index";
import { recordScheduleOutcome } from "./record-outcome";
import { createMorningReport, publishTextReport, scheduleInput } from "./testing/morning-report";

// The clock of a new workspace: Friday 20 November 2026, 08:00 UTC.
const MONDAY = "2026-11-23T06:30:00.000Z";

const executionsOf = (workspace: TestWorkspace) =>
  withTransaction(workspace.system(), (tx) => tx.reportExecution.findMany({ orderBy: { createdAt: "asc" } }));

const eventsOf = (executionId: string) =>
  withOwner(async (client) => {
    const { rows } = await client.query(
      "SELECT id, name, data FROM job_events WHERE data->>'executionId' = $1",
      [executionId],
    );
    return rows;
  });

describe("schedules", () => {
  it("are made with their next run, in words and in time", async () => {
    const workspace = await createWorkspace();
    const editor = workspace.as("EDITOR");
    const list = await createList(workspace.as("ADMIN"), {
      name: "Board",
      members: [{ email: "ada@harbor.example" }, { email: "kim@harbor.example" }],
    });
    const reportId = await publishTextReport(editor, { name: "Operations" });
    const schedule = await createSchedule(
      editor,
      scheduleInput(reportId, {
        name: "Morning",
        recipients: [
          { type: "list", listId: list.id, kind: "TO" },
          { type: "address", email: "ADA@harbor.example", kind: "CC" },
        ],
        subject: " Figures ",
      }),
    );
    expect(schedule).toMatchObject({
      name: "Morning",
      reportName: "Operations",
      state: "ACTIVE",
      stateReason: null,
      timing: "Every weekday at 07:30, Europe/Berlin",
      nextRunAt: MONDAY,
      lastRunAt: null,
      lastExecution: null,
      recipientCount: 2,
      ownerName: `EDITOR of ${workspace.slug}`,
      latestVersion: 1,
      pinnedVersion: null,
      range: null,
      subject: "Figures",
      formats: ["PDF", "CSV"],
    });
    expect(await getSchedule(workspace.as("VIEWER"), { scheduleId: schedule.id })).toEqual(schedule);
    expect((await listSchedules(workspace.as("VIEWER"))).map(({ id }) => id)).toEqual([schedule.id]);
  });

  it("move their next run when their time changes, and only then", async () => {
    const workspace = await createWorkspace();
    const editor = workspace.as("EDITOR");
    const schedule = await createMorningReport(editor);
    // Due now, not yet claimed: saving another message must not lose the run.
    await withTransaction(editor, (tx) =>
      tx.reportSchedule.update({ where: { id: schedule.id }, data: { nextRunAt: editor.now() } }),
    );
    const edited = await updateSchedule(editor, { ...schedule, scheduleId: schedule.id, message: "Hello" });
    expect(edited).toMatchObject({ message: "Hello", nextRunAt: editor.now().toISOString() });
    const moved = await updateSchedule(editor, {
      ...schedule,
      scheduleId: schedule.id,
      zone: "America/New_York",
    });
    expect(moved.nextRunAt).toBe("2026-11-20T12:30:00.000Z");
  });

  it("are paused, and resumed from now on", async () => {
    const workspace = await createWorkspace();
    const editor = workspace.as("EDITOR");
    const { id: scheduleId } = await createMorningReport(editor);
    expect(await pauseSchedule(editor, { scheduleId })).toMatchObject({ state: "PAUSED", nextRunAt: null });
    expect(await pauseSchedule(editor, { scheduleId })).toMatchObject({ state: "PAUSED" });
    workspace.clock.set("2026-11-26T12:00:00Z");
    expect(await resumeSchedule(editor, { scheduleId })).toMatchObject({
      state: "ACTIVE",
      nextRunAt: "2026-11-27T06:30:00.000Z",
    });
    expect(await resumeSchedule(editor, { scheduleId })).toMatchObject({ state: "ACTIVE" });
  });

  it("of which the end has passed are not resumed", async () => {
    const workspace = await createWorkspace();
    const editor = workspace.as("EDITOR");
    const { id: scheduleId } = await createMorningReport(editor, { endsAt: "2026-11-24T00:00:00Z" });
    await pauseSchedule(editor, { scheduleId });
    workspace.clock.set("2026-11-25T00:00:00Z");
    await expect(resumeSchedule(editor, { scheduleId })).rejects.toThrow(
      /has reached its end. Choose a later end/,
    );
  });

  it("disappear when deleted, and give their name free", async () => {
    const workspace = await createWorkspace();
    const editor = workspace.as("EDITOR");
    const schedule = await createMorningReport(editor, { name: "Morning" });
    await deleteSchedule(editor, { scheduleId: schedule.id });
    expect(await listSchedules(editor)).toEqual([]);
    await expect(getSchedule(editor, { scheduleId: schedule.id })).rejects.toThrow(
      "This schedule does not exist",
    );
    expect((await createMorningReport(editor, { name: "Morning", reportId: schedule.reportId })).name).toBe(
      "Morning",
    );
  });

  it("show their next runs before they are saved", async () => {
    const viewer = (await createWorkspace()).as("VIEWER");
    const { description, runs } = await nextRuns(viewer, { cron: "30 7 * * 1-5", zone: "Europe/Berlin" });
    expect(description).toBe("Every weekday at 07:30, Europe/Berlin");
    expect(runs).toHaveLength(10);
    expect(runs[0]).toEqual({ at: MONDAY, text: "Mon 23 Nov 2026, 07:30 CET", remark: null });
    await expect(nextRuns(viewer, { cron: "61 * * * *", zone: "UTC" })).rejects.toThrow(/minute is "61"/);
    await expect(nextRuns(viewer, { cron: "0 7 * * *", zone: "Mars/Base" })).rejects.toThrow(
      /"Mars\/Base" is not a time zone/,
    );
  });

  it("show no run outside of their first and last day", async () => {
    const viewer = (await createWorkspace()).as("VIEWER");
    const { runs } = await nextRuns(viewer, {
      cron: "0 7 * * *",
      zone: "UTC",
      startsAt: "2027-03-01T00:00:00Z",
      endsAt: "2027-03-02T23:59:59.999Z",
    });
    expect(runs.map(({ at }) => at)).toEqual(["2027-03-01T07:00:00.000Z", "2027-03-02T07:00:00.000Z"]);
  });
});

describe("bad input", () => {
  it("is refused with the field and what to do", async () => {
    const editor = (await createWorkspace()).as("EDITOR");
    const reportId = await publishTextReport(editor);
    const make = (overrides: object) => createSchedule(editor, scheduleInput(reportId, overrides));
    await expect(make({ cron: "0 30 7 * * 1" })).rejects.toMatchObject({
      code: "invalid_input",
      details: { fields: { cron: expect.stringMatching(/six|6 fields.*Example: 30 7/) } },
    });
    await expect(make({ zone: "Berlin" })).rejects.toMatchObject({
      details: { fields: { zone: expect.stringContaining("Europe/Berlin") } },
    });
    await expect(make({ recipients: [] })).rejects.toThrow(/Add at least one recipient/);
    await expect(make({ recipients: [{ type: "address", email: "nobody" }] })).rejects.toThrow(
      /not an e-mail address/,
    );
    await expect(make({ formats: [] })).rejects.toThrow(/Choose at least one format/);
    await expect(make({ subject: "x".repeat(201) })).rejects.toThrow(/at most 200/);
    await expect(make({ message: "x".repeat(5001) })).rejects.toThrow(/5,000/);
    await expect(make({ name: " " })).rejects.toThrow(/Give it a name/);
    await expect(make({ endsAt: "2026-11-20T09:00:00Z" })).rejects.toThrow(/would never run/);
    await expect(make({ startsAt: "2026-12-02T00:00:00Z", endsAt: "2026-12-01T00:00:00Z" })).rejects.toThrow(
      /ends before it starts/,
    );
    await expect(make({ pinnedVersion: 7 })).rejects.toThrow(/has no version 7; the latest is 1/);
    expect(await listSchedules(editor)).toEqual([]);
  });

  it("includes a name that is taken", async () => {
    const editor = (await createWorkspace()).as("EDITOR");
    const first = await createMorningReport(editor, { name: "Morning" });
    await expect(createMorningReport(editor, { name: "morning" })).rejects.toMatchObject({
      code: "conflict",
      details: { fields: { name: expect.stringContaining("already a schedule") } },
    });
    const second = await createMorningReport(editor);
    await expect(
      updateSchedule(editor, { ...second, scheduleId: second.id, name: first.name }),
    ).rejects.toThrow(/already a schedule/);
  });

  it("includes a report that was never published", async () => {
    const editor = (await createWorkspace()).as("EDITOR");
    const report = await createReport(editor, { name: "Draft", description: "" });
    await expect(createSchedule(editor, scheduleInput(report.id))).rejects.toThrow(
      '"Draft" was never published. Publish it first',
    );
  });

  it("includes recipients outside the allowed domains", async () => {
    const workspace = await createWorkspace();
    await withOwner((client) =>
      client.query("UPDATE workspaces SET allowed_recipient_domains = '{other.example}' WHERE id = $1", [
        workspace.id,
      ]),
    );
    await expect(createMorningReport(workspace.as("EDITOR"))).rejects.toThrow(
      "ada@harbor.example is outside the domains this workspace sends to (other.example).",
    );
  });
});

describe("permission", () => {
  it("to change and run is the editors'", async () => {
    const workspace = await createWorkspace();
    const schedule = await createMorningReport(workspace.as("EDITOR"));
    const viewer = workspace.as("VIEWER");
    const { id: scheduleId } = schedule;
    const attempts = [
      createSchedule(viewer, scheduleInput(schedule.reportId)),
      updateSchedule(viewer, { ...schedule, scheduleId }),
      pauseSchedule(viewer, { scheduleId }),
      resumeSchedule(viewer, { scheduleId }),
      deleteSchedule(viewer, { scheduleId }),
      runScheduleNow(viewer, { scheduleId }),
    ];
    for (const result of await Promise.allSettled(attempts))
      expect(result).toMatchObject({ status: "rejected", reason: { code: "forbidden" } });
  });

  it("ends at the workspace: foreign ids read as missing", async () => {
    const [a, b] = [await createWorkspace(), await createWorkspace()];
    const schedule = await createMorningReport(b.as("EDITOR"));
    const own = await createMorningReport(a.as("EDITOR"));
    const owner = a.as("OWNER");
    const { id: scheduleId } = schedule;
    const attempts = [
      getSchedule(owner, { scheduleId }),
      updateSchedule(owner, { ...own, scheduleId }),
      pauseSchedule(owner, { scheduleId }),
      resumeSchedule(owner, { scheduleId }),
      deleteSchedule(owner, { scheduleId }),
      runScheduleNow(owner, { scheduleId }),
      getSchedule(owner, { scheduleId: randomUUID() }),
    ];
    for (const result of await Promise.allSettled(attempts))
      expect(result).toMatchObject({
        status: "rejected",
        reason: { code: "not_found", message: "This schedule does not exist, or you cannot see it." },
      });
    await expect(createSchedule(owner, scheduleInput(schedule.reportId))).rejects.toThrow(
      "This report does not exist",
    );
    expect((await getSchedule(b.as("VIEWER"), { scheduleId })).state).toBe("ACTIVE");
  });
});

describe("run now", () => {
  it("freezes what is asked for and enqueues one job", async () => {
    const workspace = await createWorkspace();
    const editor = workspace.as("EDITOR");
    const schedule = await createMorningReport(editor, { subject: "Before" });
    const { executionId, publicId } = await runScheduleNow(editor, { scheduleId: schedule.id });
    await updateSchedule(editor, { ...schedule, scheduleId: schedule.id, subject: "After" });
    await publishReport(editor, { reportId: schedule.reportId });

    const [execution] = await executionsOf(workspace);
    expect(execution).toMatchObject({
      id: executionId,
      publicId,
      trigger: "MANUAL",
      state: "PENDING",
      scheduledFor: null,
      versionNumber: 1,
      request: {
        scheduleName: schedule.name,
        subject: "Before",
        formats: ["PDF", "CSV"],
        range: { kind: "absolute", from: "2026-10-01", to: "2026-10-31" },
        recipients: [{ type: "address", email: "ada@harbor.example", kind: "TO" }],
      },
    });
    expect(await eventsOf(executionId)).toEqual([
      {
        id: `execution:${executionId}`,
        name: "report/execution.requested",
        data: { workspaceId: workspace.id, executionId },
      },
    ]);
    expect((await getSchedule(editor, { scheduleId: schedule.id })).lastExecution).toEqual({
      id: executionId,
      state: "PENDING",
    });
  });

  it("as a test goes to the person who asks, and does not count as the last run", async () => {
    const workspace = await createWorkspace();
    const editor = workspace.as("EDITOR");
    const { id: scheduleId } = await createMorningReport(editor);
    await pauseSchedule(editor, { scheduleId });
    await runScheduleNow(editor, { scheduleId, test: true });
    const [execution] = await executionsOf(workspace);
    expect(execution).toMatchObject({
      trigger: "TEST",
      request: { recipients: [{ type: "address", email: `editor@${workspace.slug}.example`, kind: "TO" }] },
    });
    expect((await getSchedule(editor, { scheduleId })).lastExecution).toBeNull();
    await expect(runScheduleNow(workspace.system(), { scheduleId, test: true })).rejects.toThrow(/Sign in/);
  });

  it("shows the schedule's own range when it has one, in the schedule's zone", async () => {
    const workspace = await createWorkspace();
    const editor = workspace.as("EDITOR");
    workspace.clock.set("2026-11-20T23:30:00Z"); // already the 21st in Auckland
    const { id: scheduleId } = await createMorningReport(editor, {
      zone: "Pacific/Auckland",
      range: { kind: "relative", name: "last_7_days" },
    });
    await runScheduleNow(editor, { scheduleId });
    const [execution] = await executionsOf(workspace);
    expect(execution?.request).toMatchObject({
      range: { kind: "absolute", from: "2026-11-15", to: "2026-11-21" },
    });
  });
});

describe("outcomes", () => {
  it("switch a schedule off after so many failures in a row", async () => {
    const workspace = await createWorkspace();
    const { id: scheduleId } = await createMorningReport(workspace.as("EDITOR"));
    const record = (failed: boolean) =>
      withTransaction(workspace.system(), (tx) =>
        recordScheduleOutcome(tx, workspace.system(), { scheduleId, failed, reason: "The source is away." }),
      );
    for (let run = 0; run < 4; run += 1) expect(await record(true)).toMatchObject({ disabled: false });
    await record(false);
    for (let run = 0; run < 4; run += 1) expect(await record(true)).toMatchObject({ disabled: false });
    expect(await record(true)).toMatchObject({ disabled: true });
    expect(await getSchedule(workspace.as("VIEWER"), { scheduleId })).toMatchObject({
      state: "DISABLED",
      nextRunAt: null,
      stateReason: "5 runs failed in a row. The last: The source is away.",
    });
    expect(await resumeSchedule(workspace.as("EDITOR"), { scheduleId })).toMatchObject({
      state: "ACTIVE",
      stateReason: null,
    });
    expect(await record(true)).toMatchObject({ disabled: false });
  });
});
