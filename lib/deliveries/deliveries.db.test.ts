import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { withTransaction } from "@/lib/db";
import { getExecution, openFileLink } from "@/lib/executions";
import {
  deliveriesOf,
  executionOf,
  generatedRun,
  giveUp,
  provider,
  send,
  sendAll,
  to,
} from "@/lib/executions/testing/runs";
import { createMailTransport, getAttachment, getMail, listMails, mailFailure } from "@/lib/mail";
import { listNotifications } from "@/lib/notifications";
import { env } from "@/lib/env";
import { withOwner } from "@/tests/support/database";
import { createWorkspace, type TestWorkspace } from "@/tests/support/factories";
import { fileLinkToken, listDeliveries, resendDeliveries } from "./index";

const only = async (workspace: TestWorkspace, executionId: string) => {
  const [delivery] = await deliveriesOf(workspace, executionId);
  if (!delivery) throw new Error("The run has no delivery.");
  return delivery;
};

const setState = (
  workspace: TestWorkspace,
  id: string,
  data: { state: string; runId?: string; sendingAt?: Date },
) => withTransaction(workspace.system(), (tx) => tx.deliveryLog.update({ where: { id }, data }));

describe("a mail", () => {
  it("carries the report, its files and why it comes", async () => {
    const workspace = await createWorkspace();
    const executionId = await generatedRun(workspace, {
      formats: ["HTML", "XLSX"],
      message: "Please read.",
      recipients: to("ada"),
    });
    await sendAll(workspace, executionId);
    const admin = workspace.as("ADMIN");
    const { mails } = await listMails(admin);
    expect(mails).toHaveLength(1);
    const mail = await getMail(admin, { mailId: mails[0]?.id ?? "" });
    const run = await getExecution(admin, { executionId });
    expect(mail).toMatchObject({
      from: env().mailFrom,
      to: "ada@harbor.example",
      subject: `${run.manifest?.title}, 1–31 October 2026`,
      headers: { "Auto-Submitted": "auto-generated", "X-Broadsheet-Execution": run.publicId },
    });
    for (const part of [mail.html, mail.text]) {
      expect(part).toContain("All clinics were open.");
      expect(part).toContain("Please read.");
      expect(part).toContain("your address is on its schedule");
      expect(part).toContain(`/${workspace.slug}/deliveries/${executionId}`);
    }
    expect(
      mail.attachments
        .map(({ fileName, bytes }) => ({ fileName, bytes }))
        .sort((a, b) => a.fileName.localeCompare(b.fileName)),
    ).toEqual(run.files.map(({ fileName, bytes }) => ({ fileName, bytes })));
    const [html] = mail.attachments.filter(({ contentType }) => contentType.startsWith("text/html"));
    const { bytes } = await getAttachment(admin, { mailId: mail.id, attachmentId: html?.id ?? "" });
    expect(bytes.toString()).toContain("All clinics were open.");
    expect(await only(workspace, executionId)).toMatchObject({
      state: "SENT",
      attempts: 1,
      providerMessageId: mail.id,
      error: null,
      sentAt: workspace.clock.now(),
    });
  });

  it("uses the schedule's subject on one line and the workspace's name as sender", async () => {
    const workspace = await createWorkspace();
    await withOwner((client) =>
      client.query("UPDATE workspaces SET sender_name = 'Harbor Health' WHERE id = $1", [workspace.id]),
    );
    const executionId = await generatedRun(workspace, { subject: "Figures\nBcc: eve@evil.example" });
    await sendAll(workspace, executionId);
    const { mails } = await listMails(workspace.as("ADMIN"));
    expect(mails[0]?.subject).toBe("Figures Bcc: eve@evil.example");
    expect((await getMail(workspace.as("ADMIN"), { mailId: mails[0]?.id ?? "" })).from).toMatch(
      /^Harbor Health </,
    );
  });

  it("is sent once, however often its job runs", async () => {
    const workspace = await createWorkspace();
    const executionId = await generatedRun(workspace);
    const { id } = await only(workspace, executionId);
    const results = await Promise.all(["a", "b", "c"].map((runId) => send(workspace, id, { runId })));
    expect(results.map(({ state }) => state)).toContain("SENT");
    expect(await send(workspace, id)).toEqual({ state: "SENT" });
    expect((await listMails(workspace.as("ADMIN"))).mails).toHaveLength(1);
    expect(await only(workspace, executionId)).toMatchObject({ attempts: 1 });
  });
});

