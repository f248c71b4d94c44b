/** The whole way with real numbers: a source, a query, a schedule, the files and the mail. */
import { describe, expect, it } from "vitest";
import { createDataSource } from "@/lib/data-sources";
import { deliveriesOf, sendAll, to } from "@/lib/executions/testing/runs";
import { withTransaction } from "@/lib/db";
import { getAttachment, getMail, listMails } from "@/lib/mail";
import { createQuery } from "@/lib/queries";
import { runScheduleNow } from "@/lib/schedules";
import { createMorningReport, publishTextReport } from "@/lib/schedules/testing/morning-report";
import { withOwner } from "@/tests/support/database";
import { createWorkspace, type TestWorkspace } from "@/tests/support/factories";
import { downloadFile, generateExecution, getExecution, listExecutions, sweepDueSchedules } from "./index";

/** Clinics with their visits in October, in a table of the test's own database. */
async function createSource(workspace: TestWorkspace): Promise<string> {
  const table = `visits_${workspace.slug.replaceAll("-", "_")}`;
  await withOwner(async (client) => {
    await client.query(`CREATE TABLE ${table} (clinic text, day date, visits integer)`);
    await client.query(
      `INSERT INTO ${table} VALUES ('North Quay', '2026-10-05', 1204), ('Harbour', '2026-10-06', 333), ('Harbour', '2026-09-30', 99)`,
    );
  });
  const url = new URL(process.env.TEST_OWNER_URL ?? "");
  const { id: dataSourceId } = await createDataSource(workspace.as("ADMIN"), {
    kind: "POSTGRESQL",
    name: "Clinics",
    settings: {
      host: url.hostname,
      port: Number(url.port),
      database: url.pathname.slice(1),
      user: url.username,
      tls: "disable",
    },
    password: decodeURIComponent(url.password),
    cacheSeconds: 0,
  });
  const { id } = await createQuery(workspace.as("EDITOR"), {
    name: "Visits by clinic",
    dataSourceId,
    definition: {
      kind: "sql",
      sql: `SELECT clinic, sum(visits)::int AS visits FROM ${table} WHERE day >= {{from}} AND day < {{to}} GROUP BY clinic ORDER BY clinic`,
      parameters: [
        { name: "from", type: "date" },
        { name: "to", type: "date" },
      ],
      columnUnits: { visits: "count" },
    },
  });
  return id;
}

async function createReport(workspace: TestWorkspace): Promise<string> {
  const queryId = await createSource(workspace);
  const figure = { queryId, parameters: {} };
  return publishTextReport(workspace.as("EDITOR"), {
    name: "Clinic visits",
    blocks: [
      {
        id: "total",
        kind: "metrics",
        items: [
          {
            id: "visits",
            ...figure,
            visual: {
              kind: "metric",
              title: "Visits",
              value: "visits",
              aggregate: "sum",
              compare: "none",
              direction: "none",
            },
          },
        ],
      },
      {
        id: "by-clinic",
        kind: "chart",
        ...figure,
        visual: {
          kind: "bar",
          title: "Visits by clinic",
          x: "clinic",
          y: ["visits"],
          stacking: "none",
          horizontal: false,
        },
      },
      {
        id: "rows",
        kind: "table",
        ...figure,
        visual: { kind: "table", title: "Clinics", columns: [], totals: true, maxRows: 100 },
      },
    ],
  });
}

const changeNumbers = (workspace: TestWorkspace) =>
  withOwner((client) => client.query(`UPDATE visits_${workspace.slug.replaceAll("-", "_")} SET visits = 7`));

describe("a morning report", () => {
  it("arrives with the same numbers in the mail and in every file", async () => {
    const workspace = await createWorkspace();
    await createMorningReport(workspace.as("EDITOR"), {
      reportId: await createReport(workspace),
      formats: ["PDF", "XLSX", "CSV", "HTML"],
      recipients: to("ada"),
    });
    // October is the last full month on 23 November; the run is made a day later from what was frozen.
    await sweepDueSchedules(new Date("2026-11-23T06:30:10Z"));
    const [{ id: executionId = "" } = {}] = (await listExecutions(workspace.as("VIEWER"))).executions;
    workspace.clock.set("2026-11-24T06:00:00Z");
    await generateExecution(workspace.system(), { executionId, runId: "generate-1" });
    await changeNumbers(workspace);
    await sendAll(workspace, executionId);

    const run = await getExecution(workspace.as("EDITOR"), { executionId });
    expect(run).toMatchObject({
      state: "COMPLETED",
      trigger: "SCHEDULE",
      rows: 6,
      manifest: { period: "1–31 October 2026" },
    });
    expect(run.files.map(({ format }) => format)).toEqual(["PDF", "XLSX", "CSV", "HTML"]);
    const html = run.files.find(({ format }) => format === "HTML");
    const file = (await downloadFile(workspace.as("VIEWER"), { fileId: html?.id ?? "" })).bytes.toString();

    const admin = workspace.as("ADMIN");
    const [summary] = (await listMails(admin)).mails;
    const mail = await getMail(admin, { mailId: summary?.id ?? "" });
    expect(mail.subject).toBe("Clinic visits, 1–31 October 2026");
    for (const part of [mail.html, mail.text, file])
      for (const number of ["1,537", "1,204", "333"]) expect(part).toContain(number);
    expect(mail.attachments.filter(({ contentId }) => contentId === null)).toHaveLength(4);

    const image = mail.attachments.find(({ contentId }) => contentId === "chart-by-clinic");
    expect(mail.html).toContain("cid:chart-by-clinic");
    const { bytes, contentType } = await getAttachment(admin, {
      mailId: mail.id,
      attachmentId: image?.id ?? "",
    });
    expect([contentType, bytes.subarray(1, 4).toString()]).toEqual(["image/png", "PNG"]);
  });

  it("as a test goes to the person who asks, tells nobody when it fails and counts for nothing", async () => {
    const workspace = await createWorkspace();
    const editor = workspace.as("EDITOR");
    const schedule = await createMorningReport(editor, {
      reportId: await createReport(workspace),
      formats: ["CSV"],
    });
    const { executionId } = await runScheduleNow(editor, { scheduleId: schedule.id, test: true });
    await generateExecution(workspace.system(), { executionId, runId: "generate-1" });
    expect(await deliveriesOf(workspace, executionId)).toMatchObject([
      { recipient: `editor@${workspace.slug}.example`, reason: "You asked for this test." },
    ]);
    await withTransaction(workspace.system(), (tx) =>
      tx.suppression.create({
        data: { workspaceId: workspace.id, email: `editor@${workspace.slug}.example`, reason: "ADMIN" },
      }),
    );
    await sendAll(workspace, executionId);
    expect(await getExecution(editor, { executionId })).toMatchObject({ state: "PARTIAL" });
    expect(await withTransaction(workspace.system(), (tx) => tx.notification.count())).toBe(0);
  });
});
