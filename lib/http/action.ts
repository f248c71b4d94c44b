import { revalidatePath } from "next/cache";
import type { z } from "zod";
import { requestContext } from "@/lib/auth/request-context";
import type { RequestContext } from "@/lib/context";
import type { ActionResult } from "./action-result";
import { isFrameworkError, toErrorBody } from "./error-body";
import { newRequestId } from "./request-id";

/**
 * Makes a server action of a verb: opens the session, builds the context of the workspace, calls the verb
 * (which checks permission, then parses), maps errors to a typed result and revalidates the workspace's pages.
 */
export function action<Schema extends z.ZodType, T>(
  _schema: Schema,
  verb: (ctx: RequestContext, input: z.input<Schema>) => Promise<T>,
): (workspace: string, input: z.input<Schema>) => Promise<ActionResult<T>> {
  return async (workspace, input) => {
    const requestId = newRequestId();
    try {
      const ctx = await requestContext(workspace, { requestId });
      const data = await verb(ctx, input);
      revalidatePath(`/${ctx.workspace.slug}`, "layout");
      return { ok: true, data };
    } catch (error) {
      if (isFrameworkError(error)) throw error;
      return { ok: false, error: toErrorBody(error, requestId) };
    }
  };
}
