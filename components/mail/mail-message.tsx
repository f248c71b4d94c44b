"use client";

import { ArrowLeft } from "lucide-react";
import { errorBodyOf } from "@/components/figures/fetch-json";
import type { Place } from "@/components/figures/place";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton, SkeletonGroup } from "@/components/ui/skeleton";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import { formatDateTime } from "@/lib/format/dates";
import type { MailDto } from "@/lib/mail/schemas";
import { MailAttachments } from "./mail-attachments";
import { MailHtml } from "./mail-html";
import { MailSource } from "./mail-source";
import { useMail } from "./queries";

type MailMessageProps = { slug: string; place: Place; mailId: string; onBack: () => void };

/** One mail: who, when, what is attached; as a page, as plain text, and its headers. */
export function MailMessage({ slug, place, mailId, onBack }: MailMessageProps) {
  const { data: mail, error, refetch } = useMail(slug, mailId);
  return (
    <article aria-label="Mail" className="flex h-full min-h-0 flex-col">
      <div className="border-b p-2 md:hidden">
        <Button variant="ghost" size="sm" onClick={onBack}>
          <ArrowLeft aria-hidden />
          All mail
        </Button>
      </div>
      {mail ? (
        <Message slug={slug} place={place} mail={mail} />
      ) : error ? (
        <ErrorState size="card" error={errorBodyOf(error)} onRetry={() => void refetch()} />
      ) : (
        <SkeletonGroup label="Loading the mail" className="flex flex-col gap-3 p-5">
          <Skeleton className="h-7 w-2/3" />
          <Skeleton className="h-4 w-1/2" />
          <Skeleton className="mt-4 h-96" />
        </SkeletonGroup>
      )}
    </article>
  );
}

const bodyClasses = "min-h-0 flex-1 overflow-auto pt-0 data-[state=inactive]:hidden";

function Message({ slug, place, mail }: { slug: string; place: Place; mail: MailDto }) {
  return (
    <>
      <header className="px-5 pt-4">
        <h2 className="font-serif text-xl text-balance text-ink">{mail.subject}</h2>
        <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5 text-13">
          <dt className="text-ink-3">From</dt>
          <dd className="wrap-anywhere">{mail.from}</dd>
          <dt className="text-ink-3">To</dt>
          <dd className="wrap-anywhere">{mail.to}</dd>
          <dt className="text-ink-3">Sent</dt>
          <dd>{formatDateTime(mail.createdAt, place)}</dd>
        </dl>
        <MailAttachments slug={slug} mail={mail} locale={place.locale} />
      </header>
      <Tabs defaultValue="page" className="mt-3 flex min-h-0 flex-1 flex-col">
        <TabsList className="px-5">
          <TabsTrigger value="page">Message</TabsTrigger>
          <TabsTrigger value="text">Text</TabsTrigger>
          <TabsTrigger value="headers">Headers</TabsTrigger>
        </TabsList>
        <TabsContent value="page" className={bodyClasses}>
          <MailHtml slug={slug} mail={mail} />
        </TabsContent>
        <TabsContent value="text" className={bodyClasses}>
          <pre className="p-5 font-sans text-13 break-words whitespace-pre-wrap">{mail.text}</pre>
        </TabsContent>
        <TabsContent value="headers" className={bodyClasses}>
          <MailSource mail={mail} />
        </TabsContent>
      </Tabs>
    </>
  );
}
