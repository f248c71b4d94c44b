/**
 * Worker processes are killed at random moments while reports are made and sent. Afterwards every recipient must
 * have been served as their delivery says: sent once, or unknown; never twice on purpose, never forgotten.
 *   npm run test:faults            a seed of the day
 *   npm run test:faults -- 42      the same moments again
 */
import { setTimeout as wait } from "node:timers/promises";
import { prisma, withTransaction } from "@/lib/db";
import { seededRandom } from "./random";
import {
  countBy,
  deliveriesOf,
  killUntilDone,
  requestReport,
  type Scenario,
  type Sent,
  stateOf,
} from "./scenario";
import { startSmtpServer } from "./smtp-server";
import { WorkerFleet } from "./worker-fleet";

const RECIPIENTS = 300;
const WORKERS = 2;
const KILLS = 20;

type Problems = string[];

export default async function run(args: string[] = []): Promise<number> {
  const seed = Number(args[0] ?? Date.now() % 1_000_000);
  console.log(`seed ${seed}`);
  const problems = [...(await outboxPart(seed)), ...(await smtpPart(seed + 1))];
  for (const problem of problems) console.log(`PROBLEM ${problem}`);
  console.log(
    problems.length === 0 ? "Nobody was forgotten, nobody received two." : `${problems.length} problems`,
  );
  await prisma().$disconnect();
  return problems.length;
}

/** The outbox knows its keys: whatever dies, everybody has exactly one mail, also after several reports. */
async function outboxPart(seed: number): Promise<Problems> {
  const random = seededRandom(seed);
  const fleet = new WorkerFleet(WORKERS, { RESEND_API_KEY: "", SMTP_URL: "" });
  const problems: Problems = [];
  try {
    // A quick machine ends a report before there were enough kills: then another is made.
    for (let round = 1; round === 1 || fleet.kills < KILLS; round += 1) {
      const scenario = await requestReport(RECIPIENTS);
      await killUntilDone(scenario, fleet, { random, kills: KILLS });
      problems.push(...(await checkOutbox(scenario, `outbox, report ${round}`)));
    }
    console.log(`outbox: ${fleet.kills} kills`);
  } finally {
    await fleet.stop();
  }
  return problems;
}

async function checkOutbox(scenario: Scenario, part: string): Promise<Problems> {
  const sent = await deliveriesOf(scenario);
  const mails = await withTransaction(scenario.workspace.system(), (tx) =>
    tx.outboxMail.findMany({
      where: { idempotencyKey: { startsWith: scenario.executionId } },
      select: { to: true, idempotencyKey: true },
    }),
  );
  report(part, sent, mails.length);
  const problems = await checkEnds(scenario, sent, part);
  const received = countMails(mails.map(({ to }) => to));
  for (const { recipient, state } of sent) {
    const count = received.get(recipient) ?? 0;
    if (state !== "SENT" || count !== 1)
      problems.push(`${part}: ${recipient} is ${state} and has ${count} mails`);
  }
  return problems;
}

/** SMTP knows no key: whoever may have received it is unknown and not sent to again. */
async function smtpPart(seed: number): Promise<Problems> {
  const random = seededRandom(seed);
  let fleet: WorkerFleet | undefined;
  const server = await startSmtpServer({
    onText: async ({ to }) => {
      // Often while the sender waits for the answer: the one moment in which nobody can know.
      if (to.endsWith("@harbor.example") && random() < 0.04) fleet?.kill(random());
      await wait(random() * 60);
      return "250 OK";
    },
  });
  fleet = new WorkerFleet(WORKERS, { RESEND_API_KEY: "", SMTP_URL: server.url });
  try {
    const scenario = await requestReport(RECIPIENTS);
    await killUntilDone(scenario, fleet, { random, kills: KILLS });
    const sent = await deliveriesOf(scenario);
    const received = countMails(
      server.mails.map(({ to }) => to).filter((to) => to.endsWith("@harbor.example")),
    );
    report(
      "smtp",
      sent,
      [...received.values()].reduce((sum, count) => sum + count, 0),
    );
    console.log(`smtp: ${fleet.kills} kills`);
    const problems = await checkEnds(scenario, sent, "smtp");
    for (const { recipient, state } of sent) {
      const count = received.get(recipient) ?? 0;
      const isTrue = state === "SENT" ? count === 1 : state === "UNKNOWN" && count <= 1;
      if (!isTrue) problems.push(`smtp: ${recipient} is ${state} and has ${count} mails`);
    }
    return problems;
  } finally {
    await fleet.stop();
    await server.close();
  }
}

/** Everybody has a delivery, none is open, and the run says what became of them. */
async function checkEnds(scenario: Scenario, sent: Sent[], part: string): Promise<Problems> {
  const problems: Problems = [];
  const recipients = new Set(sent.map(({ recipient }) => recipient));
  if (recipients.size !== RECIPIENTS || sent.length !== RECIPIENTS)
    problems.push(`${part}: ${sent.length} deliveries for ${recipients.size} of ${RECIPIENTS} recipients`);
  const state = await stateOf(scenario);
  const expected = sent.every((delivery) => delivery.state === "SENT") ? "COMPLETED" : "PARTIAL";
  if (state !== expected) problems.push(`${part}: the run is ${state}, its deliveries make it ${expected}`);
  return problems;
}

function countMails(addresses: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const address of addresses) counts.set(address, (counts.get(address) ?? 0) + 1);
  return counts;
}

function report(part: string, sent: Sent[], mails: number): void {
  const states = Object.entries(countBy(sent)).map(([state, count]) => `${count} ${state.toLowerCase()}`);
  console.log(`${part}: ${sent.length} recipients, ${mails} mails; deliveries: ${states.join(", ")}`);
}
