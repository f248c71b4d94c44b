import Link from "next/link";
import { RelativeTime } from "@/components/ui/relative-time";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { formatDuration } from "@/lib/format/sizes";
import { formatNumber } from "@/lib/format/value";
import type { RunDto } from "@/lib/queries/runs/schemas";

type SlowRunsProps = {
  slug: string;
  dataSourceId: string;
  place: { zone: string; locale: string };
  /** ISO 8601. */
  now: string;
  /** Of the last seven days, the slowest first. */
  runs: readonly RunDto[];
};

/** Where the source's time goes. */
export function SlowRuns({ slug, dataSourceId, place, now, runs }: SlowRunsProps) {
  return (
    <section aria-labelledby="slow-heading" className="rounded-lg border bg-card">
      <div className="flex min-h-8 flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 pt-4 pb-3">
        <h2 id="slow-heading" className="font-serif text-lg">
          Slowest questions of the last 7 days
        </h2>
        <Link
          href={`/${slug}/queries/runs?source=${dataSourceId}&sort=slowest`}
          className="inline-flex min-h-6 items-center text-13 text-accent hover:underline"
        >
          All runs of this source
        </Link>
      </div>
      {runs.length === 0 ? (
        <p className="border-t px-4 py-6 text-13 text-ink-2">Nobody asked this source anything lately.</p>
      ) : (
        <Table label="Slowest questions of the last 7 days" density="compact">
          <TableHeader>
            <TableRow>
              <TableHead>Question</TableHead>
              <TableHead className="text-right">Took</TableHead>
              <TableHead className="hidden text-right sm:table-cell">Rows</TableHead>
              <TableHead className="hidden md:table-cell">Asked by</TableHead>
              <TableHead className="hidden sm:table-cell">When</TableHead>
            </TableRow>
          </TableHeader>
          <TableBody>
            {runs.map((run) => (
              <SlowRun key={run.id} slug={slug} place={place} now={now} run={run} />
            ))}
          </TableBody>
        </Table>
      )}
    </section>
  );
}

type SlowRunProps = Pick<SlowRunsProps, "slug" | "place" | "now"> & { run: RunDto };

function SlowRun({ slug, place, now, run }: SlowRunProps) {
  const { locale } = place;
  return (
    <TableRow>
      <TableCell className="w-1/2 max-w-0 min-w-40 truncate">
        {run.queryId ? (
          <Link href={`/${slug}/queries/${run.queryId}`} className="font-medium text-ink hover:underline">
            {run.queryName}
          </Link>
        ) : (
          <span className="text-ink-2">{run.isHiddenQuery ? "A query you cannot see" : "Not saved"}</span>
        )}
      </TableCell>
      <TableCell className="text-right whitespace-nowrap tabular-nums">
        {run.durationMs === null ? "–" : formatDuration(run.durationMs, { locale })}
      </TableCell>
      <TableCell className="hidden text-right tabular-nums sm:table-cell">
        {run.rows === null ? "–" : formatNumber(run.rows, { locale })}
      </TableCell>
      <TableCell className="hidden text-ink-2 md:table-cell">{run.actorName ?? "Broadsheet"}</TableCell>
      <TableCell className="hidden text-ink-2 sm:table-cell">
        <RelativeTime at={run.createdAt} now={now} {...place} />
      </TableCell>
    </TableRow>
  );
}
