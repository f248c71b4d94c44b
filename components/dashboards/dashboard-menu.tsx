"use client";

import {
  Copy,
  Globe,
  History,
  House,
  LayoutTemplate,
  ListFilter,
  RotateCcw,
  Trash2,
  UserRound,
  Users,
} from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import type { Place } from "@/components/figures/place";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { onDemand } from "@/components/ui/on-demand";
import type { OpenedProps } from "@/components/ui/opened-on-demand";
import { toast } from "@/components/ui/toast";
import type { DashboardDto, DashboardView } from "@/lib/dashboards/schemas";
import { runAction } from "@/components/forms/run-action";
import { duplicateOf } from "./copy-of";
import { initialView } from "./filters/filter-values";
import { removeWithUndo } from "./remove-with-undo";
import type { DashboardActions } from "./screen-types";

const PublicLinksSheet = onDemand(async () => (await import("./links/public-links-sheet")).PublicLinksSheet);
const AudienceSheet = onDemand(async () => (await import("./people/audience-sheet")).AudienceSheet);
const SaveAsTemplateDialog = onDemand(
  async () => (await import("./templates/save-as-template-dialog")).SaveAsTemplateDialog,
);
const TransferDialog = onDemand(async () => (await import("./people/transfer-dialog")).TransferDialog);
const VersionsSheet = onDemand(async () => (await import("./versions/versions-sheet")).VersionsSheet);

type DashboardMenuProps = OpenedProps & {
  dashboard: DashboardDto;
  /** Slug. */
  workspace: string;
  place: Place;
  can: { edit: boolean; create: boolean; remove: boolean };
  actions: DashboardActions;
  /** What is looked at now. */
  view: DashboardView;
  setView: (view: DashboardView) => void;
  /** Whether the person has saved filters as their default. */
  hasOwnView: boolean;
  /** After an earlier version was published again. */
  onRestored: (dashboard: DashboardDto) => void;
};

type Shown = "links" | "audience" | "versions" | "template" | "transfer" | null;

/** What is seldom done with a dashboard. */
export function DashboardMenu(props: DashboardMenuProps) {
  const { dashboard, workspace, place, can, actions, view, setView, hasOwnView, onRestored } = props;
  const router = useRouter();
  const [shown, setShown] = useState<Shown>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const sheet = { workspace, dashboard, opener: trigger, onClose: () => setShown(null) };
  const list = `/${workspace}/dashboards`;

  async function duplicate() {
    const result = await duplicateOf(dashboard, actions.create);
    if (!result.ok) return void toast.error("Not duplicated", { description: result.error.message });
    router.push(`${list}/${result.data.id}?edit=true`);
  }

  async function keepView() {
    const { id: dashboardId } = dashboard;
    if (!(await runAction(actions.own.saveView({ dashboardId, view })))) return;
    toast.success("Saved as your default", {
      description: "This dashboard opens with these filters for you, and for nobody else.",
      action: {
        label: "Use the dashboard's own",
        onClick: () => void runAction(actions.own.clearView({ dashboardId })),
      },
    });
  }

  /** Back to the dashboard's own, now and whenever it is opened. */
  async function forgetView() {
    const { id: dashboardId } = dashboard;
    if (!(await runAction(actions.own.clearView({ dashboardId })))) return;
    setView(initialView(dashboard.filters));
    toast.success("Your default filters are gone", {
      description: "This dashboard opens with its own filters for you again.",
    });
  }

  async function beginHere() {
    const chosen = await runAction(actions.own.chooseStart({ dashboardId: dashboard.id }));
    if (!chosen) return;
    toast.success(`“${dashboard.name}” is what you see first`, {
      description: "After signing in, and on top of your home page.",
      action: { label: "Undo", onClick: () => void runAction(actions.own.clearOwnStart({})) },
    });
  }

  function remove() {
    // Away first: the page of a deleted dashboard would be drawn anew as "not found".
    router.push(list);
    void removeWithUndo(dashboard, actions);
  }

  return (
    <>
      <DropdownMenu defaultOpen={props.defaultOpen}>
        <DropdownMenuTrigger ref={trigger} asChild>
          {props.trigger}
        </DropdownMenuTrigger>
        <DropdownMenuContent>
          {can.edit ? (
            <>
              <DropdownMenuItem onSelect={() => setShown("audience")}>
                <Users aria-hidden />
                Who can see this
              </DropdownMenuItem>
              <DropdownMenuItem onSelect={() => setShown("versions")}>
                <History aria-hidden />
                Versions
              </DropdownMenuItem>
            </>
          ) : null}
          {dashboard.access.manage ? (
            <DropdownMenuItem onSelect={() => setShown("links")}>
              <Globe aria-hidden />
              Public links
            </DropdownMenuItem>
          ) : null}
          <DropdownMenuItem onSelect={() => void beginHere()}>
            <House aria-hidden />
            Show me this first
          </DropdownMenuItem>
          <DropdownMenuItem onSelect={() => void keepView()}>
            <ListFilter aria-hidden />
            Save these filters as my default
          </DropdownMenuItem>
          {hasOwnView ? (
            <DropdownMenuItem onSelect={() => void forgetView()}>
              <RotateCcw aria-hidden />
              Forget my default filters
            </DropdownMenuItem>
          ) : null}
          {can.create ? (
            <DropdownMenuItem onSelect={() => void duplicate()}>
              <Copy aria-hidden />
              Duplicate
            </DropdownMenuItem>
          ) : null}
          {can.edit ? (
            <DropdownMenuItem onSelect={() => setShown("template")}>
              <LayoutTemplate aria-hidden />
              Save as template
            </DropdownMenuItem>
          ) : null}
          {dashboard.access.manage ? (
            <DropdownMenuItem onSelect={() => setShown("transfer")}>
              <UserRound aria-hidden />
              Give to somebody else
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
      {shown === "links" ? <PublicLinksSheet {...sheet} place={place} actions={actions.links} /> : null}
      {shown === "audience" ? (
        <AudienceSheet
          {...sheet}
          actions={actions.own}
          onLinks={dashboard.access.manage ? () => setShown("links") : null}
        />
      ) : null}
      {shown === "versions" ? (
        <VersionsSheet
          {...sheet}
          place={place}
          restore={actions.own.restoreVersion}
          onRestored={onRestored}
        />
      ) : null}
      {shown === "template" ? <SaveAsTemplateDialog {...sheet} save={actions.saveAsTemplate} /> : null}
      {shown === "transfer" ? <TransferDialog {...sheet} transfer={actions.own.transfer} /> : null}
    </>
  );
}
