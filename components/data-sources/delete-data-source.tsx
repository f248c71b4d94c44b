"use client";

import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { attempt } from "@/components/forms/attempt";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import type { DataSourceDto } from "@/lib/data-sources/schemas";
import type { ServerAction } from "@/lib/http/action-result";

type DeleteDataSourceProps = {
  slug: string;
  source: DataSourceDto;
  remove: ServerAction<{ dataSourceId: string }, DataSourceDto>;
};

/** Asks first; a refusal (queries still use it) is said in the same place. */
export function DeleteDataSource({ slug, source, remove }: DeleteDataSourceProps) {
  const router = useRouter();
  const [refusal, setRefusal] = useState<string | null>(null);

  async function confirm() {
    const result = await attempt(remove({ dataSourceId: source.id }));
    if (!result.ok) {
      setRefusal(result.error.message);
      return false;
    }
    toast.success(`“${source.name}” was deleted`);
    router.push(`/${slug}/data-sources`);
    return true;
  }

  return (
    <ConfirmDialog
      trigger={
        <Button variant="ghost" onClick={() => setRefusal(null)}>
          <Trash2 aria-hidden />
          Delete
        </Button>
      }
      verb="Delete"
      name={source.name}
      consequence={
        refusal ? (
          <Callout tone="bad" role="alert" title="Not deleted.">
            {refusal}
          </Callout>
        ) : (
          `${source.settings ? "Its password is forgotten." : "Its tables go with it."} A source that queries still use is not deleted.`
        )
      }
      onConfirm={confirm}
    />
  );
}
