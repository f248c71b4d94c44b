"use client";

import { Lock, Star } from "lucide-react";
import Link from "next/link";
import { useOptimistic, useTransition } from "react";
import { runAction } from "@/components/forms/run-action";
import { Badge } from "@/components/ui/badge";
import { RelativeTime } from "@/components/ui/relative-time";
import { TableCell, TableRow } from "@/components/ui/table";
import { formatNumber } from "@/lib/format/value";
import type { ServerAction } from "@/lib/http/action-result";
import type { QuerySummary } from "@/lib/queries/schemas";
import { cn } from "@/lib/utils/cn";
import { VISIBILITY_WORDS } from "./visibility-words";

type QueryRowProps = {
  slug: string;
  place: { zone: string; locale: string };
  /** ISO 8601. */
  now: string;
  query: QuerySummary;
  setFavourite: ServerAction<{ queryId: string; isFavourite: boolean }, { isFavourite: boolean }>;
};

export function QueryRow({ slug, place, now, query, setFavourite }: QueryRowProps) {
  return (
    <TableRow interactive>
      <TableCell className="pr-0">
        <Favourite query={query} setFavourite={setFavourite} />
      </TableCell>
      <TableCell className="max-w-0 min-w-48 md:w-2/5">
        <Link href={`/${slug}/queries/${query.id}`} className="font-medium text-ink hover:underline">
          {query.name}
        </Link>
        {query.visibility === "WORKSPACE" ? null : (
          <span className="ml-2 inline-flex items-center gap-1 text-xs text-ink-3">
            <Lock aria-hidden className="size-3" />
            {VISIBILITY_WORDS[query.visibility].label}
          </span>
        )}
        {query.description ? <p className="truncate text-ink-2">{query.description}</p> : null}
        <p className="mt-1 flex flex-wrap gap-1 empty:hidden">
          {query.isTemplate ? <Badge tone="accent">Template</Badge> : null}
          {query.category ? <Badge>{query.category}</Badge> : null}
          {query.tags.map((tag) => (
            <Badge key={tag}>{tag}</Badge>
          ))}
        </p>
      </TableCell>
      <TableCell className="hidden text-ink-2 lg:table-cell">{query.ownerName || "–"}</TableCell>
      <TableCell className="hidden text-ink-2 md:table-cell">{query.dataSourceName}</TableCell>
      <TableCell numeric className="hidden text-ink-2 sm:table-cell">
        {formatNumber(query.usageCount, place)}
      </TableCell>
      <TableCell className="hidden text-ink-2 sm:table-cell">
        {query.lastRunAt ? <RelativeTime at={query.lastRunAt} now={now} {...place} /> : "Never"}
      </TableCell>
      <TableCell className="hidden text-ink-2 xl:table-cell">
        <RelativeTime at={query.updatedAt} now={now} {...place} />
      </TableCell>
    </TableRow>
  );
}

function Favourite({ query, setFavourite }: Pick<QueryRowProps, "query" | "setFavourite">) {
  const [isMarked, setMarked] = useOptimistic(query.isFavourite);
  const [, startTransition] = useTransition();
  return (
    <button
      type="button"
      aria-pressed={isMarked}
      aria-label={`Favourite: ${query.name}`}
      className="grid size-7 place-items-center rounded-md text-ink-3 hover:bg-sunken hover:text-ink"
      onClick={() =>
        startTransition(async () => {
          setMarked(!isMarked);
          await runAction(setFavourite({ queryId: query.id, isFavourite: !isMarked }));
        })
      }
    >
      <Star aria-hidden className={cn("size-4", isMarked && "fill-current text-accent")} />
    </button>
  );
}
