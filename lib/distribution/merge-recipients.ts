import type { ResolvedRecipient } from "./schemas";

type Candidate = Pick<ResolvedRecipient, "email" | "name" | "kind" | "reason">;

const RANK = { TO: 0, CC: 1, BCC: 2 } as const;

/**
 * One entry per address, in the order of first appearance: To wins over Cc over Bcc, and the entry that wins
 * gives the reason. A name is kept from whichever entry has one. Pure.
 */
export function mergeRecipients(candidates: readonly Candidate[]): Candidate[] {
  const merged = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const known = merged.get(candidate.email);
    if (!known) {
      merged.set(candidate.email, candidate);
      continue;
    }
    const winner = RANK[candidate.kind] < RANK[known.kind] ? candidate : known;
    merged.set(candidate.email, { ...winner, name: winner.name || known.name || candidate.name });
  }
  return [...merged.values()];
}
