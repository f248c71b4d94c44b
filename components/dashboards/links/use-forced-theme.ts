"use client";

import { useEffect } from "react";

/** The theme of the page around a frame, for as long as the frame is shown; it is not remembered as anybody's choice. */
export function useForcedTheme(theme: "light" | "dark" | undefined): void {
  // Outside system: the document's root, whose attribute the styles follow.
  useEffect(() => {
    if (theme) document.documentElement.dataset.theme = theme;
  }, [theme]);
}
