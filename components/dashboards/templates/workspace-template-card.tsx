"use client";

import { Pencil, Trash2 } from "lucide-react";
import { useRef, useState } from "react";
import { runAction } from "@/components/forms/run-action";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { MoreButton } from "@/components/ui/more-button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { toast } from "@/components/ui/toast";
import type { WorkspaceTemplateDto } from "@/lib/dashboards/workspace-templates/schemas";
import { useNear } from "../reading/use-near";
import { RenameTemplateDialog } from "./rename-template-dialog";
import { TemplatePreview } from "./template-preview";
import type { WorkspaceTemplateActions } from "./template-types";
import { useWorkspacePreview } from "./use-workspace-preview";

type WorkspaceTemplateCardProps = {
  slug: string;
  template: WorkspaceTemplateDto;
  actions: WorkspaceTemplateActions;
  onUse: () => void;
};

/** A template of the workspace with today's figures, those that the person may see. */
export function WorkspaceTemplateCard({ slug, template, actions, onUse }: WorkspaceTemplateCardProps) {
  const { id, name, description, authorName, tabs } = template;
  const ref = useRef<HTMLLIElement>(null);
  const { data } = useWorkspacePreview(slug, { templateId: id }, useNear(ref, false));
  const unseen = template.queries.filter(({ query }) => query === null).length;
  return (
    <li ref={ref} className="flex flex-col gap-3 rounded-lg border border-rule bg-card p-4">
      <div className="max-h-72 overflow-hidden rounded-md">
        <TemplatePreview
          widgets={data ?? tabs[0]?.outline ?? []}
          label={`“${name}” with the figures you may see`}
        />
      </div>
      <div className="flex items-start justify-between gap-2">
        <h3 className="min-w-0 text-base font-semibold wrap-break-word text-ink">{name}</h3>
        {template.mayManage ? <CardMenu template={template} actions={actions} /> : null}
      </div>
      {description ? <p className="text-13 text-pretty text-ink-2">{description}</p> : null}
      <p className="flex-1 text-13 text-ink-3">
        {authorName ? `By ${authorName}.` : "By somebody who has left."}
        {unseen > 0
          ? ` ${unseen === 1 ? "One of its queries is not shared with you, or was deleted: choose another" : `${unseen} of its queries are not shared with you, or were deleted: choose others`} when you use it.`
          : ""}
      </p>
      <Button size="sm" className="self-start" aria-label={`Use this template: ${name}`} onClick={onUse}>
        Use this template
      </Button>
    </li>
  );
}

function CardMenu({ template, actions }: Pick<WorkspaceTemplateCardProps, "template" | "actions">) {
  const [shown, setShown] = useState<"rename" | "delete" | null>(null);
  const trigger = useRef<HTMLButtonElement>(null);

  async function remove() {
    const removed = await runAction(actions.remove({ templateId: template.id }));
    if (!removed) return false;
    toast.success(`The template “${removed.name}” is deleted`);
  }

  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <MoreButton ref={trigger} about={template.name} className="-mr-1.5 shrink-0" />
        </DropdownMenuTrigger>
        <DropdownMenuContent>
          <DropdownMenuItem onSelect={() => setShown("rename")}>
            <Pencil aria-hidden />
            Rename
          </DropdownMenuItem>
          <DropdownMenuItem destructive onSelect={() => setShown("delete")}>
            <Trash2 aria-hidden />
            Delete
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      {shown === "rename" ? (
        <RenameTemplateDialog
          template={template}
          rename={actions.rename}
          opener={trigger}
          onClose={() => setShown(null)}
        />
      ) : null}
      <ConfirmDialog
        open={shown === "delete"}
        onOpenChange={(open) => setShown(open ? "delete" : null)}
        verb="Delete"
        name={template.name}
        consequence="Nobody can begin from this template any more. Dashboards that were made of it stay."
        onConfirm={remove}
      />
    </>
  );
}
