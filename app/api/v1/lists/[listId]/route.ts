import { getList } from "@/lib/distribution";
import { ListIdInput } from "@/lib/distribution/schemas";
import { api } from "@/lib/http/api";

export const GET = api({ params: ListIdInput, handler: ({ ctx, params }) => getList(ctx, params) });
