import Link from "next/link";
import { useTip } from "@/components/ui/tip";
import { cn } from "@/lib/utils/cn";
import { currentOf, type NavItem } from "./nav-items";

type NavLinkProps = { item: NavItem; pathname: string; count?: number };

/** A line of the rail. Its word stays for screen readers when only the icon is seen. */
export function NavLink({ item, pathname, count = 0 }: NavLinkProps) {
  const current = currentOf(item, pathname);
  const Icon = item.icon;
  const { reach, tip } = useTip(item.label, { side: "right", className: "rail:hidden" });
  return (
    <Link
      {...reach}
      href={item.href}
      aria-current={current}
      className={cn(
        "relative flex h-8 items-center justify-center gap-2.5 rounded-md px-2 text-sm text-ink-2 transition-colors rail:justify-start",
        "hover:bg-sunken/70 hover:text-ink focus-visible:-outline-offset-2",
        current && "bg-sunken font-medium text-ink hover:bg-sunken",
      )}
    >
      <Icon aria-hidden className="size-4 shrink-0" strokeWidth={current ? 2 : 1.75} />
      <span className="flex-1 truncate max-rail:sr-only">{item.label}</span>
      {count > 0 ? <AttentionCount count={count} /> : null}
      {tip}
    </Link>
  );
}

/** The number as a red disc; on the icon rail a mere dot. */
export function AttentionCount({ count }: { count: number }) {
  return (
    <span className="rounded-full bg-bad text-[0.6875rem] font-semibold text-bad-ink tabular-nums max-rail:absolute max-rail:top-1 max-rail:right-1 max-rail:size-2 rail:min-w-5 rail:px-1.5 rail:text-center rail:leading-5">
      <span className="max-rail:sr-only">{count > 99 ? "99+" : count}</span>
      <span className="sr-only"> need attention</span>
    </span>
  );
}
