import type { Prisma } from "@/lib/db";
import { type PublicLinkDto, PublicLinkKind, type PublicLinkState } from "./schemas";

export const LINK_FIELDS = {
  id: true,
  dashboardId: true,
  name: true,
  kind: true,
  passwordHash: true,
  allowedSites: true,
  expiresAt: true,
  revokedAt: true,
  views: true,
  lastViewedAt: true,
  createdById: true,
  createdAt: true,
} as const satisfies Prisma.PublicLinkSelect;

export type PublicLinkRow = Prisma.PublicLinkGetPayload<{ select: typeof LINK_FIELDS }>;

export function linkState(
  { revokedAt, expiresAt }: Pick<PublicLinkRow, "revokedAt" | "expiresAt">,
  now: Date,
): PublicLinkState {
  if (revokedAt) return "REVOKED";
  return expiresAt && expiresAt <= now ? "EXPIRED" : "ACTIVE";
}

export function serializeLink(
  row: PublicLinkRow,
  names: ReadonlyMap<string, string>,
  now: Date,
): PublicLinkDto {
  return {
    id: row.id,
    name: row.name,
    kind: PublicLinkKind.parse(row.kind),
    state: linkState(row, now),
    hasPassword: row.passwordHash !== null,
    allowedSites: row.allowedSites,
    views: row.views,
    createdBy: (row.createdById && names.get(row.createdById)) || null,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
    lastViewedAt: row.lastViewedAt?.toISOString() ?? null,
  };
}
