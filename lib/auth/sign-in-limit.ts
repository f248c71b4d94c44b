import { createHash } from "node:crypto";
import { withoutWorkspace } from "@/lib/db";

const WINDOW_MINUTES = 15;
const MAX_FAILURES_PER_EMAIL = 10;
const MAX_FAILURES_PER_ADDRESS = 100;

const digest = (value: string) => createHash("sha256").update(value).digest("hex");

/**
 * Counts an attempt as failed before its password is looked at, so that of many at once no more than the limit get
 * that far. Null, and nothing is counted, when this e-mail or this network address failed too often within the last
 * 15 minutes. E-mail and address are kept as hashes, for a day.
 */
export async function beginSignInAttempt(email: string, address: string, now: Date): Promise<string | null> {
  const { id } = await withoutWorkspace(async (tx) => {
    await tx.signInAttempt.deleteMany({
      where: { createdAt: { lt: new Date(now.getTime() - 24 * 3_600_000) } },
    });
    return tx.signInAttempt.create({
      data: { emailHash: digest(email), addressHash: digest(address), succeeded: false, createdAt: now },
      select: { id: true },
    });
  });
  // In a transaction of its own: it sees every attempt that was counted before it, also those of this instant.
  return withoutWorkspace(async (tx) => {
    const since = new Date(now.getTime() - WINDOW_MINUTES * 60_000);
    const failed = { succeeded: false, createdAt: { gte: since } };
    const byEmail = await tx.signInAttempt.count({ where: { ...failed, emailHash: digest(email) } });
    const byAddress = await tx.signInAttempt.count({ where: { ...failed, addressHash: digest(address) } });
    if (byEmail <= MAX_FAILURES_PER_EMAIL && byAddress <= MAX_FAILURES_PER_ADDRESS) return id;
    await tx.signInAttempt.delete({ where: { id } });
    return null;
  });
}

/** The attempt was none to count: the password was right. */
export async function endSignInAttempt(id: string): Promise<void> {
  await withoutWorkspace((tx) => tx.signInAttempt.update({ where: { id }, data: { succeeded: true } }));
}
