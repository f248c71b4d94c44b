import { setTimeout as wait } from "node:timers/promises";
import { withTransaction } from "@/lib/db";
import { createList } from "@/lib/distribution";
import { runScheduleNow } from "@/lib/schedules";
import { createMorningReport } from "@/lib/schedules/testing/morning-report";
import { createWorkspace, type TestWorkspace } from "../support/factories";
import type { WorkerFleet } from "./worker-fleet";

const PATIENCE_MS = 10 * 60_000;
const POLL_MS = 250;

export type Sent = { recipient: string; state: string; idempotencyKey: string };

export type Scenario = { workspace: TestWorkspace; executionId: string };

/** A report on its way to so many recipients; the workers do the rest. */
export async function requestReport(recipients: number): Promise<Scenario> {
  const workspace = await createWorkspace();
  workspace.clock.set(new Date().toISOString());
  const list = await createList(workspace.as("ADMIN"), {
    name: "Everybody",
    members: Array.from({ length: recipients }, (_, n) => ({ email: `person${n}@harbor.example` })),
  });
  const schedule = await createMorningReport(workspace.as("EDITOR"), {
    formats: ["HTML", "CSV"],
    recipients: [{ type: "list", listId: list.id, kind: "TO" }],
  });
  const { executionId } = await runScheduleNow(workspace.as("EDITOR"), { scheduleId: schedule.id });
  return { workspace, executionId };
}

export const deliveriesOf = ({ workspace, executionId }: Scenario): Promise<Sent[]> =>
  withTransaction(workspace.system(), (tx) =>
    tx.deliveryLog.findMany({
      where: { executionId },
      select: { recipient: true, state: true, idempotencyKey: true },
    }),
  );

export async function stateOf({ workspace, executionId }: Scenario): Promise<string> {
  const run = await withTransaction(workspace.system(), (tx) =>
    tx.reportExecution.findUniqueOrThrow({ where: { id: executionId }, select: { state: true } }),
  );
  return run.state;
}

const isOpen = (state: string) => state === "PENDING" || state === "RUNNING";

/** Kills workers at random moments until the run has ended, at least so many times; then lets the rest happen. */
export async function killUntilDone(
  scenario: Scenario,
  fleet: WorkerFleet,
  { random, kills }: { random: () => number; kills: number },
): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (isOpen(await stateOf(scenario))) {
    if (Date.now() > deadline) throw new Error(`The run did not end within ${PATIENCE_MS / 60_000} minutes.`);
    if (fleet.kills >= kills) {
      await wait(POLL_MS);
      continue;
    }
    await wait(300 + random() * 1_700);
    fleet.kill(random());
  }
}

export function countBy(sent: Sent[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { state } of sent) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}
