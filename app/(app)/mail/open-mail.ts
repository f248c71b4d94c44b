import type { RequestContext } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { getMail } from "@/lib/mail";
import { type MailDto, MailIdInput } from "@/lib/mail/schemas";

/** The mail named in the address; null when none is, or when it is gone: the screen then says so in its place. */
export async function openMail(
  ctx: RequestContext,
  mailId: string | string[] | undefined,
): Promise<MailDto | null> {
  const input = MailIdInput.safeParse({ mailId });
  if (!input.success) return null;
  try {
    return await getMail(ctx, input.data);
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  }
}
