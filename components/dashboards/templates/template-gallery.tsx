"use client";

import { useState } from "react";
import { TemplateShelves } from "@/components/library/template-shelves";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import type { TemplateSummary } from "@/lib/dashboards/templates/schemas";
import type { WorkspaceTemplateDto } from "@/lib/dashboards/workspace-templates/schemas";
import type { NamedQuery } from "./query-slot-fields";
import { TemplateForm } from "./template-form";
import { TemplatePreview } from "./template-preview";
import type { CreateFromTemplate, WorkspaceTemplateActions } from "./template-types";
import { WorkspaceTemplateCard } from "./workspace-template-card";
import { WorkspaceTemplateForm } from "./workspace-template-form";

type TemplateGalleryProps = {
  slug: string;
  sources: readonly { id: string; name: string }[];
  templates: readonly TemplateSummary[];
  create: CreateFromTemplate;
  /** Dashboards that people of the workspace saved as templates. */
  own: readonly WorkspaceTemplateDto[];
  /** What their queries can be replaced by. */
  queries: readonly NamedQuery[];
  actions: WorkspaceTemplateActions;
};

type Chosen =
  | { kind: "system"; template: TemplateSummary }
  | { kind: "own"; template: WorkspaceTemplateDto }
  | null;

/** Dashboards to begin from, each as it will look: those of the workspace, and those that come with the product. */
export function TemplateGallery(props: TemplateGalleryProps) {
  const { slug, sources, templates, create, own, queries, actions } = props;
  const [chosen, setChosen] = useState<Chosen>(null);
  return (
    <div className="flex flex-col gap-8">
      <TemplateShelves
        className="gap-5 md:grid-cols-2 2xl:grid-cols-3"
        own={own.map((template) => (
          <WorkspaceTemplateCard
            key={template.id}
            slug={slug}
            template={template}
            actions={actions}
            onUse={() => setChosen({ kind: "own", template })}
          />
        ))}
        product={templates.map((template) => (
          <TemplateCard
            key={template.id}
            template={template}
            onUse={() => setChosen({ kind: "system", template })}
          />
        ))}
      />
      <Dialog open={chosen !== null} onOpenChange={(open) => !open && setChosen(null)}>
        <DialogContent size="xl" className="lg:max-w-6xl">
          <DialogHeader>
            <DialogTitle>{chosen?.template.name}</DialogTitle>
            <DialogDescription>
              {chosen?.kind === "own"
                ? "Choose what it is drawn from. You get a dashboard of your own, shared with nobody yet, and can change everything afterwards."
                : "Choose the table and the columns it is about. You get a dashboard and its queries, and can change everything afterwards."}
            </DialogDescription>
          </DialogHeader>
          {chosen?.kind === "system" ? (
            <TemplateForm
              key={chosen.template.id}
              slug={slug}
              sources={sources}
              template={chosen.template}
              create={create}
            />
          ) : null}
          {chosen?.kind === "own" ? (
            <WorkspaceTemplateForm
              key={chosen.template.id}
              slug={slug}
              template={chosen.template}
              queries={queries}
              onUse={actions.use}
            />
          ) : null}
        </DialogContent>
      </Dialog>
    </div>
  );
}

function TemplateCard({ template, onUse }: { template: TemplateSummary; onUse: () => void }) {
  const { name, description, category, preview } = template;
  return (
    <li className="flex flex-col gap-3 rounded-lg border border-rule bg-card p-4">
      <div className="max-h-72 overflow-hidden rounded-md">
        <TemplatePreview widgets={preview} label={`“${name}” with sample rows`} />
      </div>
      <div className="flex items-start justify-between gap-2">
        <h3 className="text-base font-semibold text-ink">{name}</h3>
        <Badge>{category}</Badge>
      </div>
      <p className="flex-1 text-13 text-pretty text-ink-2">{description}</p>
      <Button size="sm" className="self-start" aria-label={`Use this template: ${name}`} onClick={onUse}>
        Use this template
      </Button>
    </li>
  );
}
