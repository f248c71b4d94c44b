"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { FigureError } from "@/components/figures/figure-error";
import { errorBodyOf, fetchJson } from "@/components/figures/fetch-json";
import type {
  PreviewTemplateInput,
  PreviewWidget,
  TemplateSummary,
} from "@/lib/dashboards/templates/schemas";
import { cn } from "@/lib/utils/cn";
import { TemplatePreview } from "./template-preview";

type LivePreviewProps = {
  slug: string;
  template: TemplateSummary;
  /** undefined until a table is chosen. */
  choice: PreviewTemplateInput | undefined;
};

/** With sample rows at first, with the source's own as soon as every column is chosen. */
export function LivePreview({ slug, template, choice }: LivePreviewProps) {
  const isComplete = choice !== undefined && template.slots.every(({ name }) => choice.columns[name]);
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ["dashboard-template-preview", slug, choice],
    queryFn: ({ signal }) =>
      fetchJson<PreviewWidget[]>(
        `/api/v1/dashboards/templates/preview?workspace=${encodeURIComponent(slug)}`,
        {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(choice),
          signal,
        },
      ),
    enabled: isComplete,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const isOwn = isComplete && data !== undefined;
  return (
    <section aria-label="Preview" className="flex min-w-0 flex-col gap-2">
      <p role="status" className="text-13 text-ink-2">
        {isFetching ? "Asking the source…" : isOwn ? "With your own rows." : "With sample rows."}
      </p>
      {isComplete && error ? (
        <div className="h-40">
          <FigureError error={errorBodyOf(error)} onRetry={() => void refetch()} retrying={isFetching} />
        </div>
      ) : (
        <div className={cn("transition-opacity", isFetching && "opacity-60")}>
          <TemplatePreview
            widgets={isOwn ? data : template.preview}
            label={`“${template.name}” ${isOwn ? "with your own rows" : "with sample rows"}`}
          />
        </div>
      )}
    </section>
  );
}
