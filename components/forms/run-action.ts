import { unstable_rethrow } from "next/navigation";
import { toast } from "@/components/ui/toaster";
import type { ActionResult } from "@/lib/http/action-result";

const UNREACHABLE = "Broadsheet could not be reached. Check the connection and try again.";

/**
 * Calls a server action outside of a form, e.g. from a button or a menu. Answers what it answered, or null after
 * telling in a message why it was refused.
 */
export async function runAction<Data extends object>(
  call: () => Promise<ActionResult<Data>>,
): Promise<Data | null> {
  try {
    const result = await call();
    if (result.ok) return result.data;
    const { message, requestId, code } = result.error;
    toast.error("Not done", {
      description: code === "internal" && requestId ? `${message} Reference ${requestId}.` : message,
    });
  } catch (error) {
    // A redirect of the server travels as an exception and belongs to the router.
    unstable_rethrow(error);
    toast.error("Not done", { description: UNREACHABLE });
  }
  return null;
}
