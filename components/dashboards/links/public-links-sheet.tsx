"use client";

import { useQuery } from "@tanstack/react-query";
import { type RefObject, useState } from "react";
import { FigureError } from "@/components/figures/figure-error";
import { errorBodyOf, fetchJson } from "@/components/figures/fetch-json";
import { giveFocusBack } from "@/components/figures/menu-trigger";
import type { Place } from "@/components/figures/place";
import { SegmentedControl } from "@/components/ui/segmented-control";
import {
  Sheet,
  SheetBody,
  SheetContent,
  SheetDescription,
  SheetHeader,
  SheetTitle,
} from "@/components/ui/sheet";
import { Skeleton } from "@/components/ui/skeleton";
import type { NewPublicLink, PublicLinkDto, PublicLinkKind } from "@/lib/dashboards/links/schemas";
import type { DashboardDto } from "@/lib/dashboards/schemas";
import { EmbedLinkForm } from "./embed-link-form";
import { LinkItem } from "./link-item";
import type { LinkActions } from "./link-types";
import { PageLinkForm } from "./page-link-form";
import { ToldOnce } from "./told-once";

type PublicLinksSheetProps = {
  /** Slug. */
  workspace: string;
  dashboard: Pick<DashboardDto, "id" | "name" | "filters">;
  place: Place;
  actions: LinkActions;
  onClose: () => void;
  opener: RefObject<HTMLElement | null>;
};

/** Who outside the workspace can look at this dashboard, and how to let somebody in or out. */
export function PublicLinksSheet({ onClose, opener, ...props }: PublicLinksSheetProps) {
  return (
    <Sheet open onOpenChange={(open) => !open && onClose()}>
      <SheetContent className="max-w-lg" onCloseAutoFocus={(event) => giveFocusBack(event, opener.current)}>
        <SheetHeader>
          <SheetTitle>Public links</SheetTitle>
          <SheetDescription>
            For people without an account. They see this dashboard as it is at that moment, and nothing else.
          </SheetDescription>
        </SheetHeader>
        <SheetBody>
          <LinksPanel {...props} />
        </SheetBody>
      </SheetContent>
    </Sheet>
  );
}

type LinksPanelProps = Omit<PublicLinksSheetProps, "onClose" | "opener">;

function LinksPanel({ workspace, dashboard, place, actions }: LinksPanelProps) {
  const [kind, setKind] = useState<PublicLinkKind>("PAGE");
  const [made, setMade] = useState<NewPublicLink | null>(null);
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: ["dashboards", "links", dashboard.id],
    queryFn: ({ signal }) =>
      fetchJson<PublicLinkDto[]>(
        `/api/v1/dashboards/${dashboard.id}/links?workspace=${encodeURIComponent(workspace)}`,
        { signal },
      ),
    // Strangers open them at any moment: opened anew, the list tells how often.
    staleTime: 0,
  });
  const onMade = (link: NewPublicLink) => {
    setMade(link);
    void refetch();
  };
  if (made)
    return (
      <ToldOnce
        made={made}
        dashboard={{ name: dashboard.name, firstFilter: dashboard.filters.fields[0]?.name }}
        onDone={() => setMade(null)}
      />
    );
  return (
    <div className="flex flex-col gap-6">
      <section aria-label="New link" className="flex flex-col gap-4">
        <SegmentedControl
          label="What the link opens"
          value={kind}
          onValueChange={setKind}
          options={[
            { value: "PAGE", label: "A page" },
            { value: "EMBED", label: "A frame in another site" },
          ]}
        />
        {kind === "PAGE" ? (
          <PageLinkForm dashboardId={dashboard.id} create={actions.create} onMade={onMade} />
        ) : (
          <EmbedLinkForm
            dashboardId={dashboard.id}
            filters={dashboard.filters.fields}
            create={actions.create}
            onMade={onMade}
          />
        )}
      </section>
      <section aria-label="Links of this dashboard">
        <h3 className="text-13 font-semibold text-ink">Links of this dashboard</h3>
        {error ? (
          <FigureError error={errorBodyOf(error)} onRetry={() => void refetch()} retrying={isFetching} />
        ) : (
          <LinkList links={data} place={place} revoke={actions.revoke} onChanged={() => void refetch()} />
        )}
      </section>
    </div>
  );
}

type LinkListProps = {
  links: PublicLinkDto[] | undefined;
  place: Place;
  revoke: LinkActions["revoke"];
  onChanged: () => void;
};

function LinkList({ links, ...item }: LinkListProps) {
  if (!links) return <Skeleton className="mt-3 h-16" />;
  if (links.length === 0)
    return <p className="mt-2 text-13 text-ink-2">None yet: nobody outside the workspace can see it.</p>;
  return (
    <ul className="divide-y divide-rule">
      {links.map((link) => (
        <LinkItem key={link.id} link={link} {...item} />
      ))}
    </ul>
  );
}
