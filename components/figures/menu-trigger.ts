/**
 * The button that opened the menu an event comes from. A dialog opened from a menu gives the focus back to
 * it when it closes: the entry that was chosen is gone by then.
 */
export function menuTriggerOf(event: Event): HTMLElement | null {
  const menu = event.currentTarget instanceof Element ? event.currentTarget.closest("[role=menu]") : null;
  return document.getElementById(menu?.getAttribute("aria-labelledby") ?? "");
}

/** For `onCloseAutoFocus` of the dialog. */
export function giveFocusBack(event: Event, opener: HTMLElement | null): void {
  if (!opener?.isConnected) return;
  event.preventDefault();
  opener.focus();
}
