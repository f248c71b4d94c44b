import { RelativeTime } from "@/components/ui/relative-time";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { FileLoadDto } from "@/lib/data-sources/files/schemas";
import { formatNumber } from "@/lib/format/value";
import { LoadState } from "./load-state";
import type { Place } from "./place";
import { countOf, MODE_WORDS } from "./words";

type LoadHistoryProps = {
  loads: readonly FileLoadDto[];
  place: Place;
  /** ISO 8601. */
  now: string;
};

/** Every file that went into the table, the newest first. */
export function LoadHistory({ loads, place, now }: LoadHistoryProps) {
  return (
    <section aria-labelledby="loads-heading" className="rounded-lg border bg-card">
      <h2 id="loads-heading" className="px-4 pt-4 pb-3 font-serif text-lg">
        Loads
      </h2>
      <div className="border-t px-2 pb-1">
        <Table label="Loads">
          <TableHeader>
            <TableRow>
              <TableHead className="w-full">File</TableHead>
              <TableHead>State</TableHead>
              <TableHead numeric>Rows</TableHead>
              <TableHead className="hidden md:table-cell">What it did</TableHead>
              <TableHead className="hidden md:table-cell">Who</TableHead>
              <TableHead className="hidden sm:table-cell">When</TableHead>
            </TableRow>
          </TableHeader>
          <TableBody>
            {loads.map((load) => (
              <LoadRow key={load.id} load={load} place={place} now={now} />
            ))}
          </TableBody>
        </Table>
      </div>
    </section>
  );
}

type LoadRowProps = { load: FileLoadDto; place: Place; now: string };

function LoadRow({ load, place, now }: LoadRowProps) {
  const { locale } = place;
  const when = load.loadedAt ?? load.createdAt;
  return (
    <TableRow>
      <TableCell className="max-w-0 min-w-32">
        <span className="block break-all">{load.fileName}</span>
        {load.error ? <span className="block text-xs break-words text-bad">{load.error}</span> : null}
        {load.emptiedCells > 0 ? (
          <span className="block text-xs text-warn">
            {countOf(load.emptiedCells, "value", locale)} emptied
          </span>
        ) : null}
        <span className="block text-xs text-ink-3 md:hidden">
          {load.mode ? MODE_WORDS[load.mode] : ""}
          <span className="sm:hidden">
            , <RelativeTime plain at={when} now={now} {...place} />
          </span>
        </span>
      </TableCell>
      <TableCell>
        <LoadState load={load} />
      </TableCell>
      <TableCell numeric>{load.rows === null ? "–" : formatNumber(load.rows, { locale })}</TableCell>
      <TableCell className="hidden whitespace-nowrap text-ink-2 md:table-cell">
        {load.mode ? MODE_WORDS[load.mode] : "–"}
      </TableCell>
      <TableCell className="hidden whitespace-nowrap text-ink-2 md:table-cell">
        {load.createdBy ?? "–"}
      </TableCell>
      <TableCell className="hidden text-ink-2 sm:table-cell">
        <RelativeTime at={when} now={now} {...place} />
      </TableCell>
    </TableRow>
  );
}
