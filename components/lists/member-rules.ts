import { EmailAddress } from "@/lib/distribution/schemas";
import type { WrittenMember } from "./read-members";

type Member = { email: string; name?: string };

/** What is wrong with which row: an address that is none, or one that stands above already. */
export function memberProblems(members: readonly Member[]): Map<number, string> {
  const problems = new Map<number, string>();
  const seen = new Map<string, number>();
  for (const [index, { email }] of members.entries()) {
    const parsed = EmailAddress.safeParse(email);
    if (!parsed.success) {
      problems.set(index, parsed.error.issues[0]?.message ?? "This is not an e-mail address.");
      continue;
    }
    const first = seen.get(parsed.data);
    if (first === undefined) seen.set(parsed.data, index);
    else problems.set(index, `This address stands in row ${first + 1} already. Remove one of them.`);
  }
  return problems;
}

/** Those of `written` whose address is not on the list yet, each once. */
export function newMembers(members: readonly Member[], written: readonly WrittenMember[]): WrittenMember[] {
  const known = new Set(members.map(({ email }) => email.trim().toLowerCase()));
  return written.filter(({ email }) => {
    const box = email.toLowerCase();
    if (known.has(box)) return false;
    known.add(box);
    return true;
  });
}

/** "12 added, 2 were on the list already." */
export function addedWords(added: number, written: number): string {
  const known = written - added;
  if (written === 0) return "There was no name and no address in it.";
  if (known === 0) return `${added} added.`;
  const already = known === 1 ? "one was on the list already" : `${known} were on the list already`;
  return added === 0 ? `None added: ${already}.` : `${added} added, ${already}.`;
}

/** Rows to show: those that hold the words, or with `onlyWrong` those that need a change. */
export function matchingRows(
  members: readonly Member[],
  words: string,
  problems: ReadonlyMap<number, string>,
  onlyWrong: boolean,
): number[] {
  const wanted = words.trim().toLowerCase();
  return members.flatMap((member, index) => {
    if (onlyWrong && !problems.has(index)) return [];
    return `${member.name ?? ""} ${member.email}`.toLowerCase().includes(wanted) ? [index] : [];
  });
}
