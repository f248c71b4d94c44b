import { Database, Plus } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusBadge } from "@/components/ui/status-badge";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { DataSourceDto } from "@/lib/data-sources/schemas";

type Place = { zone: string; locale: string };

type DataSourceListProps = {
  slug: string;
  place: Place;
  /** ISO 8601. */
  now: string;
  sources: DataSourceDto[];
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
          <TableHead className="hidden md:table-cell">Database</TableHead>
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

type DataSourceRowProps = { slug: string; place: Place; now: string; source: DataSourceDto };

function DataSourceRow({ slug, place, now, source }: DataSourceRowProps) {
  const { host, database } = source.settings;
  return (
    <TableRow interactive>
      <TableCell className="max-w-0 min-w-40 md:w-1/2">
        <Link href={`/${slug}/data-sources/${source.id}`} className="font-medium text-ink hover:underline">
          {source.name}
        </Link>
        {source.lastError ? <p className="text-bad">{source.lastError}</p> : null}
      </TableCell>
      <TableCell className="whitespace-nowrap">
        <StatusBadge kind="dataSource" state={source.state} />
      </TableCell>
      <TableCell className="hidden text-ink-2 md:table-cell">
        {database} on {host}
      </TableCell>
      <TableCell className="hidden text-ink-2 sm:table-cell">
        {source.lastCheckedAt ? <RelativeTime at={source.lastCheckedAt} now={now} {...place} /> : "Never"}
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
          ? "Connect the database your numbers come from. Broadsheet only reads it."
          : "An admin of the workspace can connect the database your numbers come from."
      }
      action={mayCreate ? <NewDataSourceButton slug={slug} /> : undefined}
      example={
        mayCreate ? (
          <p>
            You need its host, port and database, and a user that may read what reports need, e.g. one made
            with <code className="font-mono text-xs">GRANT pg_read_all_data TO reporting</code>.
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
        New data source
      </Link>
    </Button>
  );
}
