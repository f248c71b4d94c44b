import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import type { MailList } from "@/lib/mail/schemas";

const SENT_BY = { resend: "Resend", smtp: "your SMTP server" } as const;

/** Mail that really leaves is not kept here: says where to look instead. */
export function TransportNote({ transport, slug }: { transport: MailList["transport"]; slug: string }) {
  if (transport === "outbox") return null;
  return (
    <Callout
      tone="info"
      title={`Mail is sent through ${SENT_BY[transport]}.`}
      action={
        <Button asChild>
          <Link href={`/${slug}/deliveries`}>Open the deliveries</Link>
        </Button>
      }
    >
      New mails are not kept here. Who received what, and whether it arrived, stands with each run.
    </Callout>
  );
}
