import { ArrowRight } from "lucide-react";
import Link from "next/link";
import type { FirstDashboard } from "@/lib/dashboards/starts/schemas";
import { assertNever } from "@/lib/errors";

/** Leads to the dashboard that one sees first, and says why it is that one. */
export function FirstDashboardLink({ slug, first }: { slug: string; first: FirstDashboard }) {
  return (
    <Link
      href={`/${slug}/dashboards/${first.id}`}
      className="group flex items-center gap-3 rounded-lg border border-rule bg-card px-5 py-4 transition-colors hover:border-rule-strong"
    >
      <span className="min-w-0 flex-1">
        <span className="block truncate font-serif text-xl text-ink">{first.name}</span>
        <span className="block text-13 text-ink-2">{becauseWords(first.because)}</span>
      </span>
      <ArrowRight aria-hidden className="size-5 shrink-0 text-ink-3 group-hover:text-ink" />
    </Link>
  );
}

function becauseWords(because: FirstDashboard["because"]): string {
  switch (because.kind) {
    case "own":
      return "Your choice to begin with";
    case "jobRole":
      return `Where everybody who is ${because.jobRole} begins`;
    case "department":
      return `Where ${because.name} begins`;
    default:
      return assertNever(because);
  }
}
