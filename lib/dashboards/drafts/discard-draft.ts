import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import { findDashboard } from "../find-dashboard";
import { dropDraft } from "./drop-draft";
import { DraftIdInput } from "./schemas";

/** Gives the draft of the person who asks up; also where there is none. Throws NotFoundError. */
export async function discardDashboardDraft(
  ctx: RequestContext,
  input: z.input<typeof DraftIdInput>,
): Promise<{ discarded: true }> {
  requirePermission(ctx, "dashboard:update");
  const { dashboardId } = DraftIdInput.parse(input);

  return withTransaction(ctx, async (tx) => {
    const { id } = await findDashboard(tx, ctx, dashboardId);
    await dropDraft(tx, ctx, id);
    return { discarded: true };
  });
}