describe("a file that does not fit", () => {
  it("becomes an expiring link that opens it without signing in", async () => {
    const workspace = await createWorkspace();
    const executionId = await generatedRun(workspace, { formats: ["HTML"] });
    const { files } = await getExecution(workspace.as("ADMIN"), { executionId });
    const [file] = files;
    // As large as the budget in the books; the link opens the stored bytes.
    await withTransaction(workspace.system(), (tx) =>
      tx.reportFile.updateMany({ where: { executionId }, data: { bytes: env().mailSizeBudgetBytes } }),
    );
    await sendAll(workspace, executionId);
    const { mails } = await listMails(workspace.as("ADMIN"));
    const mail = await getMail(workspace.as("ADMIN"), { mailId: mails[0]?.id ?? "" });
    expect(mail.attachments).toEqual([]);
    expect(mail.text).toContain("until 18 Feb 2027");
    const token = /\/files\/([\w.-]+)/.exec(mail.html)?.[1] ?? "";
    const opened = await openFileLink(token, workspace.clock.now());
    expect(opened).toMatchObject({
      fileName: file?.fileName,
      contentType: expect.stringContaining("text/html"),
    });
    expect(opened.bytes.toString()).toContain("All clinics were open.");
    const [row] = await withTransaction(workspace.system(), (tx) =>
      tx.reportFile.findMany({ where: { executionId } }),
    );
    expect(row).toMatchObject({ accessCount: 1, lastAccessAt: workspace.clock.now() });
  });
});

describe("a link", () => {
  it("that expired, was changed or points to nothing is refused with a sentence", async () => {
    const workspace = await createWorkspace();
    const executionId = await generatedRun(workspace);
    const [file] = (await getExecution(workspace.as("ADMIN"), { executionId })).files;
    const link = {
      workspaceId: workspace.id,
      fileId: file?.id ?? "",
      expiresAt: new Date("2026-12-01T00:00:00Z"),
    };
    const token = fileLinkToken(link);
    const now = workspace.clock.now();
    await expect(openFileLink(token, now)).resolves.toMatchObject({ fileName: file?.fileName });
    await expect(openFileLink(token, new Date("2026-12-01T00:00:00Z"))).rejects.toMatchObject({
      code: "link_invalid",
      message: "This link expired on 2026-12-01. Ask the sender for the report again.",
    });
    const [, , expiry = "", signature = ""] = token.split(".");
    const later = Math.floor(new Date("2030-01-01").getTime() / 1000).toString(36);
    const other = fileLinkToken({ ...link, fileId: randomUUID() });
    for (const changed of [
      token.replace(`.${expiry}.`, `.${later}.`),
      token.slice(0, -1),
      token.slice(0, -3),
      `${token}.x`,
      other.replace(other.split(".")[3] ?? "", signature),
      "nonsense",
      "",
    ])
      await expect(openFileLink(changed, now), changed).rejects.toMatchObject({
        code: "link_invalid",
        message: expect.stringMatching(/not complete or was changed/),
      });
    await expect(openFileLink(other, now)).rejects.toThrow("The file behind this link is gone.");
  });
});

describe("at the last moment", () => {
  it("nothing goes to an address that was suppressed or is no longer allowed", async () => {
    const workspace = await createWorkspace();
    const executionId = await generatedRun(workspace, { recipients: to("ada", "kim") });
    await withTransaction(workspace.system(), (tx) =>
      tx.suppression.create({
        data: { workspaceId: workspace.id, email: "ada@harbor.example", reason: "COMPLAINT" },
      }),
    );
    const [ada, kim] = await deliveriesOf(workspace, executionId);
    expect(await send(workspace, ada?.id ?? "")).toEqual({ state: "SUPPRESSED" });
    await withOwner((client) =>
      client.query("UPDATE workspaces SET allowed_recipient_domains = '{other.example}' WHERE id = $1", [
        workspace.id,
      ]),
    );
    expect(await send(workspace, kim?.id ?? "")).toEqual({ state: "FAILED" });
    expect(
      (await getExecution(workspace.as("ADMIN"), { executionId })).deliveryLog.map(({ error }) => error),
    ).toEqual([
      "ada@harbor.example is on the suppression list: a mail was marked as spam.",
      "kim@harbor.example is outside the domains this workspace sends to (other.example).",
    ]);
    expect((await listMails(workspace.as("ADMIN"), { search: "harbor.example" })).mails).toEqual([]);
  });
});

