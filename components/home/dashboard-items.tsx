import Link from "next/link";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Place } from "@/components/figures/place";
import type { DashboardSummary } from "@/lib/dashboards/schemas";

type DashboardItemsProps = {
  slug: string;
  place: Place;
  now: string;
  dashboards: readonly DashboardSummary[];
};

/** The dashboards one was at last. */
export function DashboardItems({ slug, place, now, dashboards }: DashboardItemsProps) {
  return (
    <ul aria-label="Dashboards" className="grid gap-3 pt-2 sm:grid-cols-2">
      {dashboards.map((dashboard) => (
        <li key={dashboard.id}>
          <Link
            href={`/${slug}/dashboards/${dashboard.id}`}
            className="flex h-full flex-col rounded-lg border p-4 transition-colors hover:border-rule-strong hover:bg-sunken/60"
          >
            <span className="font-serif text-xl text-balance text-ink">{dashboard.name}</span>
            {dashboard.description ? (
              <span className="mt-1 line-clamp-2 text-ink-2">{dashboard.description}</span>
            ) : null}
            <span className="mt-auto pt-3 text-xs text-ink-3">
              {dashboard.widgetCount === 1 ? "1 figure" : `${dashboard.widgetCount} figures`}
              {dashboard.lastUsedAt ? (
                <>
                  {" · opened "}
                  <RelativeTime at={dashboard.lastUsedAt} {...place} now={now} plain />
                </>
              ) : null}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
