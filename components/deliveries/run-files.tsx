"use client";

import { Download } from "lucide-react";
import type { Place } from "@/components/figures/place";
import { Button } from "@/components/ui/button";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import type { ExecutionDto, ReportFileDto } from "@/lib/executions/schemas";
import { formatDate } from "@/lib/format/dates";
import { formatBytes } from "@/lib/format/sizes";
import { CopyButton } from "./copy-button";
import { isUnderWay } from "./run-words";

type RunFilesProps = { slug: string; place: Place; now: string; run: ExecutionDto };

/** The files as they were sent, with the fingerprint that proves it. */
export function RunFiles({ slug, place, now, run }: RunFilesProps) {
  return (
    <Card>
      <CardHeader>
        <CardTitle>Files</CardTitle>
      </CardHeader>
      <CardContent className="pt-2">
        {run.files.length > 0 ? (
          <ul aria-label="Files">
            {run.files.map((file) => (
              <FileRow key={file.id} slug={slug} place={place} now={now} run={run} file={file} />
            ))}
          </ul>
        ) : (
          <p className="text-13 text-ink-2">
            {isUnderWay(run) ? "They are being made." : "This run made no files."}
          </p>
        )}
      </CardContent>
    </Card>
  );
}

function FileRow({ slug, place, now, run, file }: RunFilesProps & { file: ReportFileDto }) {
  const expired = file.expiresAt <= now;
  const day = formatDate(file.expiresAt, place);
  const href = `/api/v1/executions/${run.id}/files/${file.id}?workspace=${encodeURIComponent(slug)}`;
  return (
    <li className="flex items-center gap-3 border-b border-rule py-2 text-13 last:border-b-0">
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium" title={file.fileName}>
          {file.fileName}
        </p>
        <p className="flex flex-wrap items-center gap-x-1 text-xs text-ink-2">
          {formatBytes(file.bytes, place)} ·
          <span title={file.sha256}>
            SHA-256 <code className="font-mono">{file.sha256.slice(0, 12)}…</code>
          </span>
          <CopyButton value={file.sha256} what={`the SHA-256 of ${file.fileName}`} />
          <span>· {expired ? `expired on ${day}` : `kept until ${day}`}</span>
        </p>
      </div>
      {expired ? null : (
        <Button asChild size="sm">
          <a href={href} download={file.fileName} aria-label={`Download ${file.fileName}`}>
            <Download aria-hidden />
            Download
          </a>
        </Button>
      )}
    </li>
  );
}
