import { unstable_rethrow } from "next/navigation";
import type { ActionResult } from "@/lib/http/action-result";

/** Awaits a server action; a broken connection becomes a failure like any other. */
export async function attempt<T>(call: Promise<ActionResult<T>>): Promise<ActionResult<T>> {
  try {
    return await call;
  } catch (error) {
    // A redirect of the server travels as an exception and belongs to the router.
    unstable_rethrow(error);
    const message =
      "Broadsheet could not be reached. Your changes are still here: check the connection and try again.";
    return { ok: false, error: { code: "internal", message, details: {} } };
  }
}
