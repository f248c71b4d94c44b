"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { RelativeTime } from "@/components/ui/relative-time";
import type { FileLoadDto } from "@/lib/data-sources/files/schemas";
import { formatBytes } from "@/lib/format/sizes";
import { LoadState } from "./load-state";
import { loadPath } from "./paths";
import type { Place } from "./place";
import { useFileLoads } from "./queries";

type OpenUploadsProps = {
  slug: string;
  dataSourceId: string;
  place: Place;
  /** ISO 8601. */
  now: string;
  loads: FileLoadDto[];
};

/** Files that are not in a table yet: waiting for a person, on their way, or refused and still kept. */
export function OpenUploads({ slug, dataSourceId, place, now, loads }: OpenUploadsProps) {
  const router = useRouter();
  const all = useFileLoads(slug, dataSourceId, loads).data;
  const open = all.filter(({ state, canLoad }) => state !== "LOADED" && (state !== "FAILED" || canLoad));
  const loaded = countLoaded(all);
  const known = countLoaded(loads);

  // Outside system: the server's page, whose tables were read before a load ended.
  useEffect(() => {
    if (loaded > known) router.refresh();
  }, [loaded, known, router]);

  if (open.length === 0) return null;
  return (
    <section aria-labelledby="open-heading" className="rounded-lg border bg-card">
      <h2 id="open-heading" className="px-4 pt-4 pb-3 font-serif text-lg">
        Not in a table yet
      </h2>
      <ul className="divide-y border-t">
        {open.map((load) => (
          <li key={load.id}>
            <Link
              href={loadPath({ slug, dataSourceId }, load.id)}
              className="flex min-h-11 items-center gap-3 px-4 py-2.5 hover:bg-sunken/60 focus-visible:-outline-offset-2"
            >
              <span className="min-w-0 flex-1">
                <span className="block text-13 font-medium break-all">{load.fileName}</span>
                <span className="block text-xs text-ink-3">
                  {formatBytes(load.bytes, { locale: place.locale })},{" "}
                  <RelativeTime plain at={load.createdAt} now={now} {...place} />
                  {load.createdBy ? ` by ${load.createdBy}` : ""}
                </span>
                {load.error ? <span className="block text-xs break-words text-bad">{load.error}</span> : null}
              </span>
              <LoadState load={load} />
              <ChevronRight aria-hidden className="size-4 shrink-0 text-ink-3" />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

const countLoaded = (loads: readonly FileLoadDto[]): number =>
  loads.filter(({ state }) => state === "LOADED").length;
