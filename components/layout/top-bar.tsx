import type { ReactNode } from "react";
import { Breadcrumbs, type Crumb } from "@/components/ui/breadcrumb";
import { SearchButton } from "./search-button";

type TopBarProps = {
  breadcrumbs: readonly Crumb[];
  /** Beside the breadcrumbs, e.g. a badge "Draft, saved 14:02". */
  status?: ReactNode;
  /** Instead of the search, for pages that work in a full-height editor. */
  actions?: ReactNode;
};

/** The line on top that stays in sight. `PageHeader` brings it along; editors use it alone. */
export function TopBar({ breadcrumbs, status, actions }: TopBarProps) {
  return (
    <div
      data-print="hide"
      className="sticky top-0 z-30 flex min-h-12 items-center justify-between gap-3 border-b bg-paper px-4 py-1.5 md:px-7"
    >
      <div className="flex min-w-0 items-center gap-3">
        <Breadcrumbs items={breadcrumbs} />
        {status}
      </div>
      <div className="flex shrink-0 items-center gap-2">{actions ?? <SearchButton />}</div>
    </div>
  );
}
