import { AppError } from "@/lib/errors";

/**
 * - `retriable`: nothing left, another attempt may work (the provider is down, a limit is reached).
 * - `permanent`: nothing left, and nothing will (the address or the mail is refused).
 * - `uncertain`: the mail may have left; repeating it could send it twice.
 */
export type MailFailureKind = "retriable" | "permanent" | "uncertain";

export function mailFailure(kind: MailFailureKind, message: string, cause?: unknown): AppError {
  const details = { retriable: kind === "retriable", uncertain: kind === "uncertain" };
  return new AppError("mail_failed", message, details, { cause });
}

/** What a failed send means for the mail, or null for an error that is not a mail's. */
export function mailFailureKind(error: unknown): MailFailureKind | null {
  if (!(error instanceof AppError) || error.code !== "mail_failed") return null;
  if (error.details.uncertain === true) return "uncertain";
  return error.details.retriable === true ? "retriable" : "permanent";
}
