import type { ComponentProps } from "react";
import { cn } from "@/lib/utils/cn";

type PageBodyProps = ComponentProps<"div"> & {
  /** `reading` keeps lines and forms short; `full` uses the screen. */
  width?: "full" | "reading";
};

/** Everything under the header, in one column with even gaps. */
export function PageBody({ width = "full", className, ...props }: PageBodyProps) {
  return (
    <div
      className={cn(
        "flex min-w-0 flex-1 flex-col gap-4 px-4 pt-5 pb-10 md:px-7",
        width === "reading" && "max-w-3xl",
        className,
      )}
      {...props}
    />
  );
}
