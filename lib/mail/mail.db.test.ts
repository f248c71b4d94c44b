import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createWorkspace } from "@/tests/support/factories";
import { getAttachment, getMail, listMails, mailTransport } from "./index";
import type { MailMessage } from "./types";

const mailTo = (to: string, subject = "Operations"): MailMessage => ({
  from: "Broadsheet <reports@broadsheet.example>",
  to,
  subject,
  html: "<p>Hello</p>",
  text: "Hello",
  headers: { "Auto-Submitted": "auto-generated" },
  attachments: [
    { fileName: "a.pdf", contentType: "application/pdf", content: Buffer.from("%PDF") },
    { fileName: "chart.png", contentType: "image/png", content: Buffer.from("png"), contentId: "chart-1" },
  ],
});

const send = async (workspaceId: string, message: MailMessage, idempotencyKey: string = randomUUID()) =>
  (await mailTransport()).send(message, { workspaceId, idempotencyKey });

describe("the outbox", () => {
  it("keeps a mail with its parts", async () => {
    const workspace = await createWorkspace();
    const admin = workspace.as("ADMIN");
    const { providerMessageId } = await send(workspace.id, mailTo("ada@harbor.example"));
    expect(await listMails(admin)).toMatchObject({
      transport: "outbox",
      hasMore: false,
      mails: [{ id: providerMessageId, to: "ada@harbor.example", subject: "Operations", attachmentCount: 1 }],
    });
    const mail = await getMail(admin, { mailId: providerMessageId ?? "" });
    expect(mail).toMatchObject({
      html: "<p>Hello</p>",
      headers: { "Auto-Submitted": "auto-generated" },
      attachments: [
        { fileName: "a.pdf", contentType: "application/pdf", contentId: null, bytes: 4 },
        { fileName: "chart.png", contentId: "chart-1", bytes: 3 },
      ],
    });
    const [pdf] = mail.attachments;
    expect(await getAttachment(admin, { mailId: mail.id, attachmentId: pdf?.id ?? "" })).toEqual({
      fileName: "a.pdf",
      contentType: "application/pdf",
      bytes: Buffer.from("%PDF"),
    });
  });

  it("finds the first mail when the same key comes again, also at the same moment", async () => {
    const workspace = await createWorkspace();
    const key = randomUUID();
    const sent = await Promise.all(
      Array.from({ length: 6 }, (_, n) =>
        send(workspace.id, mailTo("ada@harbor.example", `Attempt ${n}`), key),
      ),
    );
    expect(new Set(sent.map(({ providerMessageId }) => providerMessageId)).size).toBe(1);
    const { mails } = await listMails(workspace.as("ADMIN"));
    expect(mails).toHaveLength(1);
    expect((await getMail(workspace.as("ADMIN"), { mailId: mails[0]?.id ?? "" })).attachments).toHaveLength(
      2,
    );
  });

  it("is searched and read page by page", async () => {
    const workspace = await createWorkspace();
    const admin = workspace.as("ADMIN");
    for (let n = 1; n <= 5; n += 1)
      await send(workspace.id, mailTo(`person${n}@harbor.example`, `Mail ${n}`));
    const first = await listMails(admin, { limit: 2 });
    expect(first).toMatchObject({ hasMore: true, mails: [{ subject: "Mail 5" }, { subject: "Mail 4" }] });
    const second = await listMails(admin, { limit: 3, after: first.mails[1]?.id });
    expect(second).toMatchObject({
      hasMore: false,
      mails: [{ subject: "Mail 3" }, { subject: "Mail 2" }, { subject: "Mail 1" }],
    });
    expect((await listMails(admin, { search: "PERSON3" })).mails).toMatchObject([{ subject: "Mail 3" }]);
  });

  it("is the admins', of their own workspace", async () => {
    const [a, b] = [await createWorkspace(), await createWorkspace()];
    const { providerMessageId } = await send(b.id, mailTo("ada@harbor.example"));
    const mailId = providerMessageId ?? "";
    for (const role of ["EDITOR", "VIEWER"] as const) {
      await expect(listMails(b.as(role))).rejects.toMatchObject({ code: "forbidden" });
      await expect(getMail(b.as(role), { mailId })).rejects.toMatchObject({ code: "forbidden" });
    }
    const [attachment] = (await getMail(b.as("ADMIN"), { mailId })).attachments;
    const attachmentId = attachment?.id ?? "";
    await expect(getAttachment(b.as("EDITOR"), { mailId, attachmentId })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(getMail(a.as("OWNER"), { mailId })).rejects.toThrow("This mail does not exist");
    await expect(getAttachment(a.as("OWNER"), { mailId, attachmentId })).rejects.toThrow(
      "This attachment does not exist",
    );
    expect((await listMails(a.as("OWNER"))).mails).toEqual([]);
  });
});
