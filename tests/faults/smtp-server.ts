import { createServer, type Socket } from "node:net";
import type { AddressInfo } from "node:net";

export type ReceivedMail = { from: string; to: string; text: string };

/** What the server does once it has the whole text: answers with this line, or breaks the connection. */
export type TextAnswer = string | { breakConnection: true; keepMail: boolean };

type Behaviour = {
  /** The answer to RCPT TO; "250 OK" unless said otherwise. */
  onRecipient?: (address: string) => string;
  onText?: (mail: ReceivedMail) => TextAnswer | Promise<TextAnswer>;
};

export type SmtpServer = { url: string; mails: ReceivedMail[]; close(): Promise<void> };

/** A mail server that speaks just enough SMTP (RFC 5321) and keeps what it accepts, for tests of what may go wrong. */
export async function startSmtpServer(behaviour: Behaviour = {}): Promise<SmtpServer> {
  const mails: ReceivedMail[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    socket.on("error", () => undefined); // A killed client resets its connections.
    converse(socket, mails, behaviour);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

function converse(socket: Socket, mails: ReceivedMail[], behaviour: Behaviour): void {
  const say = (line: string) => socket.write(`${line}\r\n`);
  let mail: ReceivedMail = { from: "", to: "", text: "" };
  let readsText = false;
  let received = "";

  const endOfText = async () => {
    const complete = mail;
    mail = { from: "", to: "", text: "" };
    const answer = (await behaviour.onText?.(complete)) ?? "250 OK";
    if (typeof answer !== "string") {
      if (answer.keepMail) mails.push(complete);
      socket.destroy();
      return;
    }
    if (answer.startsWith("2")) mails.push(complete);
    say(answer);
  };

  const command = (line: string) => {
    const verb = line.slice(0, 4).toUpperCase();
    const address = /<([^>]*)>/.exec(line)?.[1] ?? "";
    if (verb === "MAIL") mail.from = address;
    if (verb === "RCPT") mail.to = address;
    if (verb === "DATA") {
      readsText = true;
      return say("354 Go on");
    }
    if (verb === "QUIT") return socket.end("221 Bye\r\n");
    return say(verb === "RCPT" ? (behaviour.onRecipient?.(address) ?? "250 OK") : "250 OK");
  };

  socket.setEncoding("latin1");
  socket.on("data", (chunk: string) => {
    received += chunk;
    for (;;) {
      const end = readsText ? "\r\n.\r\n" : "\r\n";
      const at = received.indexOf(end);
      if (at < 0) return;
      const part = received.slice(0, at);
      received = received.slice(at + end.length);
      if (!readsText) {
        command(part);
        continue;
      }
      readsText = false;
      mail.text = part;
      void endOfText();
    }
  });
  say("220 Ready");
}
