import { TableProperties } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";
import type { FileLoadDto, FileTableDto } from "@/lib/data-sources/files/schemas";
import { FileTables } from "./file-tables";
import { OpenUploads } from "./open-uploads";
import type { Place } from "./place";
import { UploadPanel } from "./upload-panel";

export type FilesSourceProps = {
  slug: string;
  dataSourceId: string;
  place: Place;
  /** ISO 8601. */
  now: string;
  tables: readonly FileTableDto[];
  /** The newest first. */
  loads: FileLoadDto[];
  mayUpload: boolean;
  /** May change the source itself; the others are told who does. */
  mayAdminister: boolean;
};

/** A source of uploaded files: where files go in, what waits, and the tables they became. */
export function FilesSource(props: FilesSourceProps) {
  const { slug, dataSourceId, place, now, tables, loads, mayUpload, mayAdminister } = props;
  const shared = { slug, dataSourceId, place, now };
  return (
    <>
      {mayUpload ? <UploadPanel slug={slug} dataSourceId={dataSourceId} locale={place.locale} /> : null}
      {mayUpload ? <OpenUploads {...shared} loads={loads} /> : null}
      <section aria-labelledby="tables-heading" className="rounded-lg border bg-card">
        <h2 id="tables-heading" className="px-4 pt-4 pb-3 font-serif text-lg">
          Tables
        </h2>
        {tables.length === 0 ? (
          <EmptyState
            size="card"
            headingLevel={3}
            icon={<TableProperties />}
            title="No tables yet"
            description={
              mayUpload
                ? "Each file you load becomes a table that queries can ask, alone or joined with the others."
                : "A table is here as soon as somebody has loaded a file."
            }
          />
        ) : (
          <FileTables {...shared} tables={tables} />
        )}
      </section>
      {mayUpload && !mayAdminister ? (
        <p className="text-13 text-ink-2">
          You may load files, replace, rename and delete tables. The source itself, with its name and limits,
          is changed by an admin.
        </p>
      ) : null}
    </>
  );
}
