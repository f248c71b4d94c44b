"use client";

import { useState } from "react";

/**
 * Whether something is open, and which time it is: as a key it gives each opening a beginning of its own, also when
 * it is opened again while it still fades out.
 */
export function useOpening() {
  const [opening, setOpening] = useState({ open: false, times: 0 });
  const setOpen = (open: boolean) => setOpening(({ times }) => ({ open, times: open ? times + 1 : times }));
  return { ...opening, setOpen };
}
