"use client";

import type { RefObject } from "react";
import { errorBodyOf } from "@/components/figures/fetch-json";
import { giveFocusBack } from "@/components/figures/menu-trigger";
import type { Place } from "@/components/figures/place";
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
import type { OwnershipActions } from "../people/ownership-actions";
import { useVersions } from "./use-versions";
import { VersionItem } from "./version-item";

type VersionsSheetProps = {
  workspace: string;
  place: Place;
  dashboard: Pick<DashboardDto, "id" | "version">;
  restore: OwnershipActions["restoreVersion"];
  onRestored: (dashboard: DashboardDto) => void;
  onClose: () => void;
  opener: RefObject<HTMLElement | null>;
};

/** What was published, by whom and why; compared and published again. */
export function VersionsSheet(props: VersionsSheetProps) {
  const { workspace, place, dashboard, restore, onRestored, onClose, opener } = props;
  const { data: versions, error } = useVersions(workspace, dashboard.id, dashboard.version);
  return (
    <Sheet open onOpenChange={(open) => !open && onClose()}>
      <SheetContent onCloseAutoFocus={(event) => giveFocusBack(event, opener.current)}>
        <SheetHeader>
          <SheetTitle>Versions</SheetTitle>
          <SheetDescription>
            Each publish makes one. Nothing is lost: going back makes a new version. Who sees the dashboard is
            not part of it.
          </SheetDescription>
        </SheetHeader>
        <SheetBody>
          {error ? (
            <Callout tone="bad" title="Not loaded.">
              {errorBodyOf(error).message}
            </Callout>
          ) : versions ? (
            <ul className="-mt-3 divide-y divide-rule" aria-label="Versions">
              {versions.map((version, index) => (
                <VersionItem
                  key={version.number}
                  place={place}
                  version={version}
                  others={versions.filter(({ number }) => number !== version.number)}
                  isNewest={index === 0}
                  onRestore={() =>
                    restore({
                      dashboardId: dashboard.id,
                      number: version.number,
                      expectedVersion: dashboard.version,
                    })
                  }
                  onRestored={onRestored}
                />
              ))}
            </ul>
          ) : (
            <div aria-busy="true" className="flex flex-col gap-4">
              <span className="sr-only">Loading</span>
              <Skeleton className="h-20" />
              <Skeleton className="h-20" />
            </div>
          )}
        </SheetBody>
      </SheetContent>
    </Sheet>
  );
}
