import { type ErrorBody, STATUS_BY_CODE } from "@/lib/errors";

/** A refusal of the API. `status` decides whether it is tried again. */
export class ApiError extends Error {
  readonly status: number;
  readonly body: ErrorBody;
  constructor(status: number, body: ErrorBody) {
    super(body.message);
    this.name = "ApiError";
    this.status = status;
    this.body = body;
  }
}

/** Reads JSON from our own API. Throws ApiError, also when the server cannot be reached. */
export async function fetchJson<T>(url: string, init?: RequestInit): Promise<T> {
  const response = await answerOf(url, init);
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return body as T;
  throw refusal(response, body);
}

/** Reads one line of JSON after the other from our own API, as they arrive. Throws as `fetchJson`. */
export async function* fetchLines<T>(url: string, init?: RequestInit): AsyncGenerator<T> {
  const response = await answerOf(url, init);
  if (!response.ok || !response.body) throw refusal(response, await response.json().catch(() => null));
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  while (true) {
    const { done, value } = await whileConnected(reader.read(), init);
    if (done) break;
    const lines = (rest + value).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) yield JSON.parse(line) as T;
  }
}

const answerOf = (url: string, init?: RequestInit): Promise<Response> =>
  whileConnected(fetch(url, init), init);

async function whileConnected<T>(work: Promise<T>, init?: RequestInit): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (init?.signal?.aborted) throw error;
    throw new ApiError(0, unreachable());
  }
}

const refusal = (response: Response, body: unknown): ApiError =>
  new ApiError(response.status, errorOf(body) ?? unreachable(response.headers.get("x-request-id")));

/** What any error says to people, in the shape the error states draw. */
export function errorBodyOf(error: unknown): ErrorBody {
  if (error instanceof ApiError) return error.body;
  return unreachable();
}

function errorOf(body: unknown): ErrorBody | null {
  if (typeof body !== "object" || body === null || !("error" in body)) return null;
  const { error } = body as { error: ErrorBody };
  return error.code in STATUS_BY_CODE ? error : null;
}

function unreachable(requestId?: string | null): ErrorBody {
  return {
    code: "internal",
    message: "Broadsheet did not answer. Check the connection.",
    details: {},
    ...(requestId ? { requestId } : {}),
  };
}
