import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/lib/utils/cn";
import { ScrollRegion } from "./scroll-region";

type TableProps = ComponentProps<"table"> & {
  /** Names the table for screen readers when it has no visible caption. */
  label?: string;
  density?: "comfortable" | "compact";
};

export function Table({ className, label, density = "comfortable", ...props }: TableProps) {
  return (
    <ScrollRegion label={label}>
      <table
        aria-label={label}
        data-density={density}
        className={cn("group/table w-full caption-bottom border-collapse text-13", className)}
        {...props}
      />
    </ScrollRegion>
  );
}

export function TableHeader({ className, ...props }: ComponentProps<"thead">) {
  return <thead className={cn("[&_tr]:border-rule-strong", className)} {...props} />;
}

export function TableBody({ className, ...props }: ComponentProps<"tbody">) {
  return <tbody className={className} {...props} />;
}

export function TableFooter({ className, ...props }: ComponentProps<"tfoot">) {
  return <tfoot className={cn("font-semibold [&_tr]:border-rule-strong", className)} {...props} />;
}

type TableRowProps = ComponentProps<"tr"> & {
  /** Shades the row under the pointer: for rows that lead somewhere. */
  interactive?: boolean;
};

export function TableRow({ className, interactive = false, ...props }: TableRowProps) {
  return (
    <tr
      className={cn(
        "border-b border-rule data-[state=selected]:bg-accent-soft",
        interactive && "hover:bg-sunken/60",
        className,
      )}
      {...props}
    />
  );
}

type TableHeadProps = ComponentProps<"th"> & {
  numeric?: boolean;
  /** Printed once here instead of in every cell, e.g. "€ thousand". */
  unit?: ReactNode;
};

export function TableHead({
  className,
  numeric = false,
  unit,
  scope = "col",
  children,
  ...props
}: TableHeadProps) {
  return (
    <th
      scope={scope}
      className={cn(
        "px-2 py-2 text-left align-bottom text-xs font-medium whitespace-nowrap text-ink-3 group-data-[density=compact]/table:py-1",
        numeric && "text-right",
        className,
      )}
      {...props}
    >
      {children}
      {unit ? <span className="ml-1 font-normal">{unit}</span> : null}
    </th>
  );
}

type TableCellProps = ComponentProps<"td"> & { numeric?: boolean };

export function TableCell({ className, numeric = false, ...props }: TableCellProps) {
  return (
    <td
      className={cn(
        "px-2 py-2.5 align-middle group-data-[density=compact]/table:py-1.5",
        numeric && "text-right whitespace-nowrap tabular-nums",
        className,
      )}
      {...props}
    />
  );
}

export function TableCaption({ className, ...props }: ComponentProps<"caption">) {
  return <caption className={cn("mt-3 text-left text-xs text-ink-3", className)} {...props} />;
}
