export const dialogOverlayClasses = [
  "fixed inset-0 z-50 bg-overlay",
  "data-[state=open]:animate-in data-[state=open]:fade-in-0",
  "data-[state=closed]:animate-out data-[state=closed]:fade-out-0 duration-150",
].join(" ");

export const dialogPanelClasses = [
  "fixed top-1/2 left-1/2 z-50 max-h-[calc(100dvh-2rem)] w-[calc(100%-2rem)] -translate-x-1/2 -translate-y-1/2",
  "overflow-y-auto rounded-lg border border-rule bg-card p-6 text-ink shadow-overlay outline-none",
  "data-[state=open]:animate-in data-[state=open]:fade-in-0 data-[state=open]:zoom-in-98",
  "data-[state=closed]:animate-out data-[state=closed]:fade-out-0 duration-150",
].join(" ");
