import type { z } from "zod";
import { requirePermission } from "@/lib/access";
import { emitAudit } from "@/lib/audit";
import type { RequestContext } from "@/lib/context";
import { hashPassword, seal } from "@/lib/crypto";
import { type DashboardRow, findDashboard } from "@/lib/dashboards/find-dashboard";
import { DashboardFilters } from "@/lib/dashboards/schemas";
import { type Tx, withTransaction } from "@/lib/db";
import { env } from "@/lib/env";
import { AppError, assertNever, InvalidInputError } from "@/lib/errors";
import { requireManage } from "@/lib/dashboards/sharing/access";
import { signEmbed } from "./embed-address";
import { toLinkDtos } from "./find-link";
import { newSecret, tokenHash } from "./link-token";
import { idleLocks } from "./lock-filters";
import { CreatePublicLinkInput, type NewPublicLink } from "./schemas";
import { LINK_FIELDS } from "./serialize";
import { SIGNING_KEY_PURPOSE } from "./signing-key";

const LINKS_PER_DASHBOARD = 50;
const DAY_MS = 86_400_000;

type Input = z.output<typeof CreatePublicLinkInput>;
type Secrets = { token: string; key: string };

/**
 * Opens a dashboard to whoever gets the address. The address is told once; what is stored opens nothing. Throws
 * NotFoundError, ForbiddenError, InvalidInputError for a value of a filter that the dashboard does not have, AppError limit_reached.
 */
export async function createPublicLink(
  ctx: RequestContext,
  input: CreatePublicLinkInput,
): Promise<NewPublicLink> {
  requirePermission(ctx, "dashboard:update");
  const parsed = CreatePublicLinkInput.parse(input);
  const secrets = { token: newSecret(), key: newSecret() };
  // Before the transaction: it takes its time on purpose.
  const kept = await keptOf(parsed, secrets);

  return withTransaction(ctx, async (tx) => {
    const dashboard = await findDashboard(tx, ctx, parsed.dashboardId);
    await requireManage(tx, ctx, dashboard);
    requireFilters(dashboard, parsed);
    await requireRoom(tx, ctx, dashboard.id);
    const row = await tx.publicLink.create({
      data: {
        workspaceId: ctx.workspace.id,
        dashboardId: dashboard.id,
        name: parsed.name,
        kind: parsed.kind,
        ...kept,
        expiresAt: expiryOf(parsed, ctx.now()),
        createdById: ctx.actor.kind === "user" ? ctx.actor.userId : null,
        createdAt: ctx.now(),
      },
      select: LINK_FIELDS,
    });
    const [link] = await toLinkDtos(tx, ctx, [row]);
    if (!link) throw new Error("One link made no DTO.");
    await emitAudit(tx, ctx, {
      action: "public_link.create",
      entityId: row.id,
      after: { ...link, dashboardId: dashboard.id },
    });
    return { link, ...toldOnce(parsed, secrets) };
  });
}

async function keptOf(input: Input, { token, key }: Secrets) {
  const base = { tokenHash: tokenHash(token) ?? "" };
  switch (input.kind) {
    case "PAGE":
      return { ...base, passwordHash: input.password ? await hashPassword(input.password) : null };
    case "EMBED":
      return { ...base, allowedSites: input.allowedSites, signingKey: seal(key, SIGNING_KEY_PURPOSE) };
    default:
      return assertNever(input);
  }
}

function toldOnce(input: Input, { token, key }: Secrets): Omit<NewPublicLink, "link"> {
  const { appUrl } = env();
  if (input.kind === "PAGE") return { address: `${appUrl}/share/${token}`, signing: null };
  const address = `${appUrl}/embed/${signEmbed(token, key, { values: input.lockedValues })}`;
  return { address, signing: { token, key } };
}

const expiryOf = ({ expiresInDays }: Input, now: Date): Date | null =>
  expiresInDays === null ? null : new Date(now.getTime() + expiresInDays * DAY_MS);

function requireFilters(dashboard: DashboardRow, input: Input): void {
  if (input.kind !== "EMBED") return;
  const [name] = idleLocks(DashboardFilters.parse(dashboard.filters), input.lockedValues);
  if (name === undefined) return;
  const message = `“${name}” holds nothing back: the dashboard has no filter of that name, or the value is empty. Choose a value, or leave it out.`;
  throw new InvalidInputError(message, { fields: { lockedValues: message } });
}

async function requireRoom(tx: Tx, ctx: RequestContext, dashboardId: string): Promise<void> {
  const open = await tx.publicLink.count({
    where: {
      workspaceId: ctx.workspace.id,
      dashboardId,
      revokedAt: null,
      OR: [{ expiresAt: null }, { expiresAt: { gt: ctx.now() } }],
    },
  });
  if (open < LINKS_PER_DASHBOARD) return;
  throw new AppError(
    "limit_reached",
    `This dashboard has ${open} open links, and at most ${LINKS_PER_DASHBOARD} are open at once. Withdraw one that nobody needs.`,
    { max: LINKS_PER_DASHBOARD, current: open },
  );
}
