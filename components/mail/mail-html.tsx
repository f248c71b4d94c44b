"use client";

import { Skeleton, SkeletonGroup } from "@/components/ui/skeleton";
import type { MailDto } from "@/lib/mail/schemas";
import { mailDocument } from "./mail-document";
import { useInlineImages } from "./queries";

/** The mail's page in a frame of its own: no scripts, nothing loaded from outside, always on white paper. */
export function MailHtml({ slug, mail }: { slug: string; mail: MailDto }) {
  const images = useInlineImages(slug, mail);
  if (images.isPending) {
    return (
      <SkeletonGroup label="Loading the images of the mail" className="p-5">
        <Skeleton className="h-96" />
      </SkeletonGroup>
    );
  }
  return (
    <iframe
      title={`The mail “${mail.subject}”`}
      sandbox="allow-popups allow-popups-to-escape-sandbox"
      srcDoc={mailDocument(mail.html, images.data ?? {})}
      className="block h-full min-h-[70dvh] w-full bg-white md:min-h-0"
    />
  );
}
