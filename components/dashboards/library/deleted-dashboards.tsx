"use client";

import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { ActionButton } from "@/components/forms/action-button";
import { runAction } from "@/components/forms/run-action";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { toast } from "@/components/ui/toast";
import type { DashboardDto, DashboardIdInput, DeletedDashboard } from "@/lib/dashboards/schemas";
import type { ServerAction } from "@/lib/http/action-result";

type DeletedDashboardsProps = {
  slug: string;
  place: { zone: string; locale: string };
  /** ISO 8601. */
  now: string;
  dashboards: readonly DeletedDashboard[];
  restore: ServerAction<DashboardIdInput, DashboardDto>;
};

/** Deleted dashboards that one may put back: whose they are, who deleted them and when. */
export function DeletedDashboards({ slug, place, now, dashboards, restore }: DeletedDashboardsProps) {
  const router = useRouter();
  if (dashboards.length === 0)
    return (
      <EmptyState
        icon={<Trash2 />}
        title="The bin is empty"
        description="Dashboards that you may put back wait here after they are deleted."
      />
    );

  async function putBack(dashboardId: string) {
    const restored = await runAction(restore({ dashboardId }));
    if (!restored) return;
    toast.success(`“${restored.name}” is back`, {
      action: { label: "Open", onClick: () => router.push(`/${slug}/dashboards/${restored.id}`) },
    });
  }

  return (
    <Table label="Deleted dashboards">
      <TableHeader>
        <TableRow>
          <TableHead>Dashboard</TableHead>
          <TableHead className="hidden sm:table-cell">Owner</TableHead>
          <TableHead>Deleted</TableHead>
          <TableHead>
            <span className="sr-only">Actions</span>
          </TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {dashboards.map(({ id, name, description, ownerName, deletedAt, deletedByName }) => (
          <TableRow key={id}>
            <TableCell className="max-w-0 min-w-36 md:w-1/2">
              <p className="truncate font-medium">{name}</p>
              {description ? <p className="truncate text-ink-2">{description}</p> : null}
            </TableCell>
            <TableCell className="hidden text-ink-2 sm:table-cell">{ownerName ?? "Nobody"}</TableCell>
            <TableCell className="text-ink-2">
              <RelativeTime at={deletedAt} now={now} {...place} />
              {deletedByName ? <p className="text-xs">by {deletedByName}</p> : null}
            </TableCell>
            <TableCell className="text-right">
              <ActionButton size="sm" aria-label={`Put back ${name}`} onAct={() => putBack(id)}>
                Put back
              </ActionButton>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
