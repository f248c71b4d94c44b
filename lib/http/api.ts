import type { z } from "zod";
import { requestContext } from "@/lib/auth/request-context";
import type { RequestContext } from "@/lib/context";
import { STATUS_BY_CODE } from "@/lib/errors";
import { toErrorBody } from "./error-body";
import { readJson } from "./request-body";
import { newRequestId } from "./request-id";
import { requireSameOrigin } from "./same-origin";

type Parsed<Schema extends z.ZodType | undefined> = Schema extends z.ZodType ? z.output<Schema> : undefined;

type ApiDefinition<
  P extends z.ZodType | undefined,
  Q extends z.ZodType | undefined,
  B extends z.ZodType | undefined,
> = {
  params?: P;
  query?: Q;
  body?: B;
  /** Returns a DTO, sent as JSON, or a Response of its own (files). */
  handler: (input: {
    ctx: RequestContext;
    params: Parsed<P>;
    query: Parsed<Q>;
    body: Parsed<B>;
    headers: Headers;
    /** The body as it arrives, for a route without `body`: an upload. */
    stream: AsyncIterable<Uint8Array>;
  }) => Promise<unknown>;
};

type RouteContext = { params: Promise<Record<string, string | string[]>> };

/**
 * Makes a route handler under /api/v1. The workspace is the `workspace` query parameter (its slug).
 * Answers JSON; errors are `{ error: ErrorBody }` with the status of their code.
 */
export function api<
  P extends z.ZodType | undefined = undefined,
  Q extends z.ZodType | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
>(definition: ApiDefinition<P, Q, B>): (request: Request, route: RouteContext) => Promise<Response> {
  return async (request, route) => {
    const requestId = newRequestId();
    try {
      if (request.method !== "GET" && request.method !== "HEAD") requireSameOrigin(request);
      const url = new URL(request.url);
      const ctx = await requestContext(url.searchParams.get("workspace") ?? "", {
        requestId,
        signal: request.signal,
      });
      const params = definition.params?.parse(await route.params) as Parsed<P>;
      const query = definition.query?.parse(Object.fromEntries(url.searchParams)) as Parsed<Q>;
      const body = definition.body?.parse(await readJson(request)) as Parsed<B>;
      const stream = request.body ?? nothing();
      const result = await definition.handler({
        ctx,
        params,
        query,
        body,
        headers: request.headers,
        stream,
      });
      if (result instanceof Response) return result;
      return Response.json(result, {
        headers: { "cache-control": "private, no-store", "x-request-id": requestId },
      });
    } catch (error) {
      const body = toErrorBody(error, requestId);
      return Response.json(
        { error: body },
        { status: STATUS_BY_CODE[body.code], headers: { "x-request-id": requestId } },
      );
    }
  };
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