describe("a provider that is down", () => {
  const down = () =>
    provider(() => {
      throw mailFailure("retriable", "The mail server did not take the mail: 451 Try later.");
    });

  it("is tried again, and after the last attempt the mail has failed and people know", async () => {
    const workspace = await createWorkspace();
    const executionId = await generatedRun(workspace);
    const { id } = await only(workspace, executionId);
    const transport = down();
    for (let attempt = 0; attempt < 4; attempt += 1) {
      await expect(send(workspace, id, { transport, attempt })).rejects.toMatchObject({
        code: "mail_failed",
        details: { retriable: true },
      });
      expect(await only(workspace, executionId)).toMatchObject({
        state: "QUEUED",
        attempts: attempt + 1,
        error: expect.stringContaining("451"),
      });
    }
    expect(await send(workspace, id, { transport, attempt: 4 })).toEqual({ state: "FAILED" });
    expect(await only(workspace, executionId)).toMatchObject({
      state: "FAILED",
      attempts: 5,
      error: "The mail server did not take the mail: 451 Try later. Tried 5 times.",
    });
    expect(await executionOf(workspace, executionId)).toMatchObject({
      state: "FAILED",
      stateReason: "0 of 1 mail was sent: 1 failed.",
    });
    expect((await listNotifications(workspace.as("EDITOR"))).notifications).toMatchObject([
      { kind: "DELIVERY_FAILED" },
    ]);
  });

  it("and comes back has cost nothing but time", async () => {
    const workspace = await createWorkspace();
    const executionId = await generatedRun(workspace);
    const { id } = await only(workspace, executionId);
    await expect(send(workspace, id, { transport: down() })).rejects.toThrow();
    const up = provider(() => undefined);
    expect(await send(workspace, id, { transport: up, attempt: 1 })).toEqual({ state: "SENT" });
    expect(up.sent.map(({ key }) => key)).toEqual([`${executionId}:ada@harbor.example:EMAIL`]);
    expect(await executionOf(workspace, executionId)).toMatchObject({ state: "COMPLETED" });
  });

  it("as a real SMTP server nobody listens on", async () => {
    const workspace = await createWorkspace();
    const executionId = await generatedRun(workspace);
    const { id } = await only(workspace, executionId);
    const transport = await createMailTransport({ transport: "smtp", url: "smtp://127.0.0.1:1" });
    await expect(send(workspace, id, { transport })).rejects.toMatchObject({
      code: "mail_failed",
      details: { retriable: true },
    });
    expect(await only(workspace, executionId)).toMatchObject({ state: "QUEUED" });
  });
});

describe("a refusal", () => {
  it("is final at once and spoils nobody else's mail", async () => {
    const workspace = await createWorkspace();
    const executionId = await generatedRun(workspace, { recipients: to("ada", "kim", "lee") });
    const transport = provider(({ to: address }) => {
      if (address.startsWith("kim"))
        throw mailFailure("permanent", "The mail server refused the mail: 550 No such person.");
    });
    await sendAll(workspace, executionId, { transport });
    expect((await deliveriesOf(workspace, executionId)).map(({ state }) => state)).toEqual([
      "SENT",
      "FAILED",
      "SENT",
    ]);
    expect(await executionOf(workspace, executionId)).toMatchObject({
      state: "PARTIAL",
      stateReason: "2 of 3 mails were sent: 1 failed.",
    });
  });
});

