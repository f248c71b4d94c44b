import { type DehydratedState, dehydrate, QueryClient } from "@tanstack/react-query";
import type { MailDto, MailList } from "@/lib/mail/schemas";
import { MAIL_PAGE, mailKeys } from "./query-keys";

/** What the server read for the first paint, in the form in which the query cache takes it over. */
export function mailState(workspace: string, list: MailList, open: MailDto | null): DehydratedState {
  const client = new QueryClient();
  client.setQueryData(mailKeys.list(workspace, "", MAIL_PAGE), list);
  if (open) client.setQueryData(mailKeys.one(workspace, open.id), open);
  return dehydrate(client);
}
