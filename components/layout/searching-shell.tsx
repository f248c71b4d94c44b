"use client";

import type { ComponentProps } from "react";
import type { FoundItem } from "@/lib/search/schemas";
import { AppShell } from "./app-shell";
import type { PaletteItem } from "./command-palette-provider";

const KINDS = {
  dashboard: { word: "Dashboard", folder: "dashboards" },
  report: { word: "Report", folder: "reports" },
  schedule: { word: "Schedule", folder: "schedules" },
  query: { word: "Query", folder: "queries" },
} as const satisfies Record<FoundItem["kind"], { word: string; folder: string }>;

/** The shell with a command palette that finds the workspace's things by name. */
export function SearchingShell(props: Omit<ComponentProps<typeof AppShell>, "search">) {
  const { slug } = props.current;
  return <AppShell {...props} search={(query) => search(slug, query)} />;
}

async function search(slug: string, query: string): Promise<PaletteItem[]> {
  const response = await fetch(`/api/v1/search?${new URLSearchParams({ workspace: slug, query })}`);
  if (!response.ok) return [];
  const found = (await response.json()) as FoundItem[];
  return found.map(({ id, kind, name, detail }) => ({
    id: `${kind}-${id}`,
    label: name,
    hint: [KINDS[kind].word, detail].filter(Boolean).join(" · "),
    href: `/${slug}/${KINDS[kind].folder}/${id}`,
  }));
}
