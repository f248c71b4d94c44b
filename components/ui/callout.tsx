import { CircleAlert, CircleCheck, Info, Lightbulb, TriangleAlert } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/lib/utils/cn";

const LOOKS = {
  insight: { icon: Lightbulb, classes: "bg-accent-soft", iconClass: "text-accent" },
  info: { icon: Info, classes: "bg-info-soft", iconClass: "text-info" },
  good: { icon: CircleCheck, classes: "bg-good-soft", iconClass: "text-good" },
  warn: { icon: TriangleAlert, classes: "bg-warn-soft", iconClass: "text-warn" },
  bad: { icon: CircleAlert, classes: "bg-bad-soft", iconClass: "text-bad" },
} as const;

type CalloutProps = Omit<ComponentProps<"div">, "title"> & {
  tone?: keyof typeof LOOKS;
  title?: ReactNode;
  action?: ReactNode;
};

/** A remark in the page that must not pass unseen: "Riverside explains the rise in no-shows." */
export function Callout({ tone = "info", title, action, className, children, ...props }: CalloutProps) {
  const { icon: Icon, classes, iconClass } = LOOKS[tone];
  return (
    <div
      className={cn(
        "flex flex-col gap-3 rounded-lg px-4 py-3 text-sm text-ink sm:flex-row sm:items-center",
        classes,
        className,
      )}
      {...props}
    >
      <div className="flex min-w-0 flex-1 gap-3">
        <Icon aria-hidden className={cn("mt-0.5 size-4 shrink-0", iconClass)} />
        <div className="min-w-0">
          {title ? <strong className="font-semibold">{title} </strong> : null}
          {children}
        </div>
      </div>
      {action ? <div className="shrink-0">{action}</div> : null}
    </div>
  );
}
