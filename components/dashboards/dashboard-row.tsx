"use client";

import { Globe, Lock, Trash2 } from "lucide-react";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { MoreButton } from "@/components/ui/more-button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { RelativeTime } from "@/components/ui/relative-time";
import type { DashboardSummary } from "@/lib/dashboards/schemas";
import { FavouriteButton } from "./library/favourite-button";
import { TYPE_WORDS } from "./library/type-words";
import { linkWords, VISIBILITY_WORDS } from "./people/audience-words";
import { removeWithUndo } from "./remove-with-undo";
import type { DashboardActions } from "./screen-types";

type DashboardRowProps = {
  dashboard: DashboardSummary;
  workspace: { slug: string; zone: string; locale: string };
  now: string;
  actions: DashboardActions;
};

/** One dashboard of the list; the whole card leads to it. */
export function DashboardRow({ dashboard, workspace, now, actions }: DashboardRowProps) {
  const { id, name, description, ownerName, widgetCount, lastUsedAt, visibility } = dashboard;
  return (
    <li className="relative flex flex-col rounded-lg border border-rule bg-card p-4 transition-colors hover:border-rule-strong has-[a:focus-visible]:outline-2 has-[a:focus-visible]:outline-offset-2 has-[a:focus-visible]:outline-accent">
      <div className="flex items-start gap-2">
        <h2 className="min-w-0 flex-1 font-serif text-xl text-ink">
          <Link
            href={`/${workspace.slug}/dashboards/${id}`}
            className="outline-none after:absolute after:inset-0 after:rounded-lg"
          >
            {name}
          </Link>
        </h2>
        <FavouriteButton
          dashboard={dashboard}
          setFavourite={actions.own.setFavourite}
          className="relative z-10 -mt-0.5"
        />
        {dashboard.access.manage ? (
          <DropdownMenu>
            <DropdownMenuTrigger asChild>
              <MoreButton about={name} className="relative z-10 -mt-0.5 -mr-1.5" />
            </DropdownMenuTrigger>
            <DropdownMenuContent>
              <DropdownMenuItem destructive onSelect={() => void removeWithUndo(dashboard, actions)}>
                <Trash2 aria-hidden />
                Delete
              </DropdownMenuItem>
            </DropdownMenuContent>
          </DropdownMenu>
        ) : null}
      </div>
      <p className="mt-1 line-clamp-2 min-h-5 text-13 text-ink-2">{description}</p>
      <p className="mt-2 flex flex-wrap gap-1 empty:hidden">
        {visibility === "WORKSPACE" ? null : (
          <Badge>
            <Lock aria-hidden />
            {visibility === "PRIVATE" ? "Private" : VISIBILITY_WORDS[visibility].label}
          </Badge>
        )}
        {dashboard.activeLinkCount > 0 ? (
          <Badge tone="warn">
            <Globe aria-hidden />
            {linkWords(dashboard.activeLinkCount)}
          </Badge>
        ) : null}
        {dashboard.type === "PERSONAL" ? null : (
          <Badge tone="accent">{TYPE_WORDS[dashboard.type].label}</Badge>
        )}
        {dashboard.tags.map((tag) => (
          <Badge key={tag}>{tag}</Badge>
        ))}
      </p>
      <p className="mt-auto pt-3 text-xs text-ink-3">
        {widgetCount} {widgetCount === 1 ? "widget" : "widgets"}
        {ownerName ? ` · ${ownerName}` : null}
        {lastUsedAt ? (
          <>
            {" · opened "}
            <RelativeTime plain at={lastUsedAt} now={now} zone={workspace.zone} locale={workspace.locale} />
          </>
        ) : (
          " · not opened yet"
        )}
      </p>
    </li>
  );
}
