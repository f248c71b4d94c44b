"use client";

import { Trash2 } from "lucide-react";
import { ActionButton } from "@/components/forms/action-button";
import { runAction } from "@/components/forms/run-action";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { toast } from "@/components/ui/toast";
import type { ServerAction } from "@/lib/http/action-result";
import type { DeletedQueryDto, QueryDto } from "@/lib/queries/schemas";

type DeletedListProps = {
  place: { zone: string; locale: string };
  /** ISO 8601. */
  now: string;
  queries: DeletedQueryDto[];
  restore: ServerAction<{ queryId: string }, QueryDto>;
};

/** Deleted queries, with the way back. */
export function DeletedList({ place, now, queries, restore }: DeletedListProps) {
  if (queries.length === 0)
    return (
      <EmptyState
        icon={<Trash2 />}
        title="The bin is empty"
        description="Queries that are deleted wait here, and can be put back."
      />
    );
  return (
    <Table label="Deleted queries">
      <TableHeader>
        <TableRow>
          <TableHead>Query</TableHead>
          <TableHead className="hidden sm:table-cell">Data source</TableHead>
          <TableHead>Deleted</TableHead>
          <TableHead>
            <span className="sr-only">Actions</span>
          </TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {queries.map((query) => (
          <TableRow key={query.id}>
            <TableCell className="max-w-0 min-w-40 md:w-1/2">
              <p className="truncate font-medium">{query.name}</p>
              {query.description ? <p className="truncate text-ink-2">{query.description}</p> : null}
            </TableCell>
            <TableCell className="hidden text-ink-2 sm:table-cell">{query.dataSourceName}</TableCell>
            <TableCell className="text-ink-2">
              <RelativeTime at={query.deletedAt} now={now} {...place} />
            </TableCell>
            <TableCell className="text-right">
              <ActionButton
                size="sm"
                aria-label={`Put back ${query.name}`}
                onAct={async () => {
                  const restored = await runAction(restore({ queryId: query.id }));
                  if (restored) toast.success(`“${restored.name}” is back`);
                }}
              >
                Put back
              </ActionButton>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