describe("an attempt that broke off while sending", () => {
  const died = async (workspace: TestWorkspace) => {
    const executionId = await generatedRun(workspace);
    const { id } = await only(workspace, executionId);
    await setState(workspace, id, { state: "SENDING", runId: "send-1", sendingAt: workspace.clock.now() });
    return { executionId, id };
  };

  it("is repeated with the same key where the provider knows it", async () => {
    const workspace = await createWorkspace();
    const { executionId, id } = await died(workspace);
    const transport = provider(() => undefined, { idempotent: true });
    expect(await send(workspace, id, { transport, attempt: 1 })).toEqual({ state: "SENT" });
    expect(transport.sent.map(({ key }) => key)).toEqual([`${executionId}:ada@harbor.example:EMAIL`]);
  });

  it("is unknown where it does not, and is not sent again", async () => {
    const workspace = await createWorkspace();
    const { executionId, id } = await died(workspace);
    const transport = provider(() => undefined, { idempotent: false });
    expect(await send(workspace, id, { transport, attempt: 1 })).toEqual({ state: "UNKNOWN" });
    expect(transport.sent).toEqual([]);
    expect(await only(workspace, executionId)).toMatchObject({
      error: expect.stringMatching(/may have arrived/),
    });
    expect(await executionOf(workspace, executionId)).toMatchObject({ state: "PARTIAL" });
  });

  it("is unknown when the provider has forgotten the key by now", async () => {
    const workspace = await createWorkspace();
    const { id } = await died(workspace);
    workspace.clock.set("2026-11-21T08:00:00Z");
    expect(await send(workspace, id, { transport: provider(() => undefined), attempt: 1 })).toEqual({
      state: "UNKNOWN",
    });
  });

  it("is left to the job that holds it", async () => {
    const workspace = await createWorkspace();
    const { id } = await died(workspace);
    const transport = provider(() => undefined);
    expect(await send(workspace, id, { transport, runId: "send-2" })).toEqual({ state: "BUSY" });
    expect(transport.sent).toEqual([]);
  });

  it("is unknown when its job gives up, and failed when it had not begun", async () => {
    const workspace = await createWorkspace();
    const { executionId, id } = await died(workspace);
    await giveUp(workspace, id, "send-2");
    expect(await only(workspace, executionId)).toMatchObject({ state: "SENDING" });
    await giveUp(workspace, id);
    expect(await only(workspace, executionId)).toMatchObject({ state: "UNKNOWN" });
    const other = await generatedRun(workspace);
    await giveUp(workspace, (await only(workspace, other)).id);
    expect(await only(workspace, other)).toMatchObject({
      state: "FAILED",
      error: "The store does not answer.",
    });
  });

  it("is unknown when the provider cannot say", async () => {
    const workspace = await createWorkspace();
    const executionId = await generatedRun(workspace);
    const { id } = await only(workspace, executionId);
    const transport = provider(() => {
      throw mailFailure(
        "uncertain",
        "The connection broke before the mail server confirmed the mail: closed.",
      );
    });
    expect(await send(workspace, id, { transport })).toEqual({ state: "UNKNOWN" });
    expect(await only(workspace, executionId)).toMatchObject({
      error: expect.stringMatching(/It was not sent again\.$/),
    });
  });
});

describe("files that are gone", () => {
  it("fail the mail with what to do", async () => {
    const workspace = await createWorkspace();
    const executionId = await generatedRun(workspace);
    const { id } = await only(workspace, executionId);
    const { storage } = await import("@/lib/storage");
    await storage().delete(`${workspace.id}/${executionId}/html.html`);
    expect(await send(workspace, id)).toEqual({ state: "FAILED" });
    expect(await only(workspace, executionId)).toMatchObject({
      error: expect.stringMatching(/have expired\. Run the schedule again/),
    });
  });
});

