import { listLists } from "@/lib/distribution";
import { api } from "@/lib/http/api";

export const GET = api({ handler: ({ ctx }) => listLists(ctx) });
