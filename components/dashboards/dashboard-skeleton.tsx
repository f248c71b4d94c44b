import { FigureSkeleton } from "@/components/figures/figure-skeleton";
import { PageBody } from "@/components/layout/page-body";
import { Skeleton, SkeletonGroup } from "@/components/ui/skeleton";
import type { VisualKind } from "@/lib/charts/spec";
import { GAP, ROW_HEIGHT } from "./grid-size";

const SHAPES: { kind: VisualKind; rows: number; classes: string }[] = [
  { kind: "metric", rows: 2, classes: "@2xl:col-span-3" },
  { kind: "metric", rows: 2, classes: "@2xl:col-span-3" },
  { kind: "metric", rows: 2, classes: "@2xl:col-span-3" },
  { kind: "metric", rows: 2, classes: "@2xl:col-span-3" },
  { kind: "bar", rows: 5, classes: "@2xl:col-span-8" },
  { kind: "table", rows: 5, classes: "@2xl:col-span-4" },
];

/** A dashboard on its way: the header at its height, and cards in the usual arrangement. */
export function DashboardSkeleton() {
  return (
    <SkeletonGroup label="Loading the dashboard" className="flex flex-1 flex-col">
      <div className="flex h-12 items-center border-b px-4 md:px-7">
        <Skeleton className="h-4 w-40" />
      </div>
      <div className="px-4 pt-6 md:px-7">
        <Skeleton className="h-8.5 w-64 max-w-full" />
        <Skeleton className="mt-1 h-5 w-96 max-w-full" />
      </div>
      <PageBody>
        <Skeleton className="h-8 w-44 rounded-full" />
        <div className="@container">
          <div aria-hidden className="grid grid-cols-1 @2xl:grid-cols-12" style={{ gap: GAP }}>
            {SHAPES.map(({ kind, rows, classes }, index) => (
              <div
                key={index}
                className={`rounded-lg border border-rule bg-card px-4 py-3 ${classes}`}
                style={{ height: rows * ROW_HEIGHT + (rows - 1) * GAP }}
              >
                <FigureSkeleton kind={kind} />
              </div>
            ))}
          </div>
        </div>
      </PageBody>
    </SkeletonGroup>
  );
}
