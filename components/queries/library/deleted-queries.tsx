"use client";

import { Bin } from "@/components/library/bin";
import type { ServerAction } from "@/lib/http/action-result";
import type { DeletedQueryDto, QueryDto } from "@/lib/queries/schemas";

type DeletedQueriesProps = {
  slug: string;
  place: { zone: string; locale: string };
  /** ISO 8601. */
  now: string;
  queries: readonly DeletedQueryDto[];
  restore: ServerAction<{ queryId: string }, QueryDto>;
};

/** Deleted queries, and what they ask. */
export function DeletedQueries({ slug, place, now, queries, restore }: DeletedQueriesProps) {
  return (
    <Bin
      label="Deleted queries"
      heads={{ name: "Query", detail: "Data source" }}
      emptyText="Queries that are deleted wait here, and can be put back."
      place={place}
      now={now}
      things={queries.map((query) => ({ ...query, detail: query.dataSourceName }))}
      path={`/${slug}/queries`}
      restore={(queryId) => restore({ queryId })}
    />
  );
}
