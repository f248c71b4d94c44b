import { createHash } from "node:crypto";
import { withoutWorkspace } from "@/lib/db";

const WINDOW_MINUTES = 15;
const MAX_FAILURES_PER_EMAIL = 10;
const MAX_FAILURES_PER_ADDRESS = 100;

const digest = (value: string) => createHash("sha256").update(value).digest("hex");

/** True when this e-mail or this network address failed too often within the last 15 minutes. */
export function isSignInLimited(email: string, address: string, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - WINDOW_MINUTES * 60_000);
  return withoutWorkspace(async (tx) => {
    const failed = { succeeded: false, createdAt: { gte: since } };
    const byEmail = await tx.signInAttempt.count({ where: { ...failed, emailHash: digest(email) } });
    if (byEmail >= MAX_FAILURES_PER_EMAIL) return true;
    const byAddress = await tx.signInAttempt.count({ where: { ...failed, addressHash: digest(address) } });
    return byAddress >= MAX_FAILURES_PER_ADDRESS;
  });
}

/** Remembers an attempt, by hashes only; attempts older than a day are forgotten. */
export async function recordSignInAttempt(
  email: string,
  address: string,
  succeeded: boolean,
  now: Date,
): Promise<void> {
  await withoutWorkspace(async (tx) => {
    await tx.signInAttempt.create({
      data: { emailHash: digest(email), addressHash: digest(address), succeeded, createdAt: now },
    });
    await tx.signInAttempt.deleteMany({
      where: { createdAt: { lt: new Date(now.getTime() - 24 * 3_600_000) } },
    });
  });
}
