import { cn } from "@/lib/utils/cn";
import { Badge } from "./badge";
import { type StatusKind, type StatusStates, statusLook } from "./status-registry";

type StatusBadgeProps<Kind extends StatusKind> = {
  kind: Kind;
  state: StatusStates[Kind];
  /** Replaces the word where the page knows more, e.g. "Held, then released". */
  children?: string;
  className?: string;
};

/** `<StatusBadge kind="delivery" state="BOUNCED" />` */
export function StatusBadge<Kind extends StatusKind>({
  kind,
  state,
  children,
  className,
}: StatusBadgeProps<Kind>) {
  const look = statusLook(kind, state);
  const Icon = look.icon;
  return (
    <Badge tone={look.tone} title={look.meaning} className={className}>
      <Icon aria-hidden className={cn(look.busy && "animate-spin")} />
      {children ?? look.word}
    </Badge>
  );
}
