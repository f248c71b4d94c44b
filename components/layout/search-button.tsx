"use client";

import { Search } from "lucide-react";
import { useSyncExternalStore } from "react";
import { useOpenCommandPalette } from "./command-palette-provider";

/** The door to the command palette that one can see. */
export function SearchButton() {
  const openPalette = useOpenCommandPalette();
  const isApple = useIsApple();
  if (!openPalette) return null;
  return (
    <button
      type="button"
      onClick={openPalette}
      aria-keyshortcuts="Meta+K Control+K"
      className="flex h-8 items-center gap-2 rounded-md border border-rule-strong bg-card px-2 text-xs text-ink-3 transition-colors hover:border-ink-3 hover:text-ink md:min-w-36 md:justify-between"
    >
      <Search aria-hidden className="size-4 md:hidden" />
      <span className="max-md:sr-only">Search or run…</span>
      <span aria-hidden className="max-md:hidden">
        {isApple ? "⌘K" : "Ctrl K"}
      </span>
    </button>
  );
}

const never = () => () => {};

function useIsApple(): boolean {
  return useSyncExternalStore(
    never,
    () => /Mac|iPhone|iPad/.test(navigator.userAgent),
    () => true,
  );
}
