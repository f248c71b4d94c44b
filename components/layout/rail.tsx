"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { openedOnDemand } from "@/components/ui/opened-on-demand";
import { NavLink } from "./nav-link";
import { type NavSection, navSections } from "./nav-items";
import { UserButton, WorkspaceButton } from "./rail-buttons";
import type { AttentionCounts, ShellContext } from "./shell-types";

const UserMenu = openedOnDemand("menu", async () => (await import("./user-menu")).UserMenu);
const WorkspaceSwitcher = openedOnDemand(
  "menu",
  async () => (await import("./workspace-switcher")).WorkspaceSwitcher,
);

type RailProps = { shell: ShellContext; attention?: AttentionCounts; onSignOut?: () => Promise<void> };

/** The left rail: words on a wide screen, icons with tooltips on a tablet, gone on a phone. */
export function Rail({ shell, attention, onSignOut }: RailProps) {
  const pathname = usePathname();
  const sections = navSections(shell.current.slug, shell.user.role);
  const section = (wanted: NavSection) => (
    <RailSection key={wanted.key} section={wanted} pathname={pathname} attention={attention} />
  );
  return (
    <header
      data-print="hide"
      className="sticky top-0 hidden h-dvh flex-col gap-4 overflow-y-auto border-r bg-paper px-2 py-3 md:flex rail:px-3"
    >
      <div className="flex flex-col gap-3">
        <Link
          href={`/${shell.current.slug}`}
          className="flex h-8 items-center justify-center rounded-md font-serif text-[1.375rem] font-semibold tracking-tight rail:justify-start rail:px-2"
        >
          <span aria-hidden className="rail:hidden">
            B
          </span>
          <span className="max-rail:sr-only">Broadsheet</span>
        </Link>
        <WorkspaceSwitcher shell={shell} trigger={<WorkspaceButton name={shell.current.name} />} />
      </div>
      <nav aria-label="Main" className="flex flex-1 flex-col gap-4">
        {sections.filter(({ key }) => key !== "admin").map(section)}
        <div className="mt-auto">{sections.filter(({ key }) => key === "admin").map(section)}</div>
      </nav>
      <UserMenu user={shell.user} onSignOut={onSignOut} trigger={<UserButton name={shell.user.name} />} />
    </header>
  );
}

type RailSectionProps = { section: NavSection; pathname: string; attention?: AttentionCounts };

function RailSection({ section, pathname, attention }: RailSectionProps) {
  const id = `rail-${section.key}`;
  return (
    <div className="max-rail:border-t max-rail:pt-4 max-rail:first:border-t-0 max-rail:first:pt-0">
      {section.title ? (
        <h2 id={id} className="px-2 pb-1 text-xs text-ink-3 max-rail:sr-only">
          {section.title}
        </h2>
      ) : null}
      <ul aria-labelledby={section.title ? id : undefined} className="flex flex-col gap-px">
        {section.items.map((item) => (
          <li key={item.key}>
            <NavLink
              item={item}
              pathname={pathname}
              count={item.key === "deliveries" ? attention?.deliveries : 0}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
