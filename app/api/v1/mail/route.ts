import { api } from "@/lib/http/api";
import { listMails } from "@/lib/mail";
import { ListMailsInput } from "@/lib/mail/schemas";

export const GET = api({ query: ListMailsInput, handler: ({ ctx, query }) => listMails(ctx, query) });
