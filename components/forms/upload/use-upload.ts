"use client";

import { useEffect, useRef, useState } from "react";
import { errorBodyOf } from "@/components/figures/fetch-json";
import { useUnsavedWarning } from "@/components/forms/use-unsaved-warning";
import { sendFile } from "./send-file";

export type UploadState =
  | { kind: "idle" }
  | { kind: "sending"; name: string; sent: number; total: number }
  /** `retry` sends the same file again; null when that would not help. */
  | { kind: "failed"; message: string; retry: (() => void) | null }
  | { kind: "done"; name: string };

type UseUpload<T> = {
  /** Where a file of this name is sent to. */
  urlOf: (fileName: string) => string;
  /** Why a file need not be sent; null when it may be. */
  refusalOf: (file: File) => string | null;
  /** With the answer of the server. */
  onDone: (answer: T) => void;
};

/** One file on its way to the server. */
export function useUpload<T>({ urlOf, refusalOf, onDone }: UseUpload<T>) {
  const [state, setState] = useState<UploadState>({ kind: "idle" });
  const running = useRef<AbortController | null>(null);
  useUnsavedWarning(state.kind === "sending");

  // Outside system: the request, which would go on without its page.
  useEffect(() => () => running.current?.abort(), []);

  async function send(file: File) {
    const refusal = refusalOf(file);
    if (refusal) return setState({ kind: "failed", message: refusal, retry: null });
    const { name, size: total } = file;
    const controller = new AbortController();
    running.current = controller;
    setState({ kind: "sending", name, sent: 0, total });
    try {
      const answer = await sendFile<T>({
        url: urlOf(name),
        file,
        signal: controller.signal,
        onProgress: (sent) => setState({ kind: "sending", name, sent: Math.min(sent, total), total }),
      });
      setState({ kind: "done", name });
      onDone(answer);
    } catch (error) {
      if (controller.signal.aborted) return;
      const { code, message } = errorBodyOf(error);
      const retry = code === "invalid_input" || code === "forbidden" ? null : () => void send(file);
      setState({ kind: "failed", message, retry });
    }
  }

  return {
    state,
    send: (file: File) => void send(file),
    refuse: (message: string) => setState({ kind: "failed", message, retry: null }),
    cancel: () => {
      running.current?.abort();
      setState({ kind: "idle" });
    },
  };
}
