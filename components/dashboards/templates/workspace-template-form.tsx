"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { errorBodyOf } from "@/components/figures/fetch-json";
import { FigureError } from "@/components/figures/figure-error";
import { TextField } from "@/components/forms/fields";
import { Form, FormActions } from "@/components/forms/form";
import { FormError } from "@/components/forms/form-error";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import {
  DashboardFromWorkspaceTemplateInput,
  type QueryChoice,
  type QuerySlot,
  type WorkspaceTemplateDto,
} from "@/lib/dashboards/workspace-templates/schemas";
import type { ActionResult } from "@/lib/http/action-result";
import { cn } from "@/lib/utils/cn";
import { copyName } from "../copy-of";
import { isComplete, withGuesses } from "./map-to-query";
import { PreviewTabs } from "./preview-tabs";
import { type NamedQuery, QuerySlotFields } from "./query-slot-fields";
import { TemplatePreview } from "./template-preview";
import type { WorkspaceTemplateActions } from "./template-types";
import { useColumns } from "./use-columns";
import { useWorkspacePreview } from "./use-workspace-preview";

type WorkspaceTemplateFormProps = {
  slug: string;
  template: WorkspaceTemplateDto;
  queries: readonly NamedQuery[];
  onUse: WorkspaceTemplateActions["use"];
};

/** Which queries a template of the workspace is drawn from, and how that looks. */
export function WorkspaceTemplateForm({ slug, template, queries, onUse }: WorkspaceTemplateFormProps) {
  const router = useRouter();
  const choices = useChoices(slug, template.queries);
  const form = useActionForm({
    schema: DashboardFromWorkspaceTemplateInput,
    defaultValues: { templateId: template.id, name: copyName(template.name) },
    action: async (values) =>
      choices.isComplete ? onUse({ ...values, queries: choices.bySlot }) : INCOMPLETE,
    onSuccess: ({ id }) => router.push(`/${slug}/dashboards/${id}`),
    warnBeforeLeaving: false,
  });
  return (
    <div className="grid gap-6 lg:grid-cols-[20rem_minmax(0,1fr)]">
      <Form form={form} className="flex min-w-0 flex-col gap-4">
        <FormError />
        <TextField control={form.control} name="name" label="Name" controlProps={{ autoComplete: "off" }} />
        {template.queries.map((slot) => {
          const choice = choices.bySlot[slot.slot];
          return choice ? (
            <QuerySlotFields
              key={slot.slot}
              slot={slot}
              queries={queries}
              choice={choice}
              known={choice.kind === "replaced" ? choices.columns.get(choice.queryId) : undefined}
              onChange={(next) => choices.choose(slot.slot, next)}
              isChecked={form.methods.formState.isSubmitted}
            />
          ) : null;
        })}
        <FormActions>
          <SubmitButton>Make the dashboard</SubmitButton>
        </FormActions>
      </Form>
      <Preview slug={slug} template={template} queries={choices.bySlot} isComplete={choices.isComplete} />
    </div>
  );
}

const INCOMPLETE: ActionResult<never> = {
  ok: false,
  error: {
    code: "invalid_input",
    message: "Choose a column in place of each that the other query does not have.",
    details: {},
  },
};

/** What becomes of each query: kept where the person sees it, until they choose otherwise. */
function useChoices(slug: string, slots: readonly QuerySlot[]) {
  const [picked, setPicked] = useState<Readonly<Record<string, QueryChoice>>>({});
  const choiceOf = ({ slot, query }: QuerySlot): QueryChoice =>
    picked[slot] ?? (query ? { kind: "kept" } : { kind: "empty" });
  const others = slots
    .map(choiceOf)
    .flatMap((choice) => (choice.kind === "replaced" ? [choice.queryId] : []));
  const columns = useColumns(slug, others);
  const columnsFor = (choice: QueryChoice) =>
    choice.kind === "replaced" ? columns.get(choice.queryId)?.data : undefined;
  const all = slots.map((slot) => {
    const choice = choiceOf(slot);
    return [slot.slot, withGuesses(choice, slot, columnsFor(choice))] as const;
  });
  return {
    bySlot: Object.fromEntries(all),
    columns,
    isComplete: all.every(([, choice]) => isComplete(choice, columnsFor(choice))),
    choose: (slot: string, choice: QueryChoice) => setPicked((before) => ({ ...before, [slot]: choice })),
  };
}

type PreviewProps = Pick<WorkspaceTemplateFormProps, "slug" | "template"> & {
  queries: Record<string, QueryChoice>;
  isComplete: boolean;
};

function Preview({ slug, template, queries, isComplete: isReady }: PreviewProps) {
  const [tab, setTab] = useState(template.tabs[0]?.key);
  const { data, error, isFetching, refetch } = useWorkspacePreview(
    slug,
    { templateId: template.id, queries, tab },
    isReady,
  );
  const outline = template.tabs.find(({ key }) => key === tab)?.outline ?? [];
  return (
    <section aria-label="Preview" className="flex min-w-0 flex-col gap-2">
      <p role="status" className="text-13 text-ink-2">
        {isReady
          ? isFetching
            ? "Asking the sources…"
            : "With the figures of the queries you chose."
          : "The figures follow when every column is chosen."}
      </p>
      <PreviewTabs tabs={template.tabs} chosen={tab} onChoose={setTab}>
        {isReady && error ? (
          <div className="h-40">
            <FigureError error={errorBodyOf(error)} onRetry={() => void refetch()} retrying={isFetching} />
          </div>
        ) : (
          <div className={cn("transition-opacity", (isFetching || !isReady) && "opacity-60")}>
            <TemplatePreview
              widgets={data ?? outline}
              label={`“${template.name}” with the figures of the queries you chose`}
            />
          </div>
        )}
      </PreviewTabs>
    </section>
  );
}
