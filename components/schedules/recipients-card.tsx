import Link from "next/link";
import { Card, CardAction, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { ListSummary } from "@/lib/distribution/schemas";
import type { ScheduleDto } from "@/lib/schedules/schemas";
import { formatNames } from "./format-words";

type RecipientsCardProps = { slug: string; schedule: ScheduleDto; lists: readonly ListSummary[] };

const KIND_WORDS = { TO: "To", CC: "Cc", BCC: "Bcc" } as const;

/** Who receives it, and as what. */
export function RecipientsCard({ slug, schedule, lists }: RecipientsCardProps) {
  const { recipients, recipientCount, formats } = schedule;
  return (
    <Card>
      <CardHeader>
        <CardTitle>Who</CardTitle>
        <CardAction>{recipientCount === 1 ? "1 person" : `${recipientCount} people`}</CardAction>
      </CardHeader>
      <CardContent className="max-h-112 overflow-y-auto pt-2">
        <Table label="Who receives it">
          <TableHeader>
            <TableRow>
              <TableHead>Recipients</TableHead>
              <TableHead>As</TableHead>
              <TableHead>Receives</TableHead>
            </TableRow>
          </TableHeader>
          <TableBody>
            {recipients.map((entry) => (
              <TableRow key={entry.type === "list" ? entry.listId : entry.email}>
                <TableCell className="break-all">
                  {entry.type === "list" ? (
                    <ListName slug={slug} list={lists.find(({ id }) => id === entry.listId)} />
                  ) : (
                    entry.email
                  )}
                </TableCell>
                <TableCell className="text-ink-2">{KIND_WORDS[entry.kind]}</TableCell>
                <TableCell className="text-ink-2">Mail, {formatNames(formats)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </CardContent>
    </Card>
  );
}

function ListName({ slug, list }: { slug: string; list: ListSummary | undefined }) {
  if (!list) return <span className="text-bad">A list that was deleted</span>;
  return (
    <span>
      List{" "}
      <Link href={`/${slug}/lists/${list.id}`} className="font-medium text-ink hover:underline">
        {list.name}
      </Link>{" "}
      <span className="text-ink-2">· {list.memberCount}</span>
    </span>
  );
}
