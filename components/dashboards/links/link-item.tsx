"use client";

import type { Place } from "@/components/figures/place";
import { runAction } from "@/components/forms/run-action";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { RelativeTime } from "@/components/ui/relative-time";
import type { PublicLinkDto, PublicLinkState } from "@/lib/dashboards/links/schemas";
import { formatDateTime } from "@/lib/format/dates";
import { formatNumber } from "@/lib/format/value";
import type { LinkActions } from "./link-types";

const STATES = {
  ACTIVE: { words: "Open", tone: "good" },
  EXPIRED: { words: "Expired", tone: "neutral" },
  REVOKED: { words: "Withdrawn", tone: "neutral" },
} as const satisfies Record<PublicLinkState, { words: string; tone: BadgeTone }>;

type LinkItemProps = {
  link: PublicLinkDto;
  place: Place;
  revoke: LinkActions["revoke"];
  onChanged: () => void;
};

/** One link: what it is, whether it is used, and the way to close it. */
export function LinkItem({ link, place, revoke, onChanged }: LinkItemProps) {
  const { words, tone } = STATES[link.state];
  return (
    <li className="flex items-start justify-between gap-3 py-3">
      <div className="flex min-w-0 flex-col gap-1 text-13 text-ink-2">
        <p className="flex flex-wrap items-center gap-2 text-sm text-ink">
          <span className="font-medium break-words">{link.name}</span>
          <Badge tone={tone}>{words}</Badge>
        </p>
        <p>{kindWords(link)}</p>
        <p>{endWords(link, place)}</p>
        <p>
          {link.views === 0 ? "Never opened" : `Opened ${timesWords(link.views, place)}, last `}
          {link.lastViewedAt ? (
            <RelativeTime at={link.lastViewedAt} zone={place.zone} locale={place.locale} />
          ) : null}
          {link.createdBy ? `, made by ${link.createdBy}` : null}
        </p>
      </div>
      {link.state === "ACTIVE" ? (
        <ConfirmDialog
          trigger={
            <Button size="sm" aria-label={`Withdraw ${link.name}`}>
              Withdraw
            </Button>
          }
          verb="Withdraw"
          name={link.name}
          consequence="Whoever has its address sees nothing from now on. It cannot be opened again; make a new link instead."
          onConfirm={async () => {
            const done = await runAction(revoke({ linkId: link.id }));
            if (done) onChanged();
            return done !== null;
          }}
        />
      ) : null}
    </li>
  );
}

function kindWords({ kind, hasPassword, allowedSites }: PublicLinkDto): string {
  if (kind === "EMBED") return `Frame on ${allowedSites.map((site) => new URL(site).host).join(", ")}`;
  return hasPassword ? "Page with a password" : "Page for whoever has the address";
}

function endWords({ state, expiresAt, revokedAt }: PublicLinkDto, place: Place): string {
  if (state === "REVOKED") return revokedAt ? `Withdrawn ${formatDateTime(revokedAt, place)}` : "Withdrawn";
  if (!expiresAt) return "Open until it is withdrawn";
  return `${state === "EXPIRED" ? "Expired" : "Open until"} ${formatDateTime(expiresAt, place)}`;
}

const timesWords = (count: number, place: Place): string =>
  count === 1 ? "once" : `${formatNumber(count, place)} times`;
