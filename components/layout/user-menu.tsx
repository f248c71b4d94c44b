"use client";

import { LogOut } from "lucide-react";
import { useTheme } from "next-themes";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import type { OpenedProps } from "@/components/ui/opened-on-demand";
import { ROLE_WORDS, type ShellContext } from "./shell-types";
import { THEMES } from "./themes";
import { useSignOut } from "./use-sign-out";

type UserMenuProps = OpenedProps & { user: ShellContext["user"]; onSignOut?: () => Promise<void> };

/** Who is signed in, the theme, and the way out. */
export function UserMenu({ trigger, defaultOpen, user, onSignOut }: UserMenuProps) {
  const { theme, setTheme } = useTheme();
  const signOut = useSignOut(onSignOut);
  return (
    <DropdownMenu defaultOpen={defaultOpen}>
      <DropdownMenuTrigger asChild>{trigger}</DropdownMenuTrigger>
      <DropdownMenuContent align="start" side="top" className="w-60">
        <div className="px-2 py-1.5">
          <p className="truncate text-13 font-medium">{user.name}</p>
          <p className="truncate text-xs text-ink-3">
            {user.email} · {ROLE_WORDS[user.role]}
          </p>
        </div>
        <DropdownMenuSeparator />
        <DropdownMenuLabel>Theme</DropdownMenuLabel>
        <DropdownMenuRadioGroup value={theme} onValueChange={setTheme}>
          {THEMES.map(({ value, label, icon: Icon }) => (
            <DropdownMenuRadioItem key={value} value={value}>
              <Icon aria-hidden />
              {label}
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
        <DropdownMenuSeparator />
        <DropdownMenuItem onSelect={signOut}>
          <LogOut aria-hidden />
          Sign out
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
