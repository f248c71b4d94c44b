/** What people write reaches a mail as text: no header, recipient, part or end of its own. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { EmailAddress } from "@/lib/distribution/schemas";
import { oneLine, senderAddress } from "@/lib/mail";
import { createSmtpTransport } from "@/lib/mail/smtp-transport";
import { type SmtpServer, startSmtpServer } from "../faults/smtp-server";

const HOSTILE = 'Hi"\r\nBcc: evil@evil.example\r\n\r\n<script>\r\n.\r\nMAIL FROM:<evil@evil.example>\r\n';

let server: SmtpServer;
beforeAll(async () => {
  server = await startSmtpServer();
});
afterAll(() => server.close());

/** The names of the headers of the mail and of its parts. */
const headersOf = (text: string) =>
  [...text.matchAll(/^([A-Za-z-]+):/gm)].map(([, name = ""]) => name.toLowerCase());

it.each([
  ["as the product prepares it", (text: string) => oneLine(text)],
  ["even if it did not", (text: string) => text],
])("a subject, a sender and a file name add nothing to the mail, %s", async (_how, prepare) => {
  server.mails.length = 0;
  await createSmtpTransport({ url: server.url }).send(
    {
      from: senderAddress("Broadsheet <reports@harbor.example>", prepare(HOSTILE)),
      to: "ada@harbor.example",
      subject: prepare(HOSTILE),
      html: `<p>${HOSTILE}</p>`,
      text: HOSTILE,
      headers: { "Auto-Submitted": "auto-generated" },
      attachments: [
        { fileName: `${HOSTILE}.pdf`, contentType: "application/pdf", content: Buffer.from(HOSTILE) },
      ],
    },
    { idempotencyKey: "key", workspaceId: "w" },
  );
  expect(server.mails).toHaveLength(1);
  const [mail] = server.mails;
  expect(mail).toMatchObject({ from: "reports@harbor.example", to: "ada@harbor.example" });
  const [head = ""] = (mail?.text ?? "").split("\r\n\r\n");
  expect(headersOf(head).sort()).toEqual(
    ["auto-submitted", "content-type", "date", "from", "message-id", "mime-version", "subject", "to"].sort(),
  );
  expect(mail?.text.match(/^Content-Disposition:/gim)).toHaveLength(1);
});

it.each([
  "ada@harbor.example\r\nBcc: evil@evil.example",
  "ada@harbor.example\nRCPT TO:<evil@evil.example>",
  "ada@harbor.example, evil@evil.example",
  "ada@harbor.example;evil@evil.example",
  "<ada@harbor.example>",
  "Ada <ada@harbor.example>",
  '"a b"@harbor.example',
  "ada@harbor.example>",
  "ada@[127.0.0.1]",
  "ada@harbor.example\0",
  "ada@harbor.example ORCPT=x",
  "ada%evil.example@harbor.example@evil.example",
  "@harbor.example",
  "ada@",
])("%j is no recipient", (address) => {
  expect(EmailAddress.safeParse(address).success).toBe(false);
});
