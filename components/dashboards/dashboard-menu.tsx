"use client";

import { Copy, Ellipsis, Globe, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Place } from "@/components/figures/place";
import { attempt } from "@/components/forms/attempt";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { toast } from "@/components/ui/toaster";
import type { DashboardDto } from "@/lib/dashboards/schemas";
import { copyOf } from "./copy-of";
import { PublicLinksSheet } from "./links/public-links-sheet";
import { removeWithUndo } from "./remove-with-undo";
import type { DashboardActions } from "./screen-types";

type DashboardMenuProps = {
  dashboard: DashboardDto;
  /** Slug. */
  workspace: string;
  place: Place;
  can: { edit: boolean; create: boolean; remove: boolean };
  actions: DashboardActions;
};

/** What is seldom done with a dashboard. */
export function DashboardMenu({ dashboard, workspace, place, can, actions }: DashboardMenuProps) {
  const router = useRouter();
  const [showsLinks, setShowsLinks] = useState(false);
  if (!can.edit && !can.create && !can.remove) return null;
  const list = `/${workspace}/dashboards`;

  async function duplicate() {
    const result = await attempt(actions.create(copyOf(dashboard)));
    if (!result.ok) return void toast.error("Not duplicated", { description: result.error.message });
    router.push(`${list}/${result.data.id}?edit=true`);
  }

  function remove() {
    // Away first: the page of a deleted dashboard would be drawn anew as "not found".
    router.push(list);
    void removeWithUndo(dashboard, actions);
  }

  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button variant="ghost" size="icon" aria-label="More about this dashboard">
            <Ellipsis aria-hidden />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent>
          {can.edit ? (
            <DropdownMenuItem onSelect={() => setShowsLinks(true)}>
              <Globe aria-hidden />
              Public links
            </DropdownMenuItem>
          ) : null}
          {can.create ? (
            <DropdownMenuItem onSelect={() => void duplicate()}>
              <Copy aria-hidden />
              Duplicate
            </DropdownMenuItem>
          ) : null}
          {can.remove ? (
            <DropdownMenuItem destructive onSelect={remove}>
              <Trash2 aria-hidden />
              Delete
            </DropdownMenuItem>
          ) : null}
        </DropdownMenuContent>
      </DropdownMenu>
      <PublicLinksSheet
        workspace={workspace}
        dashboard={dashboard}
        place={place}
        actions={actions.links}
        open={showsLinks}
        onOpenChange={setShowsLinks}
      />
    </>
  );
}
