import { api } from "@/lib/http/api";
import { searchByName } from "@/lib/search";
import { SearchInput } from "@/lib/search/schemas";

export const GET = api({ query: SearchInput, handler: ({ ctx, query }) => searchByName(ctx, query) });
