import type { MailDto } from "@/lib/mail/schemas";

/** Every header the mail carries, and its parts. */
export function MailSource({ mail }: { mail: MailDto }) {
  const headers: [string, string][] = [
    ["From", mail.from],
    ["To", mail.to],
    ["Subject", mail.subject],
    ["Date", mail.createdAt],
    ...Object.entries(mail.headers),
  ];
  return (
    <div className="flex flex-col gap-5 p-5">
      <dl className="grid grid-cols-[minmax(0,max-content)_1fr] gap-x-4 gap-y-1 font-mono text-xs">
        {headers.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink-2">{name}</dt>
            <dd className="break-all">{value}</dd>
          </div>
        ))}
      </dl>
      <section aria-label="Parts">
        <h3 className="text-xs text-ink-3">Parts</h3>
        <ul className="mt-1 font-mono text-xs">
          <li>text/plain</li>
          <li>text/html</li>
          {mail.attachments.map((part) => (
            <li key={part.id} className="break-all">
              {part.contentType}
              {part.contentId ? ` <${part.contentId}>` : ""} {part.fileName}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
