import { hasUnsavedChanges, requestLeave } from "./unsaved-changes";

/**
 * Asks before Back and Forward too, until the returned function is called. They cannot be held up: the address has
 * changed when the page hears of it. So the router is not told, the address goes back to where it was, and what was
 * wanted is done once the reader says so.
 */
export function guardHistory(): () => void {
  let here = entryIndex();
  let isReturning = false;

  function onPopState(event: PopStateEvent) {
    const step = entryIndex() - here || -1;
    if (isReturning) {
      isReturning = false;
      event.stopImmediatePropagation();
    } else if (hasUnsavedChanges()) {
      isReturning = true;
      event.stopImmediatePropagation();
      window.history.go(-step);
      requestLeave(() => window.history.go(step));
    } else {
      here = entryIndex();
    }
  }
  function onEntryChange(event: NavigationCurrentEntryChangeEvent) {
    if (event.navigationType !== "traverse") here = entryIndex();
  }
  // Captured, so that it comes before the router's own listener.
  window.addEventListener("popstate", onPopState, true);
  window.navigation?.addEventListener("currententrychange", onEntryChange);
  return () => {
    window.removeEventListener("popstate", onPopState, true);
    window.navigation?.removeEventListener("currententrychange", onEntryChange);
  };
}

/** The place in the tab's history. A browser that does not tell it is taken to go back by one. */
const entryIndex = (): number => window.navigation?.currentEntry?.index ?? 0;
