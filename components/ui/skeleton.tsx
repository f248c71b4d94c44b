import type { ComponentProps } from "react";
import { cn } from "@/lib/utils/cn";

/** A block in the shape of what will come. Give it the final size, so that nothing jumps. */
export function Skeleton({ className, ...props }: ComponentProps<"div">) {
  return <div aria-hidden className={cn("animate-pulse rounded-md bg-rule/70", className)} {...props} />;
}

type SkeletonGroupProps = ComponentProps<"div"> & { label?: string };

/** Wraps the skeletons of one region and says once, to screen readers, that it is loading. */
export function SkeletonGroup({ label = "Loading", children, ...props }: SkeletonGroupProps) {
  return (
    <div role="status" aria-busy="true" {...props}>
      <span className="sr-only">{label}</span>
      {children}
    </div>
  );
}

/** The lines of a table that is on its way. */
export function TableSkeleton({ rows = 6, columns = 4 }: { rows?: number; columns?: number }) {
  return (
    <SkeletonGroup label="Loading the table">
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="flex items-center gap-4 border-b border-rule px-2 py-3">
          {Array.from({ length: columns }, (_, column) => (
            <Skeleton key={column} className={cn("h-4", column === 0 ? "flex-[2]" : "flex-1")} />
          ))}
        </div>
      ))}
    </SkeletonGroup>
  );
}
