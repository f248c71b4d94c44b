/**
 * For `onEscapeKeyDown` of dialogs and sheets: in a box whose list is open, Escape closes the list alone. The search
 * of a command list is always open, and not meant.
 */
export function closeListFirst(event: KeyboardEvent): void {
  const { target } = event;
  const openBox = '[role="combobox"][aria-expanded="true"]:not([cmdk-input])';
  if (target instanceof Element && target.matches(openBox)) event.preventDefault();
}
