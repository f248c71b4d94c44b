import { listDataSources } from "@/lib/data-sources";
import { api } from "@/lib/http/api";

export const GET = api({ handler: ({ ctx }) => listDataSources(ctx) });
