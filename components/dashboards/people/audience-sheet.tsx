"use client";

import { Globe } from "lucide-react";
import type { RefObject } from "react";
import { errorBodyOf } from "@/components/figures/fetch-json";
import { giveFocusBack } from "@/components/figures/menu-trigger";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import {
  Sheet,
  SheetBody,
  SheetContent,
  SheetDescription,
  SheetHeader,
  SheetTitle,
} from "@/components/ui/sheet";
import { Skeleton } from "@/components/ui/skeleton";
import type { DashboardDto } from "@/lib/dashboards/schemas";
import { AudiencePeople } from "./audience-people";
import { linkWords } from "./audience-words";
import type { OwnershipActions } from "./ownership-actions";
import { ShareForm } from "./share-form";
import { ShareList } from "./share-list";
import { SharingForm } from "./sharing-form";
import { UnsharedNote } from "./unshared-note";
import { useAudience } from "./use-audience";

export type AudienceSheetProps = {
  workspace: string;
  dashboard: Pick<DashboardDto, "id" | "name" | "access" | "type">;
  actions: OwnershipActions;
  /** Opens the links for people without an account; null for those who may not change them. */
  onLinks: (() => void) | null;
  onClose: () => void;
  opener: RefObject<HTMLElement | null>;
};

/** Who can see this, and why: everybody in one place, with the means to change it for those who may. */
export function AudienceSheet({ onClose, opener, ...props }: AudienceSheetProps) {
  return (
    <Sheet open onOpenChange={(open) => !open && onClose()}>
      <SheetContent onCloseAutoFocus={(event) => giveFocusBack(event, opener.current)}>
        <SheetHeader>
          <SheetTitle>Who can see this</SheetTitle>
          <SheetDescription>
            {props.dashboard.access.manage
              ? "Changes count at once. Whoever sees it sees its figures, also of queries that are not shared with them."
              : "Its owner and admins change this."}
          </SheetDescription>
        </SheetHeader>
        <SheetBody>
          <Audience {...props} />
        </SheetBody>
      </SheetContent>
    </Sheet>
  );
}

function Audience({
  workspace,
  dashboard,
  actions,
  onLinks,
}: Omit<AudienceSheetProps, "onClose" | "opener">) {
  const { data: audience, error, settle } = useAudience(workspace, dashboard.id);
  if (error)
    return (
      <Callout tone="bad" title="Not loaded.">
        {errorBodyOf(error).message}
      </Callout>
    );
  if (!audience)
    return (
      <div aria-busy="true" className="flex flex-col gap-3">
        <span className="sr-only">Loading</span>
        <Skeleton className="h-9" />
        <Skeleton className="h-9" />
        <Skeleton className="h-40" />
      </div>
    );
  const { manage } = dashboard.access;
  return (
    <div className="flex flex-col gap-7">
      {manage ? (
        <SharingForm
          key={JSON.stringify([audience.visibility, audience.departmentId, audience.jobRoles])}
          dashboard={dashboard}
          audience={audience}
          change={actions.changeSharing}
          onChanged={settle}
        />
      ) : null}
      {manage || audience.shares.length > 0 ? (
        <section aria-labelledby="shared-by-name" className="flex flex-col gap-3">
          <h3 id="shared-by-name" className="text-sm font-medium text-ink">
            Shared by name
          </h3>
          <ShareList
            dashboardId={dashboard.id}
            shares={audience.shares}
            actions={manage ? actions : null}
            onChanged={settle}
          />
          {manage ? (
            <ShareForm
              dashboardId={dashboard.id}
              audience={audience}
              share={actions.share}
              onChanged={settle}
            />
          ) : null}
        </section>
      ) : null}
      <section aria-labelledby="audience-links" className="flex flex-col items-start gap-2">
        <h3 id="audience-links" className="text-sm font-medium text-ink">
          Public links
        </h3>
        <p className="text-13 text-ink-2">
          {audience.activeLinkCount === 0
            ? "None is open: nobody outside the workspace sees it."
            : `${linkWords(audience.activeLinkCount)} open${audience.activeLinkCount === 1 ? "s" : ""} it for whoever has the address.`}
        </p>
        {onLinks ? (
          <Button size="sm" onClick={onLinks}>
            <Globe aria-hidden />
            Public links
          </Button>
        ) : null}
      </section>
      <UnsharedNote queries={audience.unsharedQueries} />
      <AudiencePeople people={audience.people} />
    </div>
  );
}
