"use client";

import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import type { TemplateSummary } from "@/lib/dashboards/templates/schemas";
import { TemplateForm } from "./template-form";
import { TemplatePreview } from "./template-preview";
import type { CreateFromTemplate } from "./template-types";

type TemplateGalleryProps = {
  slug: string;
  sources: readonly { id: string; name: string }[];
  templates: readonly TemplateSummary[];
  create: CreateFromTemplate;
};

/** Dashboards to begin from, each as it will look. */
export function TemplateGallery({ slug, sources, templates, create }: TemplateGalleryProps) {
  const [chosen, setChosen] = useState<TemplateSummary | null>(null);
  return (
    <>
      <ul className="grid gap-5 md:grid-cols-2 2xl:grid-cols-3">
        {templates.map((template) => (
          <TemplateCard key={template.id} template={template} onUse={() => setChosen(template)} />
        ))}
      </ul>
      <Dialog open={chosen !== null} onOpenChange={(open) => !open && setChosen(null)}>
        <DialogContent size="xl" className="lg:max-w-6xl">
          <DialogHeader>
            <DialogTitle>{chosen?.name}</DialogTitle>
            <DialogDescription>
              Choose the table and the columns it is about. You get a dashboard and its queries, and can
              change everything afterwards.
            </DialogDescription>
          </DialogHeader>
          {chosen ? (
            <TemplateForm key={chosen.id} slug={slug} sources={sources} template={chosen} create={create} />
          ) : null}
        </DialogContent>
      </Dialog>
    </>
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
        <h2 className="text-base font-semibold text-ink">{name}</h2>
        <Badge>{category}</Badge>
      </div>
      <p className="flex-1 text-13 text-pretty text-ink-2">{description}</p>
      <Button size="sm" className="self-start" aria-label={`Use the template ${name}`} onClick={onUse}>
        Use this template
      </Button>
    </li>
  );
}
