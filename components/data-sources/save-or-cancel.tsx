import Link from "next/link";
import { FormActions } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button } from "@/components/ui/button";
import type { DataSourceDto } from "@/lib/data-sources/schemas";

export function SaveOrCancel({ slug, source }: { slug: string; source?: DataSourceDto }) {
  const back = source ? `/${slug}/data-sources/${source.id}` : `/${slug}/data-sources`;
  return (
    <FormActions className="sm:justify-start">
      <SubmitButton>{source ? "Save" : "Add data source"}</SubmitButton>
      <Button asChild variant="ghost">
        <Link href={back}>Cancel</Link>
      </Button>
    </FormActions>
  );
}
