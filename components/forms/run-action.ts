import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/http/action-result";
import { attempt } from "./attempt";

/**
 * Awaits a server action outside of a form, e.g. of a button or a menu. Answers what it answered, or null after
 * telling in a message why it was refused.
 */
export async function runAction<Data extends object>(
  call: Promise<ActionResult<Data>>,
): Promise<Data | null> {
  const result = await attempt(call);
  if (result.ok) return result.data;
  const { message, requestId, code } = result.error;
  toast.error("Not done", {
    description: code === "internal" && requestId ? `${message} Reference ${requestId}.` : message,
  });
  return null;
}
