import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { withTransaction } from "@/lib/db";
import { findDashboard } from "../find-dashboard";
import { SetFavouriteDashboardInput } from "./schemas";
import { writeReader } from "./write-reader";

/** Marks a dashboard for the person who asks, or takes the mark away. Not audited: it concerns nobody else. */
export async function setFavouriteDashboard(
  ctx: RequestContext,
  input: z.input<typeof SetFavouriteDashboardInput>,
): Promise<{ isFavourite: boolean }> {
  requirePermission(ctx, "dashboard:read");
  const { dashboardId, isFavourite } = SetFavouriteDashboardInput.parse(input);

  return withTransaction(ctx, async (tx) => {
    const { id } = await findDashboard(tx, ctx, dashboardId);
    await writeReader(tx, ctx, id, { isFavourite });
    return { isFavourite };
  });
}
