import { publicPicture } from "@/lib/dashboards";
import { pictureResponse } from "@/lib/http/picture-response";
import { publicAnswer } from "@/lib/http/public-answer";
import { visitOf } from "@/lib/http/visit";

const now = () => new Date();

type RouteContext = { params: Promise<{ address: string; pictureId: string }> };

/** A picture that stands on the page. */
export async function GET(request: Request, { params }: RouteContext): Promise<Response> {
  const { address, pictureId } = await params;
  const visit = await visitOf(now, request);
  return publicAnswer(visit.requestId, async () =>
    pictureResponse(await publicPicture({ kind: "EMBED", text: address }, visit, { pictureId }), {
      kept: false,
    }),
  );
}
