import { afterEach, describe, expect, it } from "vitest";
import { type SmtpServer, startSmtpServer } from "@/tests/faults/smtp-server";
import { mailFailureKind } from "./mail-failure";
import { createSmtpTransport } from "./smtp-transport";
import type { MailMessage } from "./types";

const message: MailMessage = {
  from: '"Harbor, Health" <reports@harbor.example>',
  to: "ada@harbor.example",
  subject: "Operations, 1–31 October 2026",
  html: '<p>Hello</p><img src="cid:chart-1">',
  text: "Hello",
  headers: { "Auto-Submitted": "auto-generated" },
  attachments: [
    { fileName: "Operations.pdf", contentType: "application/pdf", content: Buffer.from("%PDF-1.7 test") },
    { fileName: "chart.png", contentType: "image/png", content: Buffer.from("png"), contentId: "chart-1" },
  ],
};
const options = { idempotencyKey: "execution:ada@harbor.example:EMAIL", workspaceId: "w" };

let server: SmtpServer | undefined;
afterEach(() => server?.close());

async function sendThrough(behaviour: Parameters<typeof startSmtpServer>[0] = {}) {
  server = await startSmtpServer(behaviour);
  return createSmtpTransport({ url: server.url }).send(message, options);
}

describe("the SMTP transport", () => {
  it("sends one mail with its parts, under an id made from the key", async () => {
    const { providerMessageId } = await sendThrough();
    expect(server?.mails).toHaveLength(1);
    const [mail] = server?.mails ?? [];
    expect(mail).toMatchObject({ from: "reports@harbor.example", to: "ada@harbor.example" });
    expect(mail?.text).toContain(`Message-ID: ${providerMessageId}`);
    expect(mail?.text).toContain("Auto-Submitted: auto-generated");
    expect(mail?.text).toContain("Content-ID: <chart-1>");
    expect(mail?.text).toContain(Buffer.from("%PDF-1.7 test").toString("base64"));
    expect(providerMessageId).toMatch(/^<[0-9a-f]{32}@harbor\.example>$/);
  });

  it("uses the same id for the same key", async () => {
    const first = await sendThrough();
    const again = await createSmtpTransport({ url: server?.url ?? "" }).send(message, options);
    expect(again).toEqual(first);
  });

  it("says that it does not recognise a repeat", () =>
    expect(createSmtpTransport({ url: "smtp://127.0.0.1" }).idempotent).toBe(false));
});

describe("a failure", () => {
  const failure = async (behaviour: Parameters<typeof startSmtpServer>[0]) => {
    const error = await sendThrough(behaviour).then(
      () => null,
      (reason: unknown) => reason,
    );
    return { kind: mailFailureKind(error), message: error instanceof Error ? error.message : "" };
  };

  it("is permanent when the address is refused", async () => {
    const { kind, message: text } = await failure({ onRecipient: () => "550 5.1.1 No such person" });
    expect(kind).toBe("permanent");
    expect(text).toMatch(/refused the mail: 550 5\.1\.1 No such person/);
  });

  it("is retriable when the server is busy", async () => {
    expect(await failure({ onRecipient: () => "451 4.3.0 Try later" })).toMatchObject({ kind: "retriable" });
    expect(await failure({ onText: () => "452 Full" })).toMatchObject({ kind: "retriable" });
  });

  it("is permanent when the text is refused", async () =>
    expect(await failure({ onText: () => "554 5.7.1 Looks like spam" })).toMatchObject({
      kind: "permanent",
    }));

  it("is uncertain when the connection breaks after the text, whether the server kept it or not", async () => {
    for (const keepMail of [true, false]) {
      const { kind, message: text } = await failure({ onText: () => ({ breakConnection: true, keepMail }) });
      expect(kind).toBe("uncertain");
      expect(text).toMatch(/^The connection broke before the mail server confirmed the mail/);
    }
  });

  it("is retriable when nobody answers", async () => {
    server = await startSmtpServer();
    const { url } = server;
    await server.close();
    const error = await createSmtpTransport({ url })
      .send(message, options)
      .catch((reason: unknown) => reason);
    expect(mailFailureKind(error)).toBe("retriable");
  });
});
