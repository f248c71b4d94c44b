"use client";

import { Paperclip } from "lucide-react";
import type { Place } from "@/components/figures/place";
import { SearchBox } from "@/components/forms/search-box";
import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import type { MailSummary } from "@/lib/mail/schemas";
import { cn } from "@/lib/utils/cn";

type MailListPaneProps = {
  className?: string;
  mails: readonly MailSummary[];
  place: Place;
  now: string;
  selected: string | null;
  onSelect: (mailId: string) => void;
  search: string;
  onSearch: (search: string) => void;
  /** Undefined when all are shown. */
  onMore?: () => void;
};

export function MailListPane({ className, mails, search, onSearch, onMore, ...item }: MailListPaneProps) {
  return (
    <div className={cn("flex min-h-0 flex-col", className)}>
      <div className="border-b p-2">
        <SearchBox
          label="Search mail"
          placeholder="Search by address or subject"
          value={search}
          onChange={onSearch}
        />
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {mails.length > 0 ? (
          <ul aria-label="Mail">
            {mails.map((mail) => (
              <MailItem key={mail.id} mail={mail} {...item} />
            ))}
          </ul>
        ) : (
          <p className="p-4 text-13 text-ink-2">No mail matches “{search}”.</p>
        )}
        {onMore ? (
          <div className="p-3">
            <Button size="sm" onClick={onMore}>
              Show older mail
            </Button>
          </div>
        ) : null}
      </div>
    </div>
  );
}

type MailItemProps = Pick<MailListPaneProps, "place" | "now" | "selected" | "onSelect"> & {
  mail: MailSummary;
};

function MailItem({ mail, place, now, selected, onSelect }: MailItemProps) {
  const current = mail.id === selected;
  return (
    <li className="border-b border-rule">
      <button
        type="button"
        aria-current={current ? "true" : undefined}
        onClick={() => onSelect(mail.id)}
        className={cn(
          "flex w-full flex-col gap-0.5 px-4 py-3 text-left text-13 transition-colors hover:bg-sunken focus-visible:-outline-offset-2",
          current && "bg-accent-soft hover:bg-accent-soft",
        )}
      >
        <span className="flex items-baseline justify-between gap-3">
          <span className="truncate font-medium text-ink">{mail.to}</span>
          <RelativeTime
            at={mail.createdAt}
            {...place}
            now={now}
            plain
            className="shrink-0 text-xs text-ink-2"
          />
        </span>
        <span className="flex items-center gap-2 text-ink-2">
          <span className="min-w-0 flex-1 truncate">{mail.subject}</span>
          {mail.attachmentCount > 0 ? (
            <span className="flex shrink-0 items-center gap-1 text-xs">
              <Paperclip aria-hidden className="size-3.5" />
              {mail.attachmentCount}
              <span className="sr-only">{mail.attachmentCount === 1 ? " attachment" : " attachments"}</span>
            </span>
          ) : null}
        </span>
      </button>
    </li>
  );
}
