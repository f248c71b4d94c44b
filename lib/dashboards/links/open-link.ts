import { systemContext } from "@/lib/auth/system-context";
import type { RequestContext } from "@/lib/context";
import { withoutWorkspace, withWorkspace } from "@/lib/db";
import { AppError, assertNever, NotFoundError } from "@/lib/errors";
import type { ParameterValues } from "@/lib/queries/schemas";
import { readClaims, splitEmbed } from "./embed-address";
import { tokenHash } from "./link-token";
import { PublicLinkKind } from "./schemas";
import { LINK_FIELDS, linkState } from "./serialize";
import { openSigningKey } from "./signing-key";

/** How the address was reached; the part after /share/ or /embed/. */
export type LinkAddress = { kind: PublicLinkKind; text: string };
export type Visit = { now: () => Date; requestId: string; signal?: AbortSignal };

export type OpenLink = {
  /** Of nobody in particular: what may be seen is this dashboard. */
  ctx: RequestContext;
  linkId: string;
  dashboardId: string;
  passwordHash: string | null;
  allowedSites: string[];
  /** Filters that the address holds at a value. */
  locked: ParameterValues;
};

/**
 * Finds what an address opens. Throws AppError `link_invalid`, in the same words for one that never was, was changed,
 * has expired or was withdrawn.
 */
export async function openLink(address: LinkAddress, visit: Visit): Promise<OpenLink> {
  const parts = splitAddress(address);
  const hash = parts && tokenHash(parts.token);
  const row = hash ? await findRow(hash) : null;
  const now = visit.now();
  if (!parts || !row || row.kind !== address.kind || linkState(row, now) !== "ACTIVE") throw linkGone();
  const claims =
    parts.embed && row.signingKey ? readClaims(parts.embed, openSigningKey(row.signingKey), now) : null;
  if (row.kind === "EMBED" && !claims) throw linkGone();
  const { id: linkId, dashboardId, name, passwordHash, allowedSites } = row;
  const system = await systemContext(row.workspaceId, "public link", visit);
  const actor = { kind: "link" as const, name: `Public link “${name}”`, linkId, dashboardId };
  const ctx = { ...system, actor, signal: visit.signal };
  return { ctx, linkId, dashboardId, passwordHash, allowedSites, locked: claims?.values ?? {} };
}

function splitAddress({ kind, text }: LinkAddress) {
  switch (kind) {
    case "PAGE":
      return { token: text, embed: null };
    case "EMBED": {
      const embed = splitEmbed(text);
      return embed && { token: embed.token, embed };
    }
    default:
      return assertNever(kind);
  }
}

async function findRow(hash: string) {
  const [found] = await withoutWorkspace(
    (tx) => tx.$queryRaw<{ workspace_id: string; id: string }[]>`
      SELECT workspace_id, id FROM find_public_link(${hash})`,
  );
  if (!found) return null;
  const { workspace_id: workspaceId, id } = found;
  const row = await withWorkspace(workspaceId, (tx) =>
    tx.publicLink.findFirst({
      where: { id, workspaceId, dashboard: { deletedAt: null } },
      select: { ...LINK_FIELDS, signingKey: true },
    }),
  );
  return row && { ...row, kind: PublicLinkKind.parse(row.kind), workspaceId };
}

export const linkGone = (): AppError =>
  new AppError(
    "link_invalid",
    "It may have expired or been withdrawn, or the address is not complete. Ask whoever sent it to you for a new one.",
  );

/** What is missing behind a link reads like a link that is missing. */
export async function orLinkGone<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof NotFoundError) throw linkGone();
    throw error;
  }
}
