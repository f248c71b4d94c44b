import { readAudience } from "@/lib/dashboards";
import { AudienceInput } from "@/lib/dashboards/sharing/schemas";
import { api } from "@/lib/http/api";

export const GET = api({ params: AudienceInput, handler: ({ ctx, params }) => readAudience(ctx, params) });
