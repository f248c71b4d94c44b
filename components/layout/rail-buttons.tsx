import { ChevronsUpDown } from "lucide-react";
import type { ComponentProps } from "react";
import { Avatar } from "@/components/ui/avatar";
import { cn } from "@/lib/utils/cn";

type RailButtonProps = ComponentProps<"button"> & { name: string };

/** Opens the choice of workspaces. */
export function WorkspaceButton({ name, ...props }: RailButtonProps) {
  return (
    <button
      type="button"
      className={cn(
        buttonClasses,
        "border border-rule bg-card px-2 font-medium hover:border-rule-strong data-[state=open]:border-rule-strong",
      )}
      {...props}
    >
      <Avatar name={name} shape="square" />
      <RailWords before="Workspace: " name={name} />
      <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-ink-3 max-rail:hidden" />
    </button>
  );
}

/** Opens the menu of the person. */
export function UserButton({ name, ...props }: RailButtonProps) {
  return (
    <button
      type="button"
      className={cn(
        buttonClasses,
        "shrink-0 px-1.5 text-ink-2 hover:bg-sunken hover:text-ink data-[state=open]:bg-sunken",
      )}
      {...props}
    >
      <Avatar name={name} />
      <RailWords before="Signed in as " name={name} />
    </button>
  );
}

const buttonClasses =
  "flex h-9 w-full items-center justify-center gap-2 rounded-md text-left text-sm transition-colors rail:justify-start";

function RailWords({ before, name }: { before: string; name: string }) {
  return (
    <span className="flex-1 truncate max-rail:sr-only">
      <span className="sr-only">{before}</span>
      {name}
    </span>
  );
}
