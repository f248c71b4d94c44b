import { env } from "@/lib/env";

type Method = "GET" | "POST" | "PUT";

/**
 * Answers an Inngest server. With the embedded engine the functions run in the worker's own process, so this
 * is closed. Imported late: the client needs the environment, which the build does not have.
 */
async function answer(method: Method, request: Request, context: unknown): Promise<Response> {
  if (env().inngest.mode === "embedded") return new Response("Not found", { status: 404 });
  const [{ serve }, { inngest }, { functions }] = await Promise.all([
    import("inngest/next"),
    import("@/inngest/client"),
    import("@/inngest/functions"),
  ]);
  return serve({ client: inngest, functions })[method](request as never, context as never);
}

export const GET = (request: Request, context: unknown) => answer("GET", request, context);
export const POST = (request: Request, context: unknown) => answer("POST", request, context);
export const PUT = (request: Request, context: unknown) => answer("PUT", request, context);
