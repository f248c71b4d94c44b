import { openFileLink } from "@/lib/executions";
import { AppError } from "@/lib/errors";
import { fileResponse } from "@/lib/http/file-response";
import { linkProblemResponse } from "../link-problem";

type RouteContext = { params: Promise<{ token: string }> };

/** A file behind the signed link of a mail: whoever has the link may read it until it expires. */
export async function GET(_request: Request, { params }: RouteContext): Promise<Response> {
  const { token } = await params;
  try {
    return fileResponse(await openFileLink(token, new Date()));
  } catch (error) {
    if (error instanceof AppError) return linkProblemResponse(error);
    throw error;
  }
}
