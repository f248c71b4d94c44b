import type { ReactNode } from "react";
import { cn } from "@/lib/utils/cn";

export type StateLayout = {
  /** A drawing or a lucide icon. */
  icon?: ReactNode;
  title: string;
  description: ReactNode;
  /** One action; a second only if it is quieter. */
  action?: ReactNode;
  /** A small example of what will stand here. */
  example?: ReactNode;
  /** `page` fills a page, `card` fits into a card. */
  size?: "page" | "card";
  headingLevel?: 1 | 2 | 3;
  className?: string;
};

/** Says what a place is for while it is empty, with the one thing to do. Also the frame of the other states. */
export function EmptyState({
  icon,
  title,
  description,
  action,
  example,
  size = "page",
  headingLevel = 2,
  className,
}: StateLayout) {
  const Heading = `h${headingLevel}` as const;
  return (
    <div
      className={cn(
        "mx-auto flex max-w-md flex-col items-center text-center",
        size === "page" ? "px-6 py-16" : "px-4 py-8",
        className,
      )}
    >
      {icon ? (
        <div aria-hidden className="mb-4 text-ink-3 [&>svg]:size-6 [&>svg]:stroke-[1.5]">
          {icon}
        </div>
      ) : null}
      <Heading className={cn("font-serif text-balance text-ink", size === "page" ? "text-title" : "text-xl")}>
        {title}
      </Heading>
      <div className="mt-2 text-sm text-pretty text-ink-2">{description}</div>
      {action ? <div className="mt-5 flex flex-wrap justify-center gap-2">{action}</div> : null}
      {example ? (
        <div className="mt-8 w-full border-t pt-5 text-left text-13 text-ink-2">{example}</div>
      ) : null}
    </div>
  );
}
