"use client";

import { useEffect } from "react";
import { markUnsaved } from "./unsaved-changes";

/** While `dirty`, leaving the page by a link, by Back, by closing the tab or by reloading asks first. */
export function useUnsavedWarning(dirty: boolean): void {
  // Outside system: the page's one list of unsaved forms.
  useEffect(() => (dirty ? markUnsaved() : undefined), [dirty]);
}
