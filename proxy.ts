import { type NextRequest, NextResponse } from "next/server";
import { allowedFrameSites } from "@/lib/dashboards";
import { embedHeaders } from "@/lib/http/embed-headers";

/** Pages that other sites show in a frame: which sites those are is written in the link, so no fixed header can say it. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const [, , address = ""] = request.nextUrl.pathname.split("/");
  const visit = { now: () => new Date(), requestId: "proxy" };
  return NextResponse.next({ headers: embedHeaders(await allowedFrameSites(address, visit)) });
}

export const config = { matcher: "/embed/:address" };
