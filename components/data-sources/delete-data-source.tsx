"use client";

import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { ConfirmDelete } from "@/components/forms/confirm-delete";
import { Button } from "@/components/ui/button";
import type { DataSourceDto } from "@/lib/data-sources/schemas";
import type { ServerAction } from "@/lib/http/action-result";

type DeleteDataSourceProps = {
  slug: string;
  source: DataSourceDto;
  remove: ServerAction<{ dataSourceId: string }, DataSourceDto>;
};

/** Refused while queries still use it. */
export function DeleteDataSource({ slug, source, remove }: DeleteDataSourceProps) {
  const router = useRouter();
  return (
    <ConfirmDelete
      trigger={
        <Button variant="ghost">
          <Trash2 aria-hidden />
          Delete
        </Button>
      }
      name={source.name}
      consequence={`${source.settings ? "Its password is forgotten." : "Its tables go with it."} A source that queries still use is not deleted.`}
      remove={() => remove({ dataSourceId: source.id })}
      onDeleted={() => router.push(`/${slug}/data-sources`)}
    />
  );
}
