import { Skeleton, SkeletonGroup, TableSkeleton } from "@/components/ui/skeleton";
import { PageBody } from "./page-body";

type PageSkeletonProps = {
  /** The shape of what comes. */
  body?: "table" | "cards";
};

/** A page on its way: the same heights as `PageHeader` and its body, so that nothing jumps. For `loading.tsx`. */
export function PageSkeleton({ body = "table" }: PageSkeletonProps) {
  return (
    <SkeletonGroup label="Loading the page" className="flex flex-1 flex-col">
      <div className="flex h-12 items-center border-b px-4 md:px-7">
        <Skeleton className="h-4 w-40" />
      </div>
      <div className="px-4 pt-6 md:px-7">
        <Skeleton className="h-8.5 w-64 max-w-full" />
        <Skeleton className="mt-1 h-5 w-96 max-w-full" />
      </div>
      <PageBody>
        {body === "table" ? (
          <div className="rounded-lg border bg-card p-4">
            <TableSkeleton />
          </div>
        ) : (
          <div className="grid gap-4 sm:grid-cols-2 rail:grid-cols-4">
            {Array.from({ length: 8 }, (_, index) => (
              <Skeleton key={index} className="h-28 rounded-lg" />
            ))}
          </div>
        )}
      </PageBody>
    </SkeletonGroup>
  );
}
