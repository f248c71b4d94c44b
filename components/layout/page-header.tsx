import type { ReactNode } from "react";
import type { Crumb } from "@/components/ui/breadcrumb";
import { TopBar } from "./top-bar";

type PageHeaderProps = {
  title: string;
  description?: ReactNode;
  /** The way to this page; the page itself is added when the last crumb has a link. */
  breadcrumbs?: readonly Crumb[];
  /** The one primary action. */
  action?: ReactNode;
  /** Quieter buttons, left of the primary one. */
  secondaryActions?: ReactNode;
  /** A badge before the buttons. */
  status?: ReactNode;
};

/** Top bar, title and actions of a page. */
export function PageHeader({
  title,
  description,
  breadcrumbs = [],
  action,
  secondaryActions,
  status,
}: PageHeaderProps) {
  const last = breadcrumbs.at(-1);
  const crumbs = last && !last.href ? breadcrumbs : [...breadcrumbs, { label: title }];
  return (
    <>
      <TopBar breadcrumbs={crumbs} />
      <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-4 px-4 pt-6 md:px-7">
        <div className="min-w-0 max-w-3xl flex-1 basis-80">
          <h1 className="font-serif text-title font-[450] text-ink">
            <bdi>{title}</bdi>
          </h1>
          {description ? <div className="mt-1 text-sm text-pretty text-ink-2">{description}</div> : null}
        </div>
        {action || secondaryActions || status ? (
          <div data-print="hide" className="flex flex-wrap items-center gap-2">
            {status}
            {secondaryActions}
            {action}
          </div>
        ) : null}
      </header>
    </>
  );
}
