import { Blocks, SquareCode, TableProperties, Upload } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import type { FileLoadDto } from "@/lib/data-sources/files/schemas";
import { focusOnMount } from "@/components/ui/focus-on-mount";
import { queryPath, tablePath, uploadPath } from "./paths";
import { countOf } from "./words";

type LoadDoneProps = { slug: string; load: FileLoadDto; locale: string; mayQuery: boolean };

export function LoadDone({ slug, load, locale, mayQuery }: LoadDoneProps) {
  const { table, emptiedCells } = load;
  const source = { slug, dataSourceId: load.dataSourceId };
  return (
    <section
      ref={focusOnMount}
      tabIndex={-1}
      aria-label="Loaded"
      className="flex flex-col gap-4 focus-visible:outline-none"
    >
      <Callout tone="good" role="status" title={`${countOf(load.rows ?? 0, "row", locale)} loaded.`}>
        {table ? `They are in the table “${table.name}”. ` : "Its table was deleted since. "}
        {emptiedCells > 0
          ? `${countOf(emptiedCells, "value", locale)} did not fit and ${emptiedCells === 1 ? "is" : "are"} empty.`
          : "Every value fits its column."}
      </Callout>
      <div className="flex flex-wrap gap-2">
        {table && mayQuery ? (
          <>
            <Button asChild variant="primary">
              <Link href={queryPath(source, table.name, "builder")}>
                <Blocks aria-hidden />
                Build a query
              </Link>
            </Button>
            <Button asChild>
              <Link href={queryPath(source, table.name, "sql")}>
                <SquareCode aria-hidden />
                Write a query
              </Link>
            </Button>
          </>
        ) : null}
        {table ? (
          <Button asChild>
            <Link href={tablePath(source, table.id)}>
              <TableProperties aria-hidden />
              See the table
            </Link>
          </Button>
        ) : null}
        <Button asChild variant="ghost">
          <Link href={uploadPath(source)}>
            <Upload aria-hidden />
            Upload another file
          </Link>
        </Button>
      </div>
    </section>
  );
}
