"use client";

import { useQuery } from "@tanstack/react-query";
import { Download, LoaderCircle } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { z } from "zod";
import { fetchJson } from "@/components/figures/fetch-json";
import { runAction } from "@/components/forms/run-action";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { EXPORT_FORMATS, type ExportDto, type RequestExportInput, ResultFormat } from "@/lib/exports/schemas";
import { formatBytes } from "@/lib/format/sizes";
import { formatNumber } from "@/lib/format/value";
import type { ServerAction } from "@/lib/http/action-result";

export type ExportRequest = z.input<typeof RequestExportInput>;

type ExportMenuProps = {
  slug: string;
  locale: string;
  /** What is to be exported, as it stands when a format is chosen. */
  ask: (format: ResultFormat) => ExportRequest;
  request: ServerAction<ExportRequest, ExportDto>;
};

const POLL_MS = 1000;
const isUnderWay = ({ state }: ExportDto): boolean => state === "PENDING" || state === "RUNNING";

/** The whole result as a file: it is made in the background, also when this page is closed. */
export function ExportMenu({ slug, locale, ask, request }: ExportMenuProps) {
  const [exportId, setExportId] = useState<string | null>(null);
  const [isAsking, setIsAsking] = useState(false);

  async function choose(format: ResultFormat) {
    setIsAsking(true);
    const asked = await runAction(request(ask(format)));
    setIsAsking(false);
    if (asked) setExportId(asked.id);
  }
  return (
    <>
      {exportId ? <ExportState key={exportId} slug={slug} locale={locale} exportId={exportId} /> : null}
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button size="sm" loading={isAsking}>
            <Download aria-hidden />
            Download
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          <DropdownMenuLabel>All rows, as</DropdownMenuLabel>
          {ResultFormat.options.map((format) => (
            <DropdownMenuItem key={format} onSelect={() => void choose(format)}>
              <span className="flex flex-col">
                {EXPORT_FORMATS[format].label}
                <span className="text-xs text-ink-3">{EXPORT_FORMATS[format].hint}</span>
              </span>
            </DropdownMenuItem>
          ))}
        </DropdownMenuContent>
      </DropdownMenu>
    </>
  );
}

/** How far the file is; then it is saved, as was asked for, and can be saved again. */
function ExportState({ slug, locale, exportId }: { slug: string; locale: string; exportId: string }) {
  const { data } = useQuery({
    queryKey: ["exports", slug, exportId],
    queryFn: ({ signal }) =>
      fetchJson<ExportDto>(`/api/v1/exports/${exportId}?workspace=${encodeURIComponent(slug)}`, { signal }),
    refetchInterval: ({ state }) => (state.data && !isUnderWay(state.data) ? false : POLL_MS),
  });
  const link = useRef<HTMLAnchorElement>(null);
  const isReady = data?.state === "COMPLETED";
  // Outside system: the browser's downloads. The file was asked for here, by the click that chose its format.
  useEffect(() => {
    if (isReady) link.current?.click();
  }, [isReady]);

  if (!data || isUnderWay(data))
    return (
      <span role="status" className="flex items-center gap-1.5 text-xs text-ink-2">
        <LoaderCircle aria-hidden className="size-3.5 animate-spin motion-reduce:animate-none" />
        {data && data.rows > 0 ? `${formatNumber(data.rows, { locale })} rows written` : "Making the file"}.
        You may leave.
      </span>
    );
  if (data.state === "COMPLETED")
    return (
      <span role="status">
        <a
          ref={link}
          href={`/api/v1/exports/${exportId}/file?workspace=${encodeURIComponent(slug)}`}
          download={data.fileName}
          className="text-xs font-medium text-accent underline underline-offset-2"
        >
          {EXPORT_FORMATS[data.format].label} was saved ({formatBytes(data.bytes, { locale })}): save it again
        </a>
      </span>
    );
  return (
    <span role="alert" className="text-xs text-bad">
      {data.error ?? "The file could not be made."}
    </span>
  );
}
