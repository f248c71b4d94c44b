"use client";

import { useState } from "react";
import type { z } from "zod";
import { TemplateShelves } from "@/components/library/template-shelves";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import type { ServerAction } from "@/lib/http/action-result";
import { QUERY_TEMPLATES, type QueryTemplate } from "@/lib/queries/library/templates";
import type { CopyQueryInput, QueryDto, QuerySummary, UseTemplateInput } from "@/lib/queries/schemas";
import { CopyForm } from "./copy-form";
import { TemplateForm } from "./template-form";

export type TemplateGalleryProps = {
  slug: string;
  sources: readonly { id: string; name: string }[];
  /** Queries of the workspace that are offered as templates. */
  own: readonly QuerySummary[];
  use: ServerAction<z.input<typeof UseTemplateInput>, QueryDto>;
  copy: ServerAction<z.input<typeof CopyQueryInput>, QueryDto>;
};

type Chosen = { kind: "system"; template: QueryTemplate } | { kind: "own"; query: QuerySummary } | null;

/** Questions to begin from: those of the workspace, and those that come with the product. */
export function TemplateGallery({ slug, sources, own, use, copy }: TemplateGalleryProps) {
  const [chosen, setChosen] = useState<Chosen>(null);
  const title = chosen?.kind === "system" ? chosen.template.name : (chosen?.query.name ?? "");
  return (
    <div className="flex flex-col gap-8">
      <TemplateShelves
        className="gap-4 sm:grid-cols-2 xl:grid-cols-3"
        own={own.map((query) => (
          <TemplateCard
            key={query.id}
            name={query.name}
            description={query.description || `Asks ${query.dataSourceName}.`}
            category={query.category}
            onUse={() => setChosen({ kind: "own", query })}
          />
        ))}
        product={QUERY_TEMPLATES.map((template) => (
          <TemplateCard
            key={template.id}
            name={template.name}
            description={template.description}
            category={template.category}
            onUse={() => setChosen({ kind: "system", template })}
          />
        ))}
      />
      <Dialog open={chosen !== null} onOpenChange={(open) => !open && setChosen(null)}>
        <DialogContent>
          <DialogHeader>
            <DialogTitle>{title}</DialogTitle>
            <DialogDescription>
              {chosen?.kind === "system"
                ? "Choose the table and the columns it is about. You get a query of your own, which only you see until you share it."
                : "You get a copy of your own, which only you see until you share it."}
            </DialogDescription>
          </DialogHeader>
          {chosen?.kind === "system" ? (
            <TemplateForm
              key={chosen.template.id}
              slug={slug}
              sources={sources}
              template={chosen.template}
              use={use}
            />
          ) : null}
          {chosen?.kind === "own" ? <CopyForm slug={slug} query={chosen.query} copy={copy} /> : null}
        </DialogContent>
      </Dialog>
    </div>
  );
}

type TemplateCardProps = { name: string; description: string; category: string; onUse: () => void };

function TemplateCard({ name, description, category, onUse }: TemplateCardProps) {
  return (
    <li className="flex flex-col gap-2 rounded-lg border bg-card p-4">
      <div className="flex items-start justify-between gap-2">
        <h3 className="text-sm font-medium">{name}</h3>
        {category ? <Badge>{category}</Badge> : null}
      </div>
      <p className="flex-1 text-13 text-pretty text-ink-2">{description}</p>
      <Button size="sm" className="self-start" aria-label={`Use ${name}`} onClick={onUse}>
        Use
      </Button>
    </li>
  );
}
