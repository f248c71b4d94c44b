/** Inputs and DTOs of distribution lists and recipients. Client-safe. */
import { z } from "zod";

/** Lower-cased: two spellings of one mailbox are one recipient. */
export const EmailAddress = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, "An e-mail address has at most 254 characters.")
  .pipe(z.email("This is not an e-mail address. Example: name@example.com."));

const name = z.string().trim().min(1, "Give it a name.").max(120, "A name has at most 120 characters.");

export const ListMemberInput = z.object({
  email: EmailAddress,
  name: z.string().trim().max(120).default(""),
});
export const CreateListInput = z.object({
  name,
  description: z.string().trim().max(2000).default(""),
  members: z.array(ListMemberInput).max(10_000, "A list has at most 10,000 members."),
});
export const UpdateListInput = CreateListInput.extend({ listId: z.uuid() });
export const ListIdInput = z.object({ listId: z.uuid() });

/** Who receives: plain addresses and lists, each as To, Cc or Bcc. */
export const Recipients = z
  .array(
    z.discriminatedUnion("type", [
      z.object({
        type: z.literal("address"),
        email: EmailAddress,
        kind: z.enum(["TO", "CC", "BCC"]).default("TO"),
      }),
      z.object({
        type: z.literal("list"),
        listId: z.uuid("Choose a list."),
        kind: z.enum(["TO", "CC", "BCC"]).default("TO"),
      }),
    ]),
  )
  .min(1, "Add at least one recipient: an address or a list.")
  .max(200, "A schedule has at most 200 recipients and lists; put more people into a list.");
export type Recipients = z.infer<typeof Recipients>;

/** One mail per resolved recipient, also for Cc and Bcc: each has their own delivery and its own state. */
export type ResolvedRecipient = {
  email: string;
  name: string;
  kind: "TO" | "CC" | "BCC";
  /** Printed in the mail's foot: why this person receives it. */
  reason: string;
  /** Set when nothing may be sent to this address: the state its delivery gets, and why. */
  blocked: { state: "SUPPRESSED" | "FAILED"; why: string } | null;
};

export type ListSummary = {
  id: string;
  name: string;
  description: string;
  kind: "STATIC";
  memberCount: number;
  scheduleCount: number;
  updatedAt: string;
};
export type ListDto = Omit<ListSummary, "memberCount" | "scheduleCount"> & {
  members: { email: string; name: string; state: "ACTIVE" | "INACTIVE" }[];
};
export type ListDetail = ListDto & {
  /** The schedules that send to it, by name. */
  usedBy: { id: string; name: string }[];
};
