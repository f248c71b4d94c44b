"use client";

import { Inbox, MailOpen } from "lucide-react";
import Link from "next/link";
import { parseAsString, useQueryState } from "nuqs";
import { useState } from "react";
import { errorBodyOf } from "@/components/figures/fetch-json";
import type { Place } from "@/components/figures/place";
import { useSettled } from "@/components/layout/use-settled";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { TableSkeleton } from "@/components/ui/skeleton";
import { cn } from "@/lib/utils/cn";
import { MailListPane } from "./mail-list";
import { MailMessage } from "./mail-message";
import { TransportNote } from "./transport-note";
import { useMails } from "./queries";
import { MAIL_PAGE, MAX_MAILS } from "./query-keys";

type MailScreenProps = { slug: string; place: Place; now: string };

/** The outbox as a mail program: what was sent on the left, the mail on the right; on a phone one after the other. */
export function MailScreen({ slug, place, now }: MailScreenProps) {
  const [mailId, setMailId] = useQueryState("mail", parseAsString.withOptions({ history: "push" }));
  const [search, setSearch] = useState("");
  const [limit, setLimit] = useState(MAIL_PAGE);
  const { data, error, refetch } = useMails(slug, useSettled(search.trim()), limit);

  if (!data) {
    return error ? (
      <ErrorState error={errorBodyOf(error)} onRetry={() => void refetch()} />
    ) : (
      <TableSkeleton rows={8} columns={2} />
    );
  }
  if (data.mails.length === 0 && search === "" && !mailId)
    return data.transport === "outbox" ? (
      <NoMail slug={slug} />
    ) : (
      <TransportNote transport={data.transport} slug={slug} />
    );
  return (
    <>
      <TransportNote transport={data.transport} slug={slug} />
      <div className="flex min-h-0 flex-1 overflow-hidden rounded-lg border bg-card">
        <MailListPane
          className={cn("w-full md:w-80 md:shrink-0 md:border-r", mailId && "max-md:hidden")}
          mails={data.mails}
          place={place}
          now={now}
          selected={mailId}
          onSelect={(id) => void setMailId(id)}
          search={search}
          onSearch={setSearch}
          onMore={
            data.hasMore && limit < MAX_MAILS
              ? () => setLimit((before) => Math.min(before + MAIL_PAGE, MAX_MAILS))
              : undefined
          }
        />
        <div className={cn("min-w-0 flex-1", !mailId && "max-md:hidden")}>
          {mailId ? (
            <MailMessage
              key={mailId}
              slug={slug}
              place={place}
              mailId={mailId}
              onBack={() => void setMailId(null)}
            />
          ) : (
            <p className="flex h-full items-center justify-center gap-2 p-8 text-13 text-ink-3">
              <MailOpen aria-hidden className="size-4" />
              Choose a mail to read it.
            </p>
          )}
        </div>
      </div>
    </>
  );
}

function NoMail({ slug }: { slug: string }) {
  return (
    <EmptyState
      icon={<Inbox />}
      title="No mail yet"
      description="Mails are kept here instead of being sent, so that you can see what people would receive. “Send me a test” on a schedule makes the first one."
      action={
        <Button asChild>
          <Link href={`/${slug}/schedules`}>Go to the schedules</Link>
        </Button>
      }
    />
  );
}
