/** Marks the element of a widget: what has the focus inside it is what keys are about. */
export const widgetMark = (key: string) => ({ "data-widget": key });

/** To the first control of the widget: its handle, or its menu where nothing is dragged. */
export function focusWidget(key: string | null): void {
  if (key === null) return;
  document.querySelector<HTMLElement>(`[data-widget="${key}"] button`)?.focus();
}

/** The widget that an event happened in. */
export function widgetOf(target: EventTarget | null): string | null {
  const element = target instanceof Element ? target.closest<HTMLElement>("[data-widget]") : null;
  return element?.dataset.widget ?? null;
}
