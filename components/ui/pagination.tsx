import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Button } from "./button";

type PaginationProps = {
  /** 1-based. */
  page: number;
  pageSize: number;
  /** Number of all rows. */
  total: number;
  /** What the rows are, e.g. "deliveries". */
  noun: string;
  locale?: string;
} & (
  | { hrefFor: (page: number) => string; onPageChange?: never }
  | { hrefFor?: never; onPageChange: (page: number) => void }
);

/** "51–100 of 1,204 deliveries" with a step back and a step on. Links where the page is in the URL, else buttons. */
export function Pagination({
  page,
  pageSize,
  total,
  noun,
  locale = "en-GB",
  hrefFor,
  onPageChange,
}: PaginationProps) {
  const pageCount = Math.max(1, Math.ceil(total / pageSize));
  const format = (value: number) => value.toLocaleString(locale);
  const first = total === 0 ? 0 : (page - 1) * pageSize + 1;
  const last = Math.min(total, page * pageSize);

  function step(to: number, label: string, icon: ReactNode) {
    const possible = to >= 1 && to <= pageCount;
    if (!possible || !hrefFor) {
      return (
        <Button
          size="icon"
          aria-label={label}
          disabled={!possible}
          onClick={onPageChange && (() => onPageChange(to))}
        >
          {icon}
        </Button>
      );
    }
    return (
      <Button asChild size="icon">
        <Link href={hrefFor(to)} aria-label={label}>
          {icon}
        </Link>
      </Button>
    );
  }

  return (
    <nav
      aria-label={`Pages of ${noun}`}
      className="flex items-center justify-between gap-4 text-xs text-ink-2"
    >
      <p className="tabular-nums">
        {first === 0 ? `No ${noun}` : `${format(first)}–${format(last)} of ${format(total)} ${noun}`}
      </p>
      {pageCount > 1 ? (
        <div className="flex items-center gap-2">
          {step(page - 1, "Previous page", <ChevronLeft aria-hidden />)}
          <span className="tabular-nums">
            Page {format(page)} of {format(pageCount)}
          </span>
          {step(page + 1, "Next page", <ChevronRight aria-hidden />)}
        </div>
      ) : null}
    </nav>
  );
}
