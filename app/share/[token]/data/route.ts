import { publicDashboardData } from "@/lib/dashboards";
import { PublicDataInput } from "@/lib/dashboards/links/schemas";
import { ndjson } from "@/lib/http/ndjson";
import { publicAnswer } from "@/lib/http/public-answer";
import { readJson } from "@/lib/http/request-body";
import { visitOf } from "@/lib/http/visit";

const now = () => new Date();

type RouteContext = { params: Promise<{ token: string }> };

/** One line of JSON a widget, for whoever has the address and has given its password. */
export async function POST(request: Request, { params }: RouteContext): Promise<Response> {
  const { token } = await params;
  const visit = await visitOf(now, request);
  return publicAnswer(visit.requestId, async () => {
    const input = PublicDataInput.parse(await readJson(request));
    return ndjson(await publicDashboardData({ kind: "PAGE", text: token }, visit, input));
  });
}
