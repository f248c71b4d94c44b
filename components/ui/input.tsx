import type { ComponentProps } from "react";
import { cn } from "@/lib/utils/cn";
import { fieldClasses } from "./field-styles";

export function Input({ className, type = "text", ...props }: ComponentProps<"input">) {
  return (
    <input
      type={type}
      className={cn(
        fieldClasses,
        "h-9 px-3 file:mr-3 file:border-0 file:bg-transparent file:text-13 file:font-medium file:text-ink",
        type === "number" && "tabular-nums",
        className,
      )}
      {...props}
    />
  );
}
