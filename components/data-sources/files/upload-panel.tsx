"use client";

import { useRouter } from "next/navigation";
import { DropZone } from "@/components/forms/upload/drop-zone";
import { UploadFailure } from "@/components/forms/upload/upload-failure";
import { useUpload } from "@/components/forms/upload/use-upload";
import { Button } from "@/components/ui/button";
import { Progress } from "@/components/ui/progress";
import type { FileLoadDto } from "@/lib/data-sources/files/schemas";
import { formatBytes } from "@/lib/format/sizes";
import { type Aim, loadPath } from "./paths";
import { uploadUrl } from "./queries";
import { ACCEPT, LIMIT_MB, refusalOf } from "./words";

type UploadPanelProps = { slug: string; dataSourceId: string; locale: string; aim?: Aim | null };

/** Takes a file, shows it on its way, and leads to where it is looked at. */
export function UploadPanel({ slug, dataSourceId, locale, aim = null }: UploadPanelProps) {
  const router = useRouter();
  const upload = useUpload<FileLoadDto>({
    urlOf: (fileName) => uploadUrl(slug, dataSourceId, fileName),
    refusalOf,
    onDone: (load) => router.push(loadPath({ slug, dataSourceId }, load.id, aim)),
  });
  const { state } = upload;
  if (state.kind === "sending" || state.kind === "done")
    return (
      <section aria-label="Upload" className="flex flex-col gap-3 rounded-lg border bg-card p-4">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="min-w-0 text-sm font-medium break-words">{state.name}</p>
          {state.kind === "sending" ? (
            <Button size="sm" onClick={upload.cancel}>
              Cancel
            </Button>
          ) : null}
        </div>
        {state.kind === "sending" ? (
          <Sending sent={state.sent} total={state.total} locale={locale} />
        ) : (
          <Progress label="Uploading" value={1} max={1} text="Arrived" />
        )}
      </section>
    );
  return (
    <div className="flex flex-col gap-3">
      <UploadFailure state={state} />
      <DropZone
        prompt="Drop a CSV, Excel, JSON lines or Parquet file, or choose one"
        hint={`.csv, .tsv, .txt, .xlsx, .jsonl, .json, .parquet, up to ${LIMIT_MB} MB. You see how it is read before it is loaded.`}
        accept={ACCEPT}
        severalRefusal="Drop one file at a time: each one is looked at before it is loaded."
        onFile={upload.send}
        onRefuse={upload.refuse}
      />
    </div>
  );
}

type SendingProps = { sent: number; total: number; locale: string };

/** All is sent before the server has it all: it then stores the last of it. */
function Sending({ sent, total, locale }: SendingProps) {
  const percent = Math.floor((sent / total) * 100);
  return (
    <>
      <Progress label="Uploading" value={sent} max={total} text={`${percent} %`} />
      <p className="text-13 text-ink-2 tabular-nums">
        {sent < total
          ? `${formatBytes(sent, { locale })} of ${formatBytes(total, { locale })}. Keep this page open until it has arrived.`
          : "Sent. The last of it is being stored."}
      </p>
    </>
  );
}
