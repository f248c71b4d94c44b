"use client";

import { Check, LogOut } from "lucide-react";
import Link from "next/link";
import { useTheme } from "next-themes";
import type { RefObject } from "react";
import { giveFocusBack } from "@/components/figures/menu-trigger";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Sheet, SheetContent, SheetHeader, SheetTitle } from "@/components/ui/sheet";
import { cn } from "@/lib/utils/cn";
import { currentOf, type NavItem } from "./nav-items";
import { type AttentionCounts, ROLE_WORDS, type ShellContext } from "./shell-types";
import { THEMES, type ThemeChoice } from "./themes";
import { useSignOut } from "./use-sign-out";

type MoreSheetProps = {
  shell: ShellContext;
  items: NavItem[];
  pathname: string;
  attention?: AttentionCounts;
  onSignOut?: () => Promise<void>;
  onClose: () => void;
  /** The button it was opened from. */
  opener: RefObject<HTMLElement | null>;
};

const rowClasses =
  "flex h-11 items-center gap-3 rounded-md px-3 text-sm hover:bg-sunken focus-visible:-outline-offset-2";

/** What did not fit into the phone's bar: the other pages, the other workspaces, the theme and the way out. */
export function MoreSheet({ onClose, opener, ...props }: MoreSheetProps) {
  return (
    <Sheet open onOpenChange={(open) => !open && onClose()}>
      <SheetContent
        side="bottom"
        aria-describedby={undefined}
        onCloseAutoFocus={(event) => giveFocusBack(event, opener.current)}
      >
        <MoreContent {...props} />
      </SheetContent>
    </Sheet>
  );
}

function MoreContent({
  shell,
  items,
  pathname,
  attention,
  onSignOut,
}: Omit<MoreSheetProps, "onClose" | "opener">) {
  return (
    <>
      <SheetHeader>
        <SheetTitle>More</SheetTitle>
      </SheetHeader>
      <ul className="p-2">
        {items.map((item) => (
          <li key={item.key}>
            <PageRow
              item={item}
              pathname={pathname}
              count={item.key === "deliveries" ? attention?.deliveries : 0}
            />
          </li>
        ))}
      </ul>
      {shell.workspaces.length > 1 ? <Workspaces shell={shell} /> : null}
      <Person user={shell.user} onSignOut={onSignOut} />
    </>
  );
}

function PageRow({ item, pathname, count = 0 }: { item: NavItem; pathname: string; count?: number }) {
  const current = currentOf(item, pathname);
  const Icon = item.icon;
  return (
    <Link
      href={item.href}
      aria-current={current}
      className={cn(rowClasses, current && "bg-sunken font-medium")}
    >
      <Icon aria-hidden className="size-5 text-ink-2" />
      <span className="flex-1">{item.label}</span>
      {count > 0 ? (
        <span className="text-13 font-medium text-bad">
          {count} <span className="sr-only">need attention</span>
        </span>
      ) : null}
    </Link>
  );
}

function Workspaces({ shell }: { shell: ShellContext }) {
  return (
    <section className="border-t p-2">
      <h3 className="px-3 pt-1 pb-2 text-xs text-ink-3">Workspaces</h3>
      <ul>
        {shell.workspaces.map((workspace) => (
          <li key={workspace.slug}>
            <Link href={`/${workspace.slug}`} className={rowClasses}>
              <Avatar name={workspace.name} shape="square" />
              <span className="flex-1 truncate">{workspace.name}</span>
              {workspace.slug === shell.current.slug ? (
                <Check role="img" aria-label="Current" className="size-4 text-accent" />
              ) : null}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Person({ user, onSignOut }: { user: ShellContext["user"]; onSignOut?: () => Promise<void> }) {
  const { theme, setTheme } = useTheme();
  const signOut = useSignOut(onSignOut);
  const chosen = THEMES.find(({ value }) => value === theme)?.value ?? "system";
  return (
    <section className="flex flex-col gap-4 border-t p-5">
      <div className="flex items-center gap-3">
        <Avatar name={user.name} className="size-9" />
        <div className="min-w-0 flex-1">
          <p className="truncate font-medium">{user.name}</p>
          <p className="truncate text-xs text-ink-3">
            {user.email} · {ROLE_WORDS[user.role]}
          </p>
        </div>
      </div>
      <SegmentedControl<ThemeChoice["value"]>
        label="Theme"
        value={chosen}
        onValueChange={setTheme}
        options={THEMES.map(({ value, label, icon: Icon }) => ({
          value,
          label: value === "system" ? "System" : label,
          icon: <Icon aria-hidden />,
        }))}
        className="w-full"
      />
      <Button size="lg" onClick={signOut}>
        <LogOut aria-hidden />
        Sign out
      </Button>
    </section>
  );
}
