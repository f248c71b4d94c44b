import { createHash } from "node:crypto";
import { withoutWorkspace } from "@/lib/db";

const WINDOW_MINUTES = 15;

/** What a password is tried for (an e-mail, a link), and the network address that tries. */
export type Attempt = { subject: string; address: string };

/** Failures within 15 minutes. */
export type AttemptLimits = { perSubject: number; perAddress: number; perBoth: number };

/** Who tries one e-mail from many addresses is kept out of it. */
export const SIGN_IN_LIMITS: AttemptLimits = { perSubject: 10, perAddress: 100, perBoth: 10 };

/** Many people have the same link, and some mistype: one of them must not shut out the others. */
export const LINK_LIMITS: AttemptLimits = { perSubject: 100, perAddress: 100, perBoth: 10 };

const digest = (value: string) => createHash("sha256").update(value).digest("hex");

/**
 * Counts an attempt as failed before its password is looked at, so that of many at once no more than the limit get
 * that far. Null, and nothing is counted, when there were too many failures within the last 15 minutes. Subject and
 * address are kept as hashes, for a day.
 */
export async function beginAttempt(
  { subject, address }: Attempt,
  limits: AttemptLimits,
  now: Date,
): Promise<string | null> {
  const hashes = { emailHash: digest(subject), addressHash: digest(address) };
  const { id } = await withoutWorkspace(async (tx) => {
    await tx.signInAttempt.deleteMany({
      where: { createdAt: { lt: new Date(now.getTime() - 24 * 3_600_000) } },
    });
    return tx.signInAttempt.create({
      data: { ...hashes, succeeded: false, createdAt: now },
      select: { id: true },
    });
  });
  // In a transaction of its own: it sees every attempt that was counted before it, also those of this instant.
  return withoutWorkspace(async (tx) => {
    const { emailHash, addressHash } = hashes;
    const since = new Date(now.getTime() - WINDOW_MINUTES * 60_000);
    const failed = { succeeded: false, createdAt: { gte: since } };
    const bySubject = await tx.signInAttempt.count({ where: { ...failed, emailHash } });
    const byAddress = await tx.signInAttempt.count({ where: { ...failed, addressHash } });
    const byBoth = await tx.signInAttempt.count({ where: { ...failed, emailHash, addressHash } });
    if (bySubject <= limits.perSubject && byAddress <= limits.perAddress && byBoth <= limits.perBoth)
      return id;
    await tx.signInAttempt.delete({ where: { id } });
    return null;
  });
}

/** The attempt was none to count: the password was right. */
export async function endAttempt(id: string): Promise<void> {
  await withoutWorkspace((tx) => tx.signInAttempt.update({ where: { id }, data: { succeeded: true } }));
}
