import { EmailAddress, type ListSummary } from "@/lib/distribution/schemas";
import type { ScheduleValues } from "./schedule-values";

export type RecipientEntry = ScheduleValues["recipients"][number];

/** What is wrong with an address as it is written; null when nothing is. */
export function addressProblem(email: string): string | null {
  return EmailAddress.safeParse(email).error?.issues[0]?.message ?? null;
}

/** Adds addresses that are not there yet, whatever their capitals. */
export function addAddresses(
  entries: readonly RecipientEntry[],
  emails: readonly string[],
): RecipientEntry[] {
  const known = new Set(entries.flatMap((entry) => (entry.type === "address" ? [sameBox(entry.email)] : [])));
  const added: RecipientEntry[] = [];
  for (const email of emails) {
    if (known.has(sameBox(email))) continue;
    known.add(sameBox(email));
    added.push({ type: "address", email, kind: "TO" });
  }
  return [...entries, ...added];
}

/** "3 addresses and 1 list, up to 15 people": somebody named twice receives it once. */
export function recipientsSummary(
  entries: readonly RecipientEntry[],
  lists: readonly ListSummary[],
): string | null {
  const addresses = entries.filter((entry) => entry.type === "address").length;
  const chosen = entries.flatMap((entry) => (entry.type === "list" ? [entry.listId] : []));
  if (entries.length === 0) return null;
  const people = lists
    .filter((list) => chosen.includes(list.id))
    .reduce((sum, list) => sum + list.memberCount, addresses);
  const parts = [
    ...(addresses > 0 ? [count(addresses, "address", "addresses")] : []),
    ...(chosen.length > 0 ? [count(chosen.length, "list", "lists")] : []),
  ].join(" and ");
  return chosen.length > 0 ? `${parts}, up to ${count(people, "person", "people")}` : parts;
}

const count = (value: number, one: string, many: string) =>
  `${value.toLocaleString("en-GB")} ${value === 1 ? one : many}`;
const sameBox = (email: string) => email.trim().toLowerCase();
