import { STATUS_BY_CODE } from "@/lib/errors";
import { toErrorBody } from "./error-body";

/** Answers a stranger: what is thrown becomes JSON with the status of its code. */
export async function publicAnswer(requestId: string, answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    const body = toErrorBody(error, requestId);
    return Response.json({ error: body }, { status: STATUS_BY_CODE[body.code], headers: NOT_KEPT });
  }
}

const NOT_KEPT = { "cache-control": "private, no-store", "x-robots-tag": "noindex" };
