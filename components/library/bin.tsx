"use client";

import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { ActionButton } from "@/components/forms/action-button";
import { runAction } from "@/components/forms/run-action";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/http/action-result";

type Deleted = {
  id: string;
  name: string;
  description: string;
  /** ISO 8601. */
  deletedAt: string;
  /** null when that is not known. */
  deletedByName: string | null;
  /** What stands in the second column. */
  detail: string;
};

type BinProps = {
  label: string;
  /** Heads of the first two columns. */
  heads: { name: string; detail: string };
  /** What waits here, for a bin with nothing in it. */
  emptyText: string;
  place: { zone: string; locale: string };
  /** ISO 8601. */
  now: string;
  things: readonly Deleted[];
  /** Path of the list of which each thing is a page. */
  path: string;
  restore: (id: string) => Promise<ActionResult<{ id: string; name: string }>>;
};

/** What was deleted and can be put back, with who deleted it and when. */
export function Bin({ label, heads, emptyText, place, now, things, path, restore }: BinProps) {
  const router = useRouter();
  if (things.length === 0)
    return <EmptyState icon={<Trash2 />} title="The bin is empty" description={emptyText} />;

  async function putBack(id: string) {
    const restored = await runAction(restore(id));
    if (!restored) return;
    toast.success(`“${restored.name}” is back`, {
      action: { label: "Open", onClick: () => router.push(`${path}/${restored.id}`) },
    });
  }

  return (
    <Table label={label}>
      <TableHeader>
        <TableRow>
          <TableHead>{heads.name}</TableHead>
          <TableHead className="hidden sm:table-cell">{heads.detail}</TableHead>
          <TableHead>Deleted</TableHead>
          <TableHead>
            <span className="sr-only">Actions</span>
          </TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {things.map(({ id, name, description, detail, deletedAt, deletedByName }) => (
          <TableRow key={id}>
            <TableCell className="max-w-0 min-w-36 md:w-1/2">
              <p className="truncate font-medium">{name}</p>
              {description ? <p className="truncate text-ink-2">{description}</p> : null}
            </TableCell>
            <TableCell className="hidden text-ink-2 sm:table-cell">{detail}</TableCell>
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
