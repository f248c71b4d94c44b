import { NonRetriableError } from "inngest";
import { AppError, type ErrorCode } from "@/lib/errors";
import { log } from "@/lib/log";

/** Errors that another attempt cannot change: somebody has to do something first. */
const PERMANENT: ReadonlySet<ErrorCode> = new Set([
  "unauthenticated",
  "forbidden",
  "not_found",
  "invalid_input",
  "conflict",
  "link_invalid",
]);

/**
 * Calls a verb inside a step. What it throws becomes what the engine understands: permanent errors are not tried
 * again. Texts of unknown errors stay in the log, because the failure of a run is shown to people.
 */
export async function runVerb<T>(name: string, verb: () => Promise<T>): Promise<T> {
  try {
    return await verb();
  } catch (error) {
    if (error instanceof AppError) {
      if (PERMANENT.has(error.code) || error.details.retriable === false)
        throw new NonRetriableError(error.message, { cause: error });
      throw error;
    }
    log.error("A job met an unexpected error.", { job: name }, error);
    throw new Error("Something went wrong on our side. The log of the worker says more.");
  }
}
