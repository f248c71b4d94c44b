import { Skeleton, SkeletonGroup } from "@/components/ui/skeleton";
import type { VisualKind } from "@/lib/charts/spec";

/** The shape of what will come, in the room it will take. */
export function FigureSkeleton({ kind }: { kind: VisualKind }) {
  return (
    <SkeletonGroup label="Loading the figure" className="flex h-full min-h-0 flex-col overflow-hidden">
      {shapeOf(kind)}
    </SkeletonGroup>
  );
}

const BAR_HEIGHTS = ["55%", "70%", "45%", "80%", "62%", "90%", "74%", "58%"];

function shapeOf(kind: VisualKind) {
  switch (kind) {
    case "metric":
      return (
        <>
          <Skeleton className="mt-2 h-8 w-2/5" />
          <Skeleton className="mt-2 h-3 w-3/5" />
        </>
      );
    case "table":
      return Array.from({ length: 8 }, (_, row) => (
        <div key={row} className="flex shrink-0 items-center gap-6 border-b border-rule py-2.5">
          <Skeleton className="h-3 flex-[2]" />
          <Skeleton className="h-3 flex-1" />
          <Skeleton className="h-3 flex-1" />
        </div>
      ));
    case "pie":
      return (
        <div className="flex min-h-0 flex-1 items-center justify-center">
          <Skeleton className="aspect-square h-4/5 max-w-full rounded-full" />
        </div>
      );
    default:
      return (
        <div className="flex min-h-0 flex-1 items-end gap-[4%] border-b border-rule pt-6 pl-8">
          {BAR_HEIGHTS.map((height) => (
            <Skeleton key={height} className="flex-1 rounded-b-none" style={{ height }} />
          ))}
        </div>
      );
  }
}
