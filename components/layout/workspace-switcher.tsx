"use client";

import { Check, ChevronsUpDown } from "lucide-react";
import Link from "next/link";
import { Avatar } from "@/components/ui/avatar";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import type { ShellContext } from "./shell-types";

export function WorkspaceSwitcher({ shell }: { shell: ShellContext }) {
  const { workspaces, current } = shell;
  return (
    <DropdownMenu>
      <DropdownMenuTrigger className="flex h-9 w-full items-center justify-center gap-2 rounded-md border border-rule bg-card px-2 text-sm font-medium transition-colors hover:border-rule-strong data-[state=open]:border-rule-strong rail:justify-start">
        <Avatar name={current.name} shape="square" />
        <span className="flex-1 truncate text-left max-rail:sr-only">
          <span className="sr-only">Workspace: </span>
          {current.name}
        </span>
        <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-ink-3 max-rail:hidden" />
      </DropdownMenuTrigger>
      <DropdownMenuContent align="start" className="w-60">
        <DropdownMenuLabel>Workspaces</DropdownMenuLabel>
        {workspaces.map((workspace) => (
          <DropdownMenuItem key={workspace.slug} asChild>
            <Link
              href={`/${workspace.slug}`}
              aria-current={workspace.slug === current.slug ? "true" : undefined}
            >
              <Avatar name={workspace.name} shape="square" />
              <span className="flex-1 truncate">{workspace.name}</span>
              {workspace.slug === current.slug ? <Check aria-hidden className="text-accent" /> : null}
            </Link>
          </DropdownMenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
