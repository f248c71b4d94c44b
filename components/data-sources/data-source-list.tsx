import { Database, Plus } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusBadge } from "@/components/ui/status-badge";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { DataSourceSummary } from "@/lib/data-sources/schemas";
import { KIND_LOOKS } from "./kinds";
import { placeWords } from "./place-words";

type Place = { zone: string; locale: string };

type DataSourceListProps = {
  slug: string;
  place: Place;
  /** ISO 8601. */
  now: string;
  sources: DataSourceSummary[];
  mayCreate: boolean;
};

export function DataSourceList({ slug, place, now, sources, mayCreate }: DataSourceListProps) {
  if (sources.length === 0) return <NoDataSources slug={slug} mayCreate={mayCreate} />;
  return (
    <Table label="Data sources">
      <TableHeader>
        <TableRow>
          <TableHead>Data source</TableHead>
          <TableHead>State</TableHead>
          <TableHead className="hidden md:table-cell">Where</TableHead>
          <TableHead className="hidden sm:table-cell">Last check</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {sources.map((source) => (
          <DataSourceRow key={source.id} slug={slug} place={place} now={now} source={source} />
        ))}
      </TableBody>
    </Table>
  );
}

type DataSourceRowProps = { slug: string; place: Place; now: string; source: DataSourceSummary };

function DataSourceRow({ slug, place, now, source }: DataSourceRowProps) {
  const { icon: Icon, label } = KIND_LOOKS[source.kind];
  const isServer = source.settings !== null;
  return (
    <TableRow interactive>
      <TableCell className="max-w-0 min-w-40 md:w-1/2">
        <div className="flex items-start gap-3">
          <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-3" />
          <div className="min-w-0">
            <Link
              href={`/${slug}/data-sources/${source.id}`}
              className="font-medium break-words text-ink hover:underline"
            >
              {source.name}
            </Link>
            <p className="text-xs text-ink-3">{label}</p>
            {source.lastError ? <p className="break-words text-bad">{source.lastError}</p> : null}
          </div>
        </div>
      </TableCell>
      <TableCell className="whitespace-nowrap">
        {isServer ? (
          <StatusBadge kind="dataSource" state={source.state} />
        ) : (
          <StatusBadge kind="dataSource" state="OK">
            Ready
          </StatusBadge>
        )}
      </TableCell>
      <TableCell className="hidden break-words text-ink-2 md:table-cell">
        {placeWords(source, place.locale)}
      </TableCell>
      <TableCell className="hidden text-ink-2 sm:table-cell">
        {source.lastCheckedAt ? (
          <RelativeTime at={source.lastCheckedAt} now={now} {...place} />
        ) : isServer ? (
          "Never"
        ) : (
          <>
            <span aria-hidden>–</span>
            <span className="sr-only">Needs none</span>
          </>
        )}
      </TableCell>
    </TableRow>
  );
}

function NoDataSources({ slug, mayCreate }: Pick<DataSourceListProps, "slug" | "mayCreate">) {
  return (
    <EmptyState
      icon={<Database />}
      title="No data sources yet"
      description={
        mayCreate
          ? "Connect the database your numbers come from, or upload files. Broadsheet only reads them."
          : "An admin of the workspace can connect the database your numbers come from, or upload files."
      }
      action={mayCreate ? <NewDataSourceButton slug={slug} /> : undefined}
      example={
        mayCreate ? (
          <p>
            For a database you need its host, and a user that may read what reports need, e.g. in PostgreSQL
            one made with <code className="font-mono text-xs">GRANT pg_read_all_data TO reporting</code>.
          </p>
        ) : undefined
      }
    />
  );
}

export function NewDataSourceButton({ slug }: { slug: string }) {
  return (
    <Button asChild variant="primary">
      <Link href={`/${slug}/data-sources/new`}>
        <Plus aria-hidden />
        Add a source
      </Link>
    </Button>
  );
}
