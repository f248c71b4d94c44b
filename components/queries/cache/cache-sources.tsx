import type { Place } from "@/components/figures/place";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { formatBytes } from "@/lib/format/sizes";
import type { CacheSource } from "@/lib/queries/cache/schemas";
import { keptForText, rateText } from "./cache-words";
import { ClearButton } from "./clear-button";

type CacheSourcesProps = { slug: string; place: Place; sources: CacheSource[] };

export function CacheSources({ slug, place, sources }: CacheSourcesProps) {
  const { locale } = place;
  if (sources.length === 0)
    return <p className="py-6 text-sm text-ink-2">Nothing is kept, and nothing was asked in 24 hours.</p>;
  return (
    <Table label="By data source">
      <TableHeader>
        <TableRow>
          <TableHead>Data source</TableHead>
          <TableHead numeric className="hidden sm:table-cell">
            Kept for
          </TableHead>
          <TableHead numeric unit="(24 h)">
            Reused
          </TableHead>
          <TableHead numeric className="hidden sm:table-cell">
            Answers
          </TableHead>
          <TableHead numeric>Room</TableHead>
          <TableHead>
            <span className="sr-only">Clear</span>
          </TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {sources.map((source) => (
          <TableRow key={source.dataSourceId}>
            <TableCell className="max-w-0 min-w-28 truncate font-medium sm:w-1/2">{source.name}</TableCell>
            <TableCell numeric className="hidden sm:table-cell">
              {keptForText(source.cacheSeconds, locale)}
            </TableCell>
            <TableCell numeric>
              {rateText(source.reused, source.asked, locale)}
              <span className="ml-2 hidden text-ink-3 md:inline">
                of {source.asked.toLocaleString(locale)}
              </span>
            </TableCell>
            <TableCell numeric className="hidden sm:table-cell">
              {source.entries.toLocaleString(locale)}
            </TableCell>
            <TableCell numeric>{formatBytes(source.bytes, { locale })}</TableCell>
            <TableCell className="text-right">
              {source.entries > 0 ? (
                <ClearButton
                  slug={slug}
                  locale={locale}
                  scope={{ kind: "source", dataSourceId: source.dataSourceId }}
                  name={source.name}
                  entries={source.entries}
                />
              ) : null}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
