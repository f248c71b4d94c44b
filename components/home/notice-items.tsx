import Link from "next/link";
import type { Place } from "@/components/figures/place";
import { RelativeTime } from "@/components/ui/relative-time";
import type { NotificationDto } from "@/lib/notifications/schemas";
import { homeRowClasses } from "./home-card";

type NoticeItemsProps = { place: Place; now: string; notices: readonly NotificationDto[] };

/** What happened since, told to oneself: files that are ready, uploads that ended, runs that wait. */
export function NoticeItems({ place, now, notices }: NoticeItemsProps) {
  return (
    <ul aria-label="News for you">
      {notices.map(({ id, title, body, href, createdAt }) => (
        <li key={id} className={homeRowClasses}>
          <div className="flex items-baseline justify-between gap-3">
            {href ? (
              <Link href={href} className="min-w-0 font-medium text-ink wrap-anywhere hover:underline">
                {title}
              </Link>
            ) : (
              <span className="min-w-0 font-medium text-ink wrap-anywhere">{title}</span>
            )}
            <RelativeTime at={createdAt} {...place} now={now} className="shrink-0 text-ink-2" />
          </div>
          <p className="text-ink-2 wrap-anywhere">{body}</p>
        </li>
      ))}
    </ul>
  );
}
