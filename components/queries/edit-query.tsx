"use client";

import { History } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useWatch } from "react-hook-form";
import type { z } from "zod";
import { TextField } from "@/components/forms/fields";
import { runAction } from "@/components/forms/run-action";
import { useActionForm } from "@/components/forms/use-action-form";
import { PageHeader } from "@/components/layout/page-header";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { ServerAction } from "@/lib/http/action-result";
import {
  type CopyQueryInput,
  QueryDefinition,
  type QueryDto,
  type QueryUseDto,
  type QueryVersionDto,
  type RestoreVersionInput,
  type TransferQueryInput,
  type UpdateQueryInput,
} from "@/lib/queries/schemas";
import { QueryFormInput, type QueryValues, questionOf, valuesOf } from "./form-values";
import { Panel, QUERY_FORM_ID, QueryEditor, type QueryEditorProps } from "./query-editor";
import { QueryMenu } from "./library/query-menu";
import { QueryRuns } from "./runs/query-runs";
import { usesWords } from "./query-uses";
import { VersionsDialog } from "./versions-dialog";

type EditQueryProps = Pick<
  QueryEditorProps,
  "slug" | "place" | "sources" | "categories" | "sharing" | "exportResult"
> & {
  query: QueryDto;
  /** What can be done with it elsewhere, e.g. adding it to a dashboard. */
  leadsTo?: ReactNode;
  /** ISO 8601. */
  now: string;
  /** Who shows the query. */
  uses: readonly QueryUseDto[];
  /** Newest first. */
  versions: QueryVersionDto[];
  save: ServerAction<z.input<typeof UpdateQueryInput>, QueryDto>;
  remove: ServerAction<{ queryId: string }, QueryDto>;
  restore: ServerAction<z.input<typeof RestoreVersionInput>, QueryDto>;
  copy: ServerAction<z.input<typeof CopyQueryInput>, QueryDto>;
  transfer: ServerAction<z.input<typeof TransferQueryInput>, QueryDto>;
};

export function EditQuery(props: EditQueryProps) {
  const { query, leadsTo, versions, uses, save, remove, restore, copy, transfer, now, ...editor } = props;
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
  const presentDefinition = QueryDefinition.safeParse(definition);

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
            <QueryMenu
              slug={slug}
              query={query}
              uses={uses}
              owners={editor.sharing.owners}
              remove={remove}
              copy={copy}
              transfer={transfer}
            />
            <Button onClick={() => setShowVersions(true)}>
              <History aria-hidden />
              Versions
            </Button>
            {leadsTo}
          </>
        }
        action={
          <Button type="submit" form={QUERY_FORM_ID} variant="primary" loading={form.pending}>
            Save
          </Button>
        }
      />
      <QueryEditor
        {...editor}
        form={form}
        queryId={query.id}
        isChanged={isChanged}
        consequence={consequence}
        below={
          <section aria-labelledby="runs-heading" className="min-w-0 rounded-lg border bg-card p-4">
            <h2 id="runs-heading" className="mb-2 font-serif text-lg">
              Last runs
            </h2>
            <QueryRuns slug={slug} place={place} now={now} queryId={query.id} />
          </section>
        }
      >
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
        present={presentDefinition.success ? presentDefinition.data : null}
        onRestore={async (version) => {
          const restored = await runAction(restore({ queryId: query.id, number: version.number }));
          if (!restored) return;
          methods.reset(valuesOf(restored));
          setShowVersions(false);
          toast.success(`Version ${version.number} is back`, {
            description: `Saved as version ${restored.version}.`,
          });
        }}
        onUse={(version) => {
          methods.setValue("definition", version.definition, { shouldDirty: true });
          setShowVersions(false);
          toast(`Version ${version.number} stands in the editor`, { description: "Save to use it." });
        }}
      />
    </>
  );
}
