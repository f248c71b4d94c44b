import { ZodError } from "zod";
import { AppError, type ErrorBody } from "@/lib/errors";
import { log } from "@/lib/log";

/** Errors of the framework (redirect, not-found, dynamic rendering) carry a digest and must pass through. */
export function isFrameworkError(error: unknown): boolean {
  const digest = (error as { digest?: unknown } | null)?.digest;
  return typeof digest === "string" && /^(NEXT_|DYNAMIC_|BAILOUT_)/.test(digest);
}

/** The one place where an error becomes what the browser sees. Unknown errors are logged and become one fixed sentence. */
export function toErrorBody(error: unknown, requestId: string): ErrorBody {
  if (error instanceof AppError)
    return { code: error.code, message: error.message, details: error.details, requestId };
  if (error instanceof ZodError) {
    const fields: Record<string, string> = {};
    for (const issue of error.issues) fields[issue.path.join(".")] ??= issue.message;
    const message = error.issues
      .map((issue) => issue.message)
      .slice(0, 3)
      .join(" ");
    return { code: "invalid_input", message, details: { fields }, requestId };
  }
  log.error("unexpected error", { requestId }, error);
  return {
    code: "internal",
    message: "Something went wrong on our side. Try again; if it stays, tell an admin the request id.",
    details: {},
    requestId,
  };
}
