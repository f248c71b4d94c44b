import { api } from "@/lib/http/api";
import { getMail } from "@/lib/mail";
import { MailIdInput } from "@/lib/mail/schemas";

export const GET = api({ params: MailIdInput, handler: ({ ctx, params }) => getMail(ctx, params) });
