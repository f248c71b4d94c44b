/** What must never be read back: in answers, in the audit log, in the log, in any table that is not made for it. */
import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createDataSource, testConnection, updateDataSource } from "@/lib/data-sources";
import { withoutWorkspace, withTransaction } from "@/lib/db";
import { toErrorBody } from "@/lib/http/error-body";
import { listQueries } from "@/lib/queries";
import { createReport, saveReportDraft } from "@/lib/reports";
import { createWorkspace } from "../support/factories";

const SECRET = "hunter2-and-more";

let logged = "";
beforeEach(() => {
  logged = "";
  const keep = (chunk: unknown) => {
    logged += String(chunk);
    return true;
  };
  vi.spyOn(process.stderr, "write").mockImplementation(keep);
  vi.spyOn(process.stdout, "write").mockImplementation(keep);
});
afterEach(() => {
  vi.restoreAllMocks();
});

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
  } catch (error) {
    return error;
  }
  throw new Error("It did not fail.");
}

describe("an error of the database", () => {
  it("is logged without the values that were to be written", async () => {
    const row = { email: `${SECRET}@people.example`, name: "A", passwordHash: SECRET, unknown: true };
    const error = await failureOf(withoutWorkspace((tx) => tx.user.create({ data: row })));
    expect(JSON.stringify(toErrorBody(error, "req_1"))).not.toContain(SECRET);
    expect(logged).toContain("req_1");
    expect(logged).not.toContain(SECRET);
  });

  it("says which field clashed, not with what", async () => {
    const email = `${SECRET}@people.example`;
    await withoutWorkspace((tx) => tx.user.create({ data: { email, name: "A" } }));
    const again = { email, name: "B", passwordHash: SECRET };
    const error = await failureOf(withoutWorkspace((tx) => tx.user.create({ data: again })));
    toErrorBody(error, "req_2");
    expect(logged).not.toContain(SECRET);
  });

  it("that an input caused is the writer's mistake", async () => {
    const editor = (await createWorkspace()).as("EDITOR");
    const report = await createReport(editor, { name: "Report" });
    const draft = { reportId: report.id, name: "Report", description: "", document: { blocks: [] } };
    const words = { id: "words", kind: "text" as const, markdown: "zero \0 character" };
    for (const work of [
      () => createReport(editor, { name: "zero \0 character" }),
      () => listQueries(editor, { search: "\0" }),
      () => saveReportDraft(editor, { ...draft, expectedRevision: 1, document: { blocks: [words] } }),
      () => saveReportDraft(editor, { ...draft, expectedRevision: 2 ** 40 }),
    ])
      expect(toErrorBody(await failureOf(work()), "req_3")).toMatchObject({ code: "invalid_input" });
  });
});

describe("the password of a data source", () => {
  it("is in no answer, no audit event and no table", async () => {
    const workspace = await createWorkspace();
    const admin = workspace.as("ADMIN");
    const settings = { host: "db.example.com", port: 5432, database: "x", user: "x", tls: "verify" as const };
    const made = await createDataSource(admin, {
      kind: "POSTGRESQL",
      name: randomUUID(),
      settings,
      password: SECRET,
    });
    const changed = await updateDataSource(admin, {
      dataSourceId: made.id,
      name: randomUUID(),
      settings,
      password: `${SECRET} changed`,
    });
    expect(JSON.stringify([made, changed])).not.toContain(SECRET);
    const written = await withTransaction(admin, async (tx) => [
      await tx.auditEvent.findMany(),
      await tx.dataSource.findMany(),
    ]);
    expect(JSON.stringify(written)).toContain("data_source.update");
    expect(JSON.stringify(written)).not.toContain(SECRET);
    expect(logged).not.toContain(SECRET);
  });

  it("goes nowhere less safe than where it was entered for", async () => {
    const admin = (await createWorkspace()).as("ADMIN");
    const settings = { host: "127.0.0.1", port: 9, database: "x", user: "x", tls: "verify" as const };
    const { id: dataSourceId } = await createDataSource(admin, {
      kind: "POSTGRESQL",
      name: "Verified",
      settings,
      password: SECRET,
    });
    for (const change of [
      { host: "127.0.0.2" },
      { port: 8 },
      { user: "y" },
      { tls: "require" },
      { tls: "disable" },
    ]) {
      const input = {
        dataSourceId,
        name: "Verified",
        settings: { ...settings, ...change } as typeof settings,
      };
      await expect(updateDataSource(admin, input), JSON.stringify(change)).rejects.toMatchObject({
        code: "invalid_input",
      });
      await expect(
        testConnection(admin, { kind: "POSTGRESQL", ...input }),
        JSON.stringify(change),
      ).rejects.toMatchObject({
        code: "invalid_input",
      });
    }
    expect(await testConnection(admin, { dataSourceId, kind: "POSTGRESQL", settings })).toMatchObject({
      ok: false,
    });
  });
});