describe("sending again", () => {
  const refused = async (workspace: TestWorkspace) => {
    const executionId = await generatedRun(workspace, { recipients: to("ada", "kim") });
    const transport = provider(({ to: address }) => {
      if (address.startsWith("kim"))
        throw mailFailure("permanent", "The mail server refused the mail: 550 Full.");
    });
    await sendAll(workspace, executionId, { transport });
    const [ada, kim] = await deliveriesOf(workspace, executionId);
    return { executionId, ada: ada?.id ?? "", kim: kim?.id ?? "" };
  };

  it("sends only what failed, from the stored files, under a new key", async () => {
    const workspace = await createWorkspace();
    const admin = workspace.as("ADMIN");
    const { executionId, kim } = await refused(workspace);
    expect(await resendDeliveries(admin, { executionId, deliveryIds: [kim, kim] })).toEqual({ resent: 1 });
    expect(await getExecution(admin, { executionId })).toMatchObject({
      state: "RUNNING",
      deliveryLog: [{ state: "SENT" }, { state: "QUEUED", attempts: 1 }],
    });
    const transport = provider(() => undefined);
    await sendAll(workspace, executionId, { transport, runId: "send-2" });
    expect(transport.sent).toMatchObject([
      { to: "kim@harbor.example", key: `${executionId}:kim@harbor.example:EMAIL:again:1` },
    ]);
    expect(await getExecution(admin, { executionId })).toMatchObject({
      state: "COMPLETED",
      stateReason: null,
      deliveryLog: [{ attempts: 1 }, { attempts: 2 }],
    });
  });

  it("twice asks for two jobs", async () => {
    const workspace = await createWorkspace();
    const { executionId, kim } = await refused(workspace);
    const again = () => resendDeliveries(workspace.as("ADMIN"), { executionId, deliveryIds: [kim] });
    await again();
    await setState(workspace, kim, { state: "UNKNOWN" });
    await again();
    const events = await withOwner(async (client) => {
      const { rows } = await client.query(
        "SELECT id FROM job_events WHERE data->>'deliveryId' = $1 ORDER BY id",
        [kim],
      );
      return rows.map((row) => row.id as string);
    });
    expect(events).toEqual([`delivery:${kim}`, `delivery:${kim}:again:1`, `delivery:${kim}:again:2`]);
  });

  it("is refused for a mail that arrived, for strangers, and without files", async () => {
    const workspace = await createWorkspace();
    const { executionId, ada, kim } = await refused(workspace);
    const admin = workspace.as("ADMIN");
    await expect(resendDeliveries(admin, { executionId, deliveryIds: [kim, ada] })).rejects.toThrow(
      "The mail to ada@harbor.example is sent. Only mails that failed, bounced or are unknown can be sent again.",
    );
    await expect(
      resendDeliveries(workspace.as("EDITOR"), { executionId, deliveryIds: [kim] }),
    ).rejects.toMatchObject({ code: "forbidden" });
    const foreign = (await createWorkspace()).as("OWNER");
    await expect(resendDeliveries(foreign, { executionId, deliveryIds: [kim] })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(resendDeliveries(admin, { executionId, deliveryIds: [randomUUID()] })).rejects.toThrow(
      "This delivery does not exist",
    );
    await expect(resendDeliveries(admin, { executionId, deliveryIds: [] })).rejects.toThrow();
    workspace.clock.set("2027-03-01T00:00:00Z");
    await expect(resendDeliveries(admin, { executionId, deliveryIds: [kim] })).rejects.toThrow(
      /files of this run have expired/,
    );
  });
});

describe("the delivery log", () => {
  it("is filtered and read page by page, by editors and admins of its workspace", async () => {
    const workspace = await createWorkspace();
    const executionId = await generatedRun(workspace, { recipients: to("ada", "kim", "lee") });
    await sendAll(workspace, executionId, {
      transport: provider(({ to: address }) => {
        if (address.startsWith("kim")) throw mailFailure("permanent", "No.");
      }),
    });
    const editor = workspace.as("EDITOR");
    expect((await listDeliveries(editor, { states: ["FAILED"] })).deliveries).toMatchObject([
      {
        recipient: "kim@harbor.example",
        state: "FAILED",
        error: "No.",
        executionId,
        reportName: expect.any(String),
        scheduleName: expect.any(String),
      },
    ]);
    expect((await listDeliveries(editor, { recipient: "LEE" })).deliveries).toHaveLength(1);
    const first = await listDeliveries(editor, { executionId, limit: 2 });
    expect(first.hasMore).toBe(true);
    const rest = await listDeliveries(editor, { executionId, after: first.deliveries[1]?.id });
    expect([...first.deliveries, ...rest.deliveries].map(({ recipient }) => recipient).sort()).toEqual(
      ["ada", "kim", "lee"].map((name) => `${name}@harbor.example`),
    );
    await expect(listDeliveries(workspace.as("VIEWER"))).rejects.toMatchObject({ code: "forbidden" });
    expect((await listDeliveries((await createWorkspace()).as("OWNER"))).deliveries).toEqual([]);
  });
});
