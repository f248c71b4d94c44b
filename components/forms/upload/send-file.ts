import { ApiError } from "@/components/figures/fetch-json";
import { type ErrorBody, STATUS_BY_CODE } from "@/lib/errors";

type Sending = {
  url: string;
  file: File;
  signal: AbortSignal;
  /** Bytes that have left the browser. */
  onProgress: (sent: number) => void;
};

/**
 * Sends a file as the body of a request, and resolves to the answer. By XMLHttpRequest, because `fetch` does not tell how much was sent. Throws
 * ApiError, AbortError when it was cancelled.
 */
export function sendFile<T>({ url, file, signal, onProgress }: Sending): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", url);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.responseType = "json";
    request.upload.addEventListener("progress", ({ loaded }) => onProgress(loaded));
    request.addEventListener("load", () => {
      const body: unknown = request.response;
      if (request.status >= 200 && request.status < 300) resolve(body as T);
      else reject(new ApiError(request.status, errorOf(body)));
    });
    request.addEventListener("error", () => reject(new ApiError(0, brokenOff())));
    request.addEventListener("abort", () => reject(new DOMException("cancelled", "AbortError")));
    signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}

function errorOf(body: unknown): ErrorBody {
  const error = (body as { error?: ErrorBody } | null)?.error;
  return error && error.code in STATUS_BY_CODE ? error : brokenOff();
}

const brokenOff = (): ErrorBody => ({
  code: "internal",
  message: "The connection broke while the file was sent, or the file was changed meanwhile.",
  details: {},
});
