const appear = [
  "data-[state=open]:animate-in data-[state=open]:fade-in-0 data-[state=open]:zoom-in-98",
  "data-[state=closed]:animate-out data-[state=closed]:fade-out-0 duration-100",
].join(" ");

/** Surface of everything that floats: the only place with a shadow. */
export const overlayClasses = `z-50 rounded-lg border border-rule bg-card p-1 text-ink shadow-overlay outline-none ${appear}`;

export const menuItemClasses = [
  "relative flex min-h-8 cursor-default items-center gap-2 rounded-md px-2 py-1.5 text-13 text-ink outline-none select-none",
  "data-[highlighted]:bg-sunken data-[disabled]:pointer-events-none data-[disabled]:text-ink-3",
  "[&_svg]:size-4 [&_svg]:shrink-0 [&_svg:not([class*='text-'])]:text-ink-2",
].join(" ");

export const menuLabelClasses = "px-2 pt-2 pb-1 text-xs text-ink-3";
