"use client";

import { Check } from "lucide-react";
import Link from "next/link";
import { Avatar } from "@/components/ui/avatar";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import type { OpenedProps } from "@/components/ui/opened-on-demand";
import type { ShellContext } from "./shell-types";

type WorkspaceSwitcherProps = OpenedProps & { shell: ShellContext };

export function WorkspaceSwitcher({ trigger, defaultOpen, shell }: WorkspaceSwitcherProps) {
  const { workspaces, current } = shell;
  return (
    <DropdownMenu defaultOpen={defaultOpen}>
      <DropdownMenuTrigger asChild>{trigger}</DropdownMenuTrigger>
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
