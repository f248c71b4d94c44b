"use client";

import { Ellipsis } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useRef, useState } from "react";
import { onDemand } from "@/components/ui/on-demand";
import { cn } from "@/lib/utils/cn";
import { currentOf, type NavItem, type NavKey, navSections } from "./nav-items";
import type { AttentionCounts, ShellContext } from "./shell-types";

const MoreSheet = onDemand(async () => (await import("./more-sheet")).MoreSheet);

/** Within reach of a thumb; the rest stands behind "More". */
const IN_BAR: readonly NavKey[] = ["home", "dashboards", "reports", "schedules"];

type BottomBarProps = { shell: ShellContext; attention?: AttentionCounts; onSignOut?: () => Promise<void> };

const cellClasses =
  "flex h-full w-full flex-col items-center justify-center gap-1 text-xs text-ink-2 focus-visible:-outline-offset-4";

/** The phone's navigation. */
export function BottomBar({ shell, attention, onSignOut }: BottomBarProps) {
  const pathname = usePathname();
  const opener = useRef<HTMLButtonElement>(null);
  const [openedAt, setOpenedAt] = useState<string | null>(null);
  const items = navSections(shell.current.slug, shell.user.role).flatMap((section) => section.items);
  const rest = items.filter((item) => !IN_BAR.includes(item.key));
  const isOpen = openedAt === pathname;
  const inRest = rest.some((item) => currentOf(item, pathname));

  return (
    <nav
      aria-label="Main"
      data-print="hide"
      className="fixed inset-x-0 bottom-0 z-40 border-t bg-paper pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <ul className="grid h-16 grid-cols-5">
        {items
          .filter((item) => IN_BAR.includes(item.key))
          .map((item) => (
            <li key={item.key}>
              <BarLink item={item} pathname={pathname} />
            </li>
          ))}
        <li>
          {/* Open for the page it was opened on: a link inside it closes it by leading elsewhere. */}
          <button
            ref={opener}
            type="button"
            aria-haspopup="dialog"
            aria-expanded={isOpen}
            onClick={() => setOpenedAt(pathname)}
            className={cn(cellClasses, "relative", inRest && "font-medium text-ink")}
          >
            <Ellipsis aria-hidden className="size-5" />
            More
            {attention?.deliveries ? (
              <span className="absolute top-2.5 ml-7 size-2 rounded-full bg-bad">
                <span className="sr-only">, {attention.deliveries} need attention</span>
              </span>
            ) : null}
          </button>
          {isOpen ? (
            <MoreSheet
              shell={shell}
              items={rest}
              pathname={pathname}
              attention={attention}
              onSignOut={onSignOut}
              onClose={() => setOpenedAt(null)}
              opener={opener}
            />
          ) : null}
        </li>
      </ul>
    </nav>
  );
}

function BarLink({ item, pathname }: { item: NavItem; pathname: string }) {
  const current = currentOf(item, pathname);
  const Icon = item.icon;
  return (
    <Link
      href={item.href}
      aria-current={current}
      className={cn(cellClasses, current && "font-medium text-ink")}
    >
      <Icon aria-hidden className="size-5" strokeWidth={current ? 2 : 1.75} />
      {item.label}
    </Link>
  );
}
