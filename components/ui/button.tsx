import { cva, type VariantProps } from "class-variance-authority";
import { LoaderCircle } from "lucide-react";
import { Slot } from "radix-ui";
import type { ComponentProps, MouseEvent } from "react";
import { cn } from "@/lib/utils/cn";

export const buttonVariants = cva(
  [
    "inline-flex shrink-0 items-center justify-center gap-2 rounded-md border font-medium whitespace-nowrap select-none",
    "transition-colors duration-100 disabled:pointer-events-none disabled:opacity-50 aria-disabled:opacity-60",
    "[&_svg]:size-4 [&_svg]:shrink-0",
  ],
  {
    variants: {
      variant: {
        primary:
          "border-accent bg-accent text-accent-ink hover:border-accent-hover hover:bg-accent-hover active:opacity-90",
        secondary:
          "border-rule-strong bg-card text-ink hover:bg-sunken active:bg-rule data-[state=open]:bg-sunken",
        ghost:
          "border-transparent bg-transparent text-ink-2 hover:bg-sunken hover:text-ink active:bg-rule data-[state=open]:bg-sunken data-[state=open]:text-ink",
        danger:
          "border-danger bg-danger text-white hover:border-danger-hover hover:bg-danger-hover active:opacity-90",
      },
      size: {
        sm: "h-7 px-2.5 text-13",
        md: "h-8 px-3 text-13",
        lg: "h-10 px-4 text-sm",
        icon: "size-8",
        "icon-sm": "size-7",
      },
    },
    defaultVariants: { variant: "secondary", size: "md" },
  },
);

export type ButtonProps = ComponentProps<"button"> &
  VariantProps<typeof buttonVariants> & {
    /** Renders the only child (a link, say) with the look of a button. */
    asChild?: boolean;
    /** Shows a spinner and ignores clicks, but keeps the focus where it is. */
    loading?: boolean;
  };

export function Button({
  className,
  variant,
  size,
  asChild = false,
  loading = false,
  type = "button",
  onClick,
  children,
  ...props
}: ButtonProps) {
  const classes = cn(buttonVariants({ variant, size }), className);
  if (asChild) {
    return (
      <Slot.Root className={classes} onClick={onClick} {...props}>
        {children}
      </Slot.Root>
    );
  }
  return (
    <button
      type={type}
      className={cn(classes, loading && "cursor-progress [&>svg:not([data-spinner])]:hidden")}
      aria-busy={loading || undefined}
      aria-disabled={loading || undefined}
      onClick={loading ? preventDefault : onClick}
      {...props}
    >
      {loading ? <LoaderCircle data-spinner aria-hidden className="animate-spin" /> : null}
      {children}
    </button>
  );
}

function preventDefault(event: MouseEvent) {
  event.preventDefault();
}
