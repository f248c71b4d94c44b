"use client";

import { History, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useWatch } from "react-hook-form";
import type { z } from "zod";
import { attempt } from "@/components/forms/attempt";
import { TextField } from "@/components/forms/fields";
import { useActionForm } from "@/components/forms/use-action-form";
import { PageHeader } from "@/components/layout/page-header";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toaster";
import type { ServerAction } from "@/lib/http/action-result";
import type { QueryDto, QueryUseDto, QueryVersionDto, UpdateQueryInput } from "@/lib/queries/schemas";
import { QueryFormInput, type QueryValues, questionOf, valuesOf } from "./form-values";
import { Panel, QUERY_FORM_ID, QueryEditor, type QueryEditorProps } from "./query-editor";
import { usesWords } from "./query-uses";
import { VersionsDialog } from "./versions-dialog";

type EditQueryProps = Pick<QueryEditorProps, "slug" | "place" | "sources" | "categories" | "exportResult"> & {
  query: QueryDto;
  /** Who shows the query. */
  uses: readonly QueryUseDto[];
  /** Newest first. */
  versions: QueryVersionDto[];
  save: ServerAction<z.input<typeof UpdateQueryInput>, QueryDto>;
  remove: ServerAction<{ queryId: string }, QueryDto>;
};

export function EditQuery({ query, versions, uses, save, remove, ...editor }: EditQueryProps) {
  const [showVersions, setShowVersions] = useState(false);
  const { slug, place } = editor;
  const form = useActionForm({
    schema: QueryFormInput,
    defaultValues: valuesOf(query),
    action: (values: QueryValues) => save({ ...values, queryId: query.id }),
    onSuccess: (saved) => {
      form.methods.resetField("changeNote", { defaultValue: "" });
      toast.success("Saved", { description: `Version ${saved.version} is what figures show from now on.` });
    },
  });
  const { methods } = form;
  const [definition, dataSourceId] = useWatch({
    control: form.control,
    name: ["definition", "dataSourceId"],
  });
  const isChanged = questionOf({ definition, dataSourceId }) !== questionOf(query);
  const isNewVersion = Boolean(methods.formState.dirtyFields.definition);
  const consequence = usesWords(uses);

  return (
    <>
      <PageHeader
        title={query.name}
        breadcrumbs={[{ label: "Queries", href: `/${slug}/queries` }]}
        status={
          methods.formState.isDirty ? (
            <Badge tone="warn">Not saved</Badge>
          ) : (
            <Badge>Version {query.version}</Badge>
          )
        }
        secondaryActions={
          <>
            <DeleteQuery slug={slug} query={query} remove={remove} />
            <Button onClick={() => setShowVersions(true)}>
              <History aria-hidden />
              Versions
            </Button>
          </>
        }
        action={
          <Button type="submit" form={QUERY_FORM_ID} variant="primary" loading={form.pending}>
            Save
          </Button>
        }
      />
      <QueryEditor {...editor} form={form} isChanged={isChanged} consequence={consequence}>
        {isNewVersion ? (
          <Panel title={`Version ${query.version + 1}`}>
            {consequence ? <p className="text-13 text-ink-2">{consequence}</p> : null}
            <TextField
              control={form.control}
              name="changeNote"
              label="What changed"
              optional
              hint="Kept with the version when you save."
              controlProps={{ maxLength: 500, autoComplete: "off" }}
            />
          </Panel>
        ) : null}
      </QueryEditor>
      <VersionsDialog
        open={showVersions}
        onClose={() => setShowVersions(false)}
        place={place}
        versions={versions}
        onUse={(version) => {
          methods.setValue("definition", version.definition, { shouldDirty: true });
          setShowVersions(false);
          toast(`Version ${version.number} stands in the editor`, { description: "Save to use it." });
        }}
      />
    </>
  );
}

function DeleteQuery({ slug, query, remove }: Pick<EditQueryProps, "slug" | "query" | "remove">) {
  const router = useRouter();
  const [refusal, setRefusal] = useState<string | null>(null);

  async function confirm() {
    const result = await attempt(remove({ queryId: query.id }));
    if (!result.ok) {
      setRefusal(result.error.message);
      return false;
    }
    toast.success(`“${query.name}” was deleted`);
    router.push(`/${slug}/queries`);
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
      name={query.name}
      consequence={
        refusal ? (
          <Callout tone="bad" role="alert" title="Not deleted.">
            {refusal}
          </Callout>
        ) : (
          "A query that dashboards or reports still show is not deleted."
        )
      }
      onConfirm={confirm}
    />
  );
}
