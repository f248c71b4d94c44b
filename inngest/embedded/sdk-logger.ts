import type { Logger } from "inngest";
import { log } from "@/lib/log";

/** The SDK's logger on the product's: its warnings and errors pass, its chatter does not. */
export const sdkLogger: Logger = {
  debug: () => {},
  info: () => {},
  warn: (...details) => log.warn("The Inngest SDK warns.", { details: describe(details) }),
  error: (...details) => {
    if (!details.some(isAboutFunction)) {
      log.error("The Inngest SDK reports an error.", { details: describe(details) });
    }
  },
};

/** The SDK logs every error of a function; the engine logs it too, with the run and what comes of it. */
function isAboutFunction(detail: unknown): boolean {
  return detail === "Inngest step error" || detail === "Inngest function error";
}

function describe(details: unknown[]): string {
  return details.map(describeOne).join(" ");
}

/** Messages only: what else the SDK attaches may hold event data, which does not belong into logs. */
function describeOne(detail: unknown): string {
  if (typeof detail === "string") return detail;
  if (detail instanceof Error) return detail.message;
  if (typeof detail === "object" && detail !== null && "err" in detail) return describeOne(detail.err);
  return "";
}
