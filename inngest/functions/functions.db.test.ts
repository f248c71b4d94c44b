/** The real functions on the real engine: from a due schedule to the mail, and to the notice when it cannot be made. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withTransaction } from "@/lib/db";
import { getExecution, listExecutions, sweepDueSchedules } from "@/lib/executions";
import { to } from "@/lib/executions/testing/runs";
import { listMails } from "@/lib/mail";
import { listNotifications } from "@/lib/notifications";
import { runScheduleNow } from "@/lib/schedules";
import { createMorningReport } from "@/lib/schedules/testing/morning-report";
import { createWorkspace } from "@/tests/support/factories";
import { closeClient, embeddedTransport, inngest } from "../client";
import { startEngine } from "../embedded/engine";
import { functions } from "./index";

const PATIENCE = { timeout: 60_000, interval: 100 };
let engine: { stop: () => Promise<void> };

beforeAll(async () => {
  if (embeddedTransport === null) throw new Error("These tests run the embedded engine.");
  const databaseUrl = process.env.APP_DATABASE_URL ?? "";
  engine = await startEngine({ client: inngest, transport: embeddedTransport, functions, databaseUrl });
});

afterAll(async () => {
  await engine.stop();
  await closeClient();
});

describe("the jobs", () => {
  it("make and send what is due", async () => {
    const workspace = await createWorkspace();
    // One run and no more, also when the engine's own sweep comes by.
    await createMorningReport(workspace.as("EDITOR"), {
      formats: ["HTML"],
      recipients: to("ada", "kim", "lee"),
      endsAt: "2026-11-23T07:00:00Z",
    });
    await sweepDueSchedules(new Date("2026-11-23T06:30:10Z"));
    const viewer = workspace.as("VIEWER");
    await expect
      .poll(async () => (await listExecutions(viewer)).executions, PATIENCE)
      .toMatchObject([{ state: "COMPLETED", deliveries: { total: 3, done: 3 } }]);
    expect((await listMails(workspace.as("ADMIN"))).mails.map((mail) => mail.to).sort()).toEqual(
      ["ada", "kim", "lee"].map((name) => `${name}@harbor.example`),
    );
  });

  it("do not try again what cannot work, and tell people", async () => {
    const workspace = await createWorkspace();
    const editor = workspace.as("EDITOR");
    const schedule = await createMorningReport(editor);
    await withTransaction(workspace.system(), (tx) => tx.reportVersion.deleteMany());
    const { executionId } = await runScheduleNow(editor, { scheduleId: schedule.id });
    const viewer = workspace.as("VIEWER");
    await expect
      .poll(() => getExecution(viewer, { executionId }), PATIENCE)
      .toMatchObject({
        state: "FAILED",
        stateReason: expect.stringMatching(/has no published version\. Publish it/),
      });
    expect((await listNotifications(editor)).notifications).toMatchObject([{ kind: "EXECUTION_FAILED" }]);
  });
});
