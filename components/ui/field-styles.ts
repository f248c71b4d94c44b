/** The look shared by every control one types or chooses in. */
export const fieldClasses = [
  "w-full min-w-0 rounded-md border border-field bg-card text-sm text-ink transition-colors",
  "hover:border-ink-3 focus-visible:border-accent focus-visible:outline-offset-0",
  "disabled:cursor-not-allowed disabled:border-rule disabled:bg-sunken disabled:text-ink-3",
  "[&[readonly]]:bg-sunken aria-invalid:border-bad aria-invalid:focus-visible:outline-bad",
].join(" ");
