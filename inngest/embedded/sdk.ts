import { createHmac } from "node:crypto";
import canonicalize from "canonicalize";
import type { Inngest, InngestFunction } from "inngest";
import { serve } from "inngest/edge";
import {
  type CallOutcome,
  DISCOVERY_STEP_ID,
  DiscoverySchema,
  EMBEDDED_ORIGIN,
  type EngineEvent,
  type FunctionConfig,
  OpsSchema,
  type StepResult,
  toJobError,
} from "./protocol";

export type CallRequest = {
  functionId: string;
  runId: string;
  /** `DISCOVERY_STEP_ID`, or the id of the planned step to run. */
  stepId: string;
  events: EngineEvent[];
  steps: Record<string, StepResult>;
  stack: string[];
  attempt: number;
  maxAttempts: number;
  planning: boolean;
  /** Names this hold of the task; its presence switches checkpointing on. */
  holdId: string;
};

/** The SDK's own request handler, spoken to without a network. */
export type Sdk = {
  discover(): Promise<FunctionConfig[]>;
  call(request: CallRequest): Promise<CallOutcome>;
};

const PATH = "/api/inngest";

/**
 * Wraps the functions in the SDK's handler. The client must be in cloud mode with this signing key: then the
 * handler answers nobody who does not know the key, even if it were reachable from outside.
 */
export function createSdk(options: {
  client: Inngest.Any;
  functions: InngestFunction.Any[];
  signingKey: string;
}): Sdk {
  const handler = serve({
    client: options.client,
    functions: options.functions,
    serveOrigin: EMBEDDED_ORIGIN,
    servePath: PATH,
    enableUnauthedSync: false,
  });
  const send = (
    method: "PUT" | "POST",
    query: string,
    body: object,
    headers: Record<string, string> = {},
  ) => {
    // The handler checks the signature over the RFC 8785 form of the parsed body, so that form is what is sent.
    const text = canonicalize(body) ?? "{}";
    return handler(
      new Request(`${EMBEDDED_ORIGIN}${PATH}${query}`, {
        method,
        body: text,
        headers: {
          // The SDK builds its own address from this header and fails without it.
          host: new URL(EMBEDDED_ORIGIN).host,
          "content-type": "application/json",
          "x-inngest-signature": sign(text, options.signingKey),
          ...headers,
        },
      }),
    );
  };
  return {
    async discover() {
      const url = `${EMBEDDED_ORIGIN}${PATH}`;
      const response = await send("PUT", "", { url }, { "x-inngest-sync-kind": "in_band" });
      const text = await response.text();
      if (response.status !== 200) {
        throw new Error(`The Inngest SDK did not list its functions: status ${response.status}, ${text}`);
      }
      return DiscoverySchema.parse(JSON.parse(text)).functions;
    },
    async call(request) {
      const query = new URLSearchParams({ fnId: request.functionId, stepId: request.stepId });
      return readOutcome(await send("POST", `?${query}`, callBody(request)));
    },
  };
}

function callBody(request: CallRequest): object {
  return {
    event: request.events[0],
    events: request.events,
    steps: request.steps,
    version: -1,
    use_api: false,
    ctx: {
      run_id: request.runId,
      attempt: request.attempt,
      max_attempts: request.maxAttempts,
      disable_immediate_execution: request.planning,
      use_api: false,
      stack: { stack: request.stack, current: request.stack.length },
      // Only a discovery call goes on after a step, so only there is something to checkpoint.
      ...(request.stepId === DISCOVERY_STEP_ID ? { fn_id: request.functionId, qi_id: request.holdId } : {}),
    },
  };
}

function sign(body: string, signingKey: string): string {
  const seconds = Math.floor(Date.now() / 1000);
  const secret = signingKey.replace(/^signkey-\w+-/, "");
  return `t=${seconds}&s=${createHmac("sha256", secret).update(`${body}${seconds}`).digest("hex")}`;
}

async function readOutcome(response: Response): Promise<CallOutcome> {
  const body = parseJson(await response.text());
  const noRetry = response.headers.get("x-inngest-no-retry") === "true";
  const retryAfterMs = readRetryAfter(response.headers.get("retry-after"));
  if (response.status === 200) {
    return { kind: "ops", ops: [{ id: "", op: "RunComplete", data: body }], noRetry, retryAfterMs };
  }
  if (response.status === 206) return { kind: "ops", ops: OpsSchema.parse(body), noRetry, retryAfterMs };
  return { kind: "error", error: toJobError(body), noRetry, retryAfterMs };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Seconds or an HTTP or ISO date, as milliseconds from now. */
function readRetryAfter(header: string | null): number | null {
  if (header === null) return null;
  if (/^\d+$/.test(header)) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - Date.now());
}
