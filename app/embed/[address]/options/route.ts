import { publicFilterOptions } from "@/lib/dashboards";
import { PublicOptionsInput } from "@/lib/dashboards/links/schemas";
import { publicAnswer } from "@/lib/http/public-answer";
import { readJson } from "@/lib/http/request-body";
import { visitOf } from "@/lib/http/visit";

const now = () => new Date();

type RouteContext = { params: Promise<{ address: string }> };

/** What a filter of the page can be. */
export async function POST(request: Request, { params }: RouteContext): Promise<Response> {
  const { address } = await params;
  const visit = await visitOf(now, request);
  return publicAnswer(visit.requestId, async () => {
    const input = PublicOptionsInput.parse(await readJson(request));
    return Response.json(await publicFilterOptions({ kind: "EMBED", text: address }, visit, input));
  });
}
