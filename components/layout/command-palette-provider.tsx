"use client";

import { createContext, lazy, type ReactNode, Suspense, use, useEffect, useState } from "react";
import type { ShellContext } from "./shell-types";

export type PaletteItem = {
  id: string;
  label: string;
  /** What it is and where, e.g. "Report · Operations". */
  hint?: string;
  href: string;
};
export type PaletteSearch = (query: string) => Promise<PaletteItem[]>;

// Only who opens it pays for it.
const CommandPalette = lazy(() => import("./command-palette"));

const OpenPaletteContext = createContext<(() => void) | null>(null);

/** Opens the command palette; null outside the shell. */
export function useOpenCommandPalette(): (() => void) | null {
  return use(OpenPaletteContext);
}

type ProviderProps = { shell: ShellContext; search?: PaletteSearch; children: ReactNode };

export function CommandPaletteProvider({ shell, search, children }: ProviderProps) {
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);

  function show() {
    setWanted(true);
    setOpen(true);
  }

  // Outside system: the keyboard of the whole window.
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (
        event.key.toLowerCase() !== "k" ||
        !(event.metaKey || event.ctrlKey) ||
        event.shiftKey ||
        event.altKey
      )
        return;
      event.preventDefault();
      setWanted(true);
      setOpen((now) => !now);
    }
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);

  return (
    <OpenPaletteContext value={show}>
      {children}
      {wanted ? (
        <Suspense>
          <CommandPalette open={open} onOpenChange={setOpen} shell={shell} search={search} />
        </Suspense>
      ) : null}
    </OpenPaletteContext>
  );
}
