import type { ReactNode } from "react";
import { OfflineBanner } from "@/components/ui/offline-banner";
import { BottomBar } from "./bottom-bar";
import { CommandPaletteProvider, type PaletteSearch } from "./command-palette-provider";
import { Rail } from "./rail";
import type { AttentionCounts, ShellContext } from "./shell-types";

type AppShellProps = ShellContext & {
  attention?: AttentionCounts;
  /** Finds things by name for the command palette: a server action, or a function of a client component. */
  search?: PaletteSearch;
  /** Ends the session. Without it NextAuth's own sign-out is used. */
  onSignOut?: () => Promise<void>;
  children: ReactNode;
};

/** The frame of every signed-in page: rail, bottom bar on a phone, command palette. Pages bring their `PageHeader`. */
export function AppShell({
  workspaces,
  current,
  user,
  attention,
  search,
  onSignOut,
  children,
}: AppShellProps) {
  const shell: ShellContext = { workspaces, current, user };
  return (
    <CommandPaletteProvider shell={shell} search={search}>
      <a
        href="#content"
        className="sr-only z-50 rounded-md bg-accent text-13 font-medium text-accent-ink focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:px-4 focus:py-2"
      >
        Skip to the content
      </a>
      <div className="min-h-dvh md:grid md:grid-cols-[3.5rem_minmax(0,1fr)] rail:grid-cols-[13.5rem_minmax(0,1fr)] print:block">
        <Rail shell={shell} attention={attention} onSignOut={onSignOut} />
        <div className="flex min-h-dvh min-w-0 flex-col pb-16 md:pb-0 print:block">
          <OfflineBanner />
          <main id="content" tabIndex={-1} className="flex min-w-0 flex-1 flex-col outline-none">
            {children}
          </main>
        </div>
        <BottomBar shell={shell} attention={attention} onSignOut={onSignOut} />
      </div>
    </CommandPaletteProvider>
  );
}
