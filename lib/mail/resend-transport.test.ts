import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { mailFailureKind } from "./mail-failure";
import { createResendTransport } from "./resend-transport";

type Seen = { path: string; headers: IncomingHttpHeaders; body: Record<string, unknown> };

let close: (() => void) | undefined;
afterEach(() => close?.());

/** The provider's side of the wire, answering with what the test says. */
async function provider(status: number, answer: unknown): Promise<{ baseUrl: string; seen: Seen[] }> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => (body += chunk));
    request.on("end", () => {
      seen.push({ path: request.url ?? "", headers: request.headers, body: JSON.parse(body) });
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}

const message = {
  from: "Broadsheet <reports@harbor.example>",
  to: "ada@harbor.example",
  subject: "Operations",
  html: "<p>Hello</p>",
  text: "Hello",
  headers: { "Auto-Submitted": "auto-generated" },
  attachments: [
    { fileName: "a.pdf", contentType: "application/pdf", content: Buffer.from("%PDF") },
    { fileName: "chart.png", contentType: "image/png", content: Buffer.from("png"), contentId: "chart-1" },
  ],
};
const options = { idempotencyKey: "execution:ada:EMAIL", workspaceId: "w" };

const failureOf = async (status: number, name: string) => {
  const { baseUrl } = await provider(status, { name, statusCode: status, message: "said the provider" });
  const error = await createResendTransport({ apiKey: "re_test", baseUrl })
    .send(message, options)
    .catch((reason: unknown) => reason);
  return { kind: mailFailureKind(error), text: error instanceof Error ? error.message : "" };
};

describe("the Resend transport", () => {
  it("sends the mail with its key and its parts", async () => {
    const { baseUrl, seen } = await provider(200, { id: "mail-1" });
    const result = await createResendTransport({ apiKey: "re_test", baseUrl }).send(message, options);
    expect(result).toEqual({ providerMessageId: "mail-1" });
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({
      path: "/emails",
      headers: { authorization: "Bearer re_test", "idempotency-key": "execution:ada:EMAIL" },
      body: {
        to: "ada@harbor.example",
        subject: "Operations",
        headers: { "Auto-Submitted": "auto-generated" },
        attachments: [
          {
            filename: "a.pdf",
            content: Buffer.from("%PDF").toString("base64"),
            content_type: "application/pdf",
          },
          { filename: "chart.png", content_id: "chart-1" },
        ],
      },
    });
  });

  it.each([
    [500, "internal_server_error", "retriable"],
    [429, "rate_limit_exceeded", "retriable"],
    [403, "validation_error", "retriable"],
    [409, "concurrent_idempotent_requests", "retriable"],
    [422, "validation_error", "permanent"],
    [400, "invalid_attachment", "permanent"],
    [409, "invalid_idempotent_request", "uncertain"],
  ] as const)("%i %s is %s", async (status, name, kind) => {
    const failure = await failureOf(status, name);
    expect(failure.kind).toBe(kind);
    expect(failure.text).toBe(`Resend refused the mail (${status}): said the provider`);
  });

  it("is retriable when the provider is down", async () => {
    const { baseUrl } = await provider(200, {});
    close?.();
    const error = await createResendTransport({ apiKey: "re_test", baseUrl })
      .send(message, options)
      .catch((reason: unknown) => reason);
    expect(mailFailureKind(error)).toBe("retriable");
    expect(error).toMatchObject({
      message: "Resend could not be reached. Check the network and RESEND_BASE_URL.",
    });
  });
});
