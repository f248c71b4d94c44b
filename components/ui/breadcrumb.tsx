import Link from "next/link";
import { cn } from "@/lib/utils/cn";

export type Crumb = {
  label: string;
  /** Left out for the page one is on. */
  href?: string;
};

/** Where one is. The last one is the page itself; on a phone the middle gives way first. */
export function Breadcrumbs({ items, className }: { items: readonly Crumb[]; className?: string }) {
  return (
    <nav aria-label="Breadcrumbs" className={cn("min-w-0", className)}>
      <ol className="flex min-w-0 items-center gap-1.5 text-13 text-ink-2">
        {items.map((item, index) => {
          const last = index === items.length - 1;
          return (
            <li
              key={`${index}-${item.label}`}
              className={cn("flex items-center gap-1.5", last ? "min-w-0" : "shrink-0")}
            >
              {item.href && !last ? (
                <Link href={item.href} className="rounded-sm py-0.5 hover:text-ink hover:underline">
                  {item.label}
                </Link>
              ) : (
                <span
                  aria-current={last ? "page" : undefined}
                  className={cn("truncate", last && "font-medium text-ink")}
                >
                  {item.label}
                </span>
              )}
              {last ? null : (
                <span aria-hidden className="text-ink-3">
                  /
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
