import { FileSpreadsheet, FileText, Paperclip } from "lucide-react";
import { formatBytes } from "@/lib/format/sizes";
import type { MailDto } from "@/lib/mail/schemas";
import { attachmentUrl } from "./queries";

type MailAttachmentsProps = { slug: string; mail: MailDto; locale: string };

/** What is attached, without the images that belong to the text. */
export function MailAttachments({ slug, mail, locale }: MailAttachmentsProps) {
  const files = mail.attachments.filter(({ contentId }) => contentId === null);
  if (files.length === 0) return null;
  return (
    <ul aria-label="Attachments" className="mt-3 flex flex-wrap gap-2">
      {files.map((file) => {
        const Icon = iconOf(file.contentType);
        return (
          <li key={file.id} className="min-w-0">
            <a
              href={attachmentUrl(slug, mail.id, file.id)}
              target="_blank"
              rel="noopener"
              className="flex h-9 min-w-0 items-center gap-2 rounded-md border px-3 text-13 hover:bg-sunken"
            >
              <Icon aria-hidden className="size-4 shrink-0 text-ink-3" />
              <span className="truncate font-medium">{file.fileName}</span>
              <span className="shrink-0 text-ink-2">{formatBytes(file.bytes, { locale })}</span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}

function iconOf(contentType: string) {
  if (contentType.includes("spreadsheet") || contentType.startsWith("text/csv")) return FileSpreadsheet;
  return contentType === "application/pdf" ? FileText : Paperclip;
}
