import Link from "next/link";
import { cn } from "@/lib/utils/cn";

const TABS = {
  library: { label: "Library", path: "" },
  runs: { label: "Runs", path: "/runs" },
  cache: { label: "Cache", path: "/cache" },
  exports: { label: "Exports", path: "/exports" },
} as const;

export type QueriesTab = keyof typeof TABS;

type QueriesTabsProps = {
  slug: string;
  current: QueriesTab;
  /** `cache:read` */
  maySeeCache: boolean;
  /** `query:export` */
  mayExport: boolean;
};

/** The pages about queries, under the head of each of them. */
export function QueriesTabs({ slug, current, maySeeCache, mayExport }: QueriesTabsProps) {
  const shown: QueriesTab[] = [
    "library",
    "runs",
    ...(maySeeCache ? (["cache"] as const) : []),
    ...(mayExport ? (["exports"] as const) : []),
  ];
  return (
    <nav aria-label="Queries" className="flex gap-5 overflow-x-auto border-b">
      {shown.map((tab) => (
        <Link
          key={tab}
          href={`/${slug}/queries${TABS[tab].path}`}
          aria-current={tab === current ? "page" : undefined}
          className={cn(
            "border-b-2 border-transparent px-0.5 pt-1 pb-2 text-13 font-medium whitespace-nowrap text-ink-2 transition-colors",
            "hover:text-ink focus-visible:-outline-offset-2 aria-[current=page]:border-accent aria-[current=page]:text-ink",
          )}
        >
          {TABS[tab].label}
        </Link>
      ))}
    </nav>
  );
}
