"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { attempt } from "@/components/forms/attempt";
import type { FileInspection, FileLoadDto, FileLoadRequest } from "@/lib/data-sources/files/schemas";
import type { ErrorBody } from "@/lib/errors";
import type { ServerAction } from "@/lib/http/action-result";
import { type LoadDraft, requestOf } from "./load-draft";
import { fileKeys } from "./queries";

/** Sends a file on its way into its table; a refusal is kept until something is changed. */
export function useLoadRequest(
  slug: string,
  load: FileLoadDto,
  requestLoad: ServerAction<FileLoadRequest & { loadId: string }, FileLoadDto>,
) {
  const client = useQueryClient();
  const [isPending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<ErrorBody | null>(null);
  const clear = useCallback(() => setRefusal(null), []);

  async function submit(inspection: FileInspection, draft: LoadDraft) {
    const request = requestOf(inspection, draft);
    if (!request || isPending) return;
    setPending(true);
    setRefusal(null);
    const result = await attempt(requestLoad({ loadId: load.id, ...request }));
    setPending(false);
    if (result.ok) client.setQueryData(fileKeys.load(slug, load.dataSourceId, load.id), result.data);
    else setRefusal(result.error);
  }

  return { submit, isPending, refusal, clear };
}
