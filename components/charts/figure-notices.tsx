import type { Notice } from "@/lib/charts/types";
import { cn } from "@/lib/utils/cn";

/** Honest remarks under a figure: what was left out, merged or thinned. */
export function FigureNotices({ notices, className }: { notices: Notice[]; className?: string }) {
  if (notices.length === 0) return null;
  return (
    <ul className={cn("mt-1.5 space-y-0.5 text-xs text-ink-3", className)}>
      {notices.map((notice) => (
        <li key={notice.text}>{notice.text}</li>
      ))}
    </ul>
  );
}
