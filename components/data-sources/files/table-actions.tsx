"use client";

import { Blocks, Pencil, Plus, Replace, SquareCode, Trash2 } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { ConfirmDelete } from "@/components/forms/confirm-delete";
import { Button } from "@/components/ui/button";
import type { FileTableDto } from "@/lib/data-sources/files/schemas";
import type { ServerAction } from "@/lib/http/action-result";
import { queryPath, sourcePath, uploadPath } from "./paths";
import { RenameTable } from "./rename-table";
import { type TableUse, TableUses } from "./table-uses";
import { useForgetTables } from "./use-forget-tables";

type TableActionsProps = {
  slug: string;
  table: FileTableDto;
  /** Queries that ask it. */
  uses: readonly TableUse[];
  mayUpload: boolean;
  mayQuery: boolean;
  rename: ServerAction<{ tableId: string; name: string }, FileTableDto>;
  remove: ServerAction<{ tableId: string }, FileTableDto>;
};

export function TableActions({ slug, table, uses, mayUpload, mayQuery, rename, remove }: TableActionsProps) {
  const source = { slug, dataSourceId: table.dataSourceId };
  return (
    <>
      {mayUpload ? (
        <>
          <DeleteTable slug={slug} table={table} uses={uses} remove={remove} />
          <RenameTable
            slug={slug}
            table={table}
            uses={uses}
            rename={rename}
            trigger={
              <Button variant="ghost">
                <Pencil aria-hidden />
                Rename
              </Button>
            }
          />
          <Button asChild>
            <Link href={uploadPath(source, { mode: "append", tableId: table.id })}>
              <Plus aria-hidden />
              Add rows
            </Link>
          </Button>
          <Button asChild>
            <Link href={uploadPath(source, { mode: "replace", tableId: table.id })}>
              <Replace aria-hidden />
              Replace rows
            </Link>
          </Button>
        </>
      ) : null}
      {mayQuery ? (
        <>
          <Button asChild>
            <Link href={queryPath(source, table.name, "sql")}>
              <SquareCode aria-hidden />
              Write a query
            </Link>
          </Button>
          <Button asChild variant="primary">
            <Link href={queryPath(source, table.name, "builder")}>
              <Blocks aria-hidden />
              Build a query
            </Link>
          </Button>
        </>
      ) : null}
    </>
  );
}

type DeleteTableProps = Pick<TableActionsProps, "slug" | "table" | "uses" | "remove">;

function DeleteTable({ slug, table, uses, remove }: DeleteTableProps) {
  const router = useRouter();
  const forget = useForgetTables(slug, table.dataSourceId);
  return (
    <ConfirmDelete
      trigger={
        <Button variant="ghost">
          <Trash2 aria-hidden />
          Delete
        </Button>
      }
      name={table.name}
      consequence={
        <div className="flex flex-col gap-3">
          <p>Its rows go with it. The files they came from are not kept.</p>
          <TableUses slug={slug} uses={uses} consequence="They fail from then on:" />
        </div>
      }
      remove={() => remove({ tableId: table.id })}
      onDeleted={() => {
        forget();
        router.push(sourcePath({ slug, dataSourceId: table.dataSourceId }));
      }}
    />
  );
}
