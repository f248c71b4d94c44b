import { requirePermission } from "@/lib/access";
import type { RequestContext } from "@/lib/context";
import { type Tx, withTransaction } from "@/lib/db";
import { type Belonging, belongingOf } from "@/lib/sharing";
import { visibleDashboards } from "../find-dashboard";
import { inOrder } from "./rank-starts";
import type { FirstDashboard } from "./schemas";

/**
 * What the person sees first: their own choice, else that of their job role, else that of their department or the
 * nearest above it. A dashboard that is gone, or that they do not see, counts as not chosen. null when nothing is.
 */
export async function firstDashboard(ctx: RequestContext): Promise<FirstDashboard | null> {
  requirePermission(ctx, "dashboard:read");
  const { actor } = ctx;
  if (actor.kind !== "user") return null;

  return withTransaction(ctx, async (tx) => {
    const belonging = await belongingOf(tx, ctx, actor.userId);
    const [first] = inOrder(await findStarts(tx, ctx, actor.userId, belonging), belonging);
    if (!first) return null;
    return { ...first.dashboard, because: reasonOf(first) };
  });
}

type Start = Awaited<ReturnType<typeof findStarts>>[number];

async function findStarts(
  tx: Tx,
  ctx: RequestContext,
  userId: string,
  { jobRole, departmentIds }: Belonging,
) {
  return tx.dashboardStart.findMany({
    where: {
      workspaceId: ctx.workspace.id,
      OR: [{ userId }, ...(jobRole ? [{ jobRole }] : []), { departmentId: { in: [...departmentIds] } }],
      dashboard: { AND: [{ deletedAt: null }, await visibleDashboards(tx, ctx)] },
    },
    select: {
      userId: true,
      jobRole: true,
      departmentId: true,
      department: { select: { name: true } },
      dashboard: { select: { id: true, name: true } },
    },
  });
}

function reasonOf({ jobRole, department }: Start): FirstDashboard["because"] {
  if (jobRole !== null) return { kind: "jobRole", jobRole };
  return department ? { kind: "department", name: department.name } : { kind: "own" };
}
