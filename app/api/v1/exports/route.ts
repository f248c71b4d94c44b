import { listExports } from "@/lib/exports";
import { api } from "@/lib/http/api";

export const GET = api({ handler: ({ ctx }) => listExports(ctx) });
