import { publicPicture } from "@/lib/dashboards";
import { pictureResponse } from "@/lib/http/picture-response";
import { publicAnswer } from "@/lib/http/public-answer";
import { visitOf } from "@/lib/http/visit";

const now = () => new Date();

type RouteContext = { params: Promise<{ token: string; pictureId: string }> };

/** A picture that stands on the page. */
export async function GET(request: Request, { params }: RouteContext): Promise<Response> {
  const { token, pictureId } = await params;
  const visit = await visitOf(now, request);
  return publicAnswer(visit.requestId, async () =>
    pictureResponse(await publicPicture({ kind: "PAGE", text: token }, visit, { pictureId }), {
      kept: false,
    }),
  );
}
