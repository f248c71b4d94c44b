"use client";

import { Building2, UserRound, X } from "lucide-react";
import { useTransition } from "react";
import { runAction } from "@/components/forms/run-action";
import { Button } from "@/components/ui/button";
import { NativeSelect } from "@/components/ui/native-select";
import { type AudienceDto, ShareAccess, type ShareDto } from "@/lib/dashboards/sharing/schemas";
import { ACCESS_WORDS } from "./audience-words";
import type { OwnershipActions } from "./ownership-actions";

type ShareListProps = {
  dashboardId: string;
  shares: readonly ShareDto[];
  /** null for people who only look at them. */
  actions: Pick<OwnershipActions, "share" | "unshare"> | null;
  onChanged: (audience: AudienceDto) => void;
};

export function ShareList({ dashboardId, shares, actions, onChanged }: ShareListProps) {
  if (shares.length === 0) return <p className="text-13 text-ink-2">Nobody yet.</p>;
  return (
    <ul className="flex flex-col gap-2" aria-label="Shared by name">
      {shares.map((share) => (
        <li key={JSON.stringify(share.target)} className="flex items-center gap-2 text-13">
          {share.target.kind === "person" ? (
            <UserRound aria-hidden className="size-4 text-ink-3" />
          ) : (
            <Building2 aria-hidden className="size-4 text-ink-3" />
          )}
          <span className="min-w-0 flex-1 truncate text-ink">{share.name}</span>
          {actions ? (
            <ShareControls dashboardId={dashboardId} share={share} actions={actions} onChanged={onChanged} />
          ) : (
            <span className="text-ink-2">{ACCESS_WORDS[share.access]}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

type ShareControlsProps = {
  dashboardId: string;
  share: ShareDto;
  actions: Pick<OwnershipActions, "share" | "unshare">;
  onChanged: (audience: AudienceDto) => void;
};

function ShareControls({ dashboardId, share, actions, onChanged }: ShareControlsProps) {
  const [pending, startTransition] = useTransition();
  const { target, access, name } = share;
  const settle = (call: Promise<AudienceDto | null>) =>
    startTransition(async () => {
      const audience = await call;
      if (audience) onChanged(audience);
    });
  return (
    <>
      <span className="w-32">
        <NativeSelect
          aria-label={`What ${name} can do`}
          value={access}
          disabled={pending}
          onChange={({ target: chosen }) =>
            settle(runAction(actions.share({ dashboardId, target, access: ShareAccess.parse(chosen.value) })))
          }
        >
          {ShareAccess.options.map((option) => (
            <option key={option} value={option}>
              {ACCESS_WORDS[option]}
            </option>
          ))}
        </NativeSelect>
      </span>
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label={`Take back from ${name}`}
        loading={pending}
        onClick={() => settle(runAction(actions.unshare({ dashboardId, target })))}
      >
        <X aria-hidden />
      </Button>
    </>
  );
}
