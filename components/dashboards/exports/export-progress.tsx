"use client";

import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Progress } from "@/components/ui/progress";
import { EXPORT_FORMATS, EXPORT_KEPT_DAYS, type ExportDto } from "@/lib/exports/schemas";
import { formatBytes } from "@/lib/format/sizes";
import { fileUrl, isUnderWay, useExportFile } from "./use-export-file";

type ExportProgressProps = {
  workspace: string;
  locale: string;
  first: ExportDto;
  onAgain: () => void;
};

/** Small files arrive while one waits; one may leave at any time. */
export function ExportProgress({ workspace, locale, first, onAgain }: ExportProgressProps) {
  const { file } = useExportFile(workspace, first);
  const name = EXPORT_FORMATS[file.format].label;
  if (isUnderWay(file))
    return (
      <div role="status" className="flex flex-col gap-3 text-sm text-ink-2">
        <Progress
          value={file.progress ?? 0}
          max={100}
          text={`${file.progress ?? 0} %`}
          label={`Making the ${name}`}
        />
        <p>
          Making the {name}. You may close this: it goes on, and a notification tells you when it is ready.
        </p>
      </div>
    );
  if (file.state === "COMPLETED")
    return (
      <div role="status" className="flex flex-col gap-3 text-sm">
        <p>
          <a
            href={fileUrl(workspace, file)}
            download={file.fileName}
            className="font-medium break-words text-accent underline underline-offset-2"
          >
            {file.fileName}
          </a>{" "}
          <span className="text-ink-2">({formatBytes(file.bytes, { locale })})</span>
        </p>
        <p className="text-ink-2">
          It is saved by your browser, and kept for {EXPORT_KEPT_DAYS} days under Queries, Exports.
        </p>
      </div>
    );
  return (
    <div className="flex flex-col items-start gap-3">
      <Callout tone="bad" role="alert" title="The file could not be made.">
        {file.error}
      </Callout>
      <Button onClick={onAgain}>Try again</Button>
    </div>
  );
}
