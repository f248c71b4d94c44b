"use client";

import { useState } from "react";
import type { Place } from "@/components/figures/place";
import { ActionButton } from "@/components/forms/action-button";
import { runAction } from "@/components/forms/run-action";
import { Badge } from "@/components/ui/badge";
import { NativeSelect } from "@/components/ui/native-select";
import { toast } from "@/components/ui/toast";
import type { DashboardDto } from "@/lib/dashboards/schemas";
import type { DashboardVersionDto } from "@/lib/dashboards/versions/schemas";
import { formatDateTime } from "@/lib/format/dates";
import type { ActionResult } from "@/lib/http/action-result";
import { ChangeList } from "./change-list";
import { compareContents } from "./compare-contents";
import { VersionSketch } from "./version-sketch";

type VersionItemProps = {
  place: Place;
  version: DashboardVersionDto;
  others: readonly DashboardVersionDto[];
  isNewest: boolean;
  onRestore: () => Promise<ActionResult<DashboardDto>>;
  onRestored: (dashboard: DashboardDto) => void;
};

export function VersionItem({ place, version, others, isNewest, onRestore, onRestored }: VersionItemProps) {
  const { number, note, authorName, createdAt, document } = version;
  const [comparedTo, setComparedTo] = useState<number | null>(null);
  const other = others.find((one) => one.number === comparedTo);

  async function restore() {
    const restored = await runAction(onRestore());
    if (!restored) return;
    toast.success(`Back to version ${number}`, { description: `Published as version ${restored.version}.` });
    onRestored(restored);
  }

  return (
    <li className="py-4">
      <div className="flex gap-4">
        <VersionSketch content={document} label={`Layout of version ${number}`} />
        <div className="flex min-w-0 flex-1 flex-col items-start gap-1">
          <p className="flex items-center gap-2 text-sm font-medium text-ink">
            Version {number}
            {isNewest ? <Badge tone="accent">Now</Badge> : null}
          </p>
          {note ? <p className="text-13 break-words">{note}</p> : null}
          <p className="text-xs text-ink-2">
            {authorName ? `${authorName} · ` : ""}
            {formatDateTime(createdAt, place)}
          </p>
          {isNewest ? null : (
            <ActionButton size="sm" className="mt-1" aria-label={`Restore version ${number}`} onAct={restore}>
              Restore
            </ActionButton>
          )}
        </div>
      </div>
      {others.length === 0 ? null : (
        <div className="mt-3 flex flex-col gap-2">
          <NativeSelect
            aria-label={`Compare version ${number} with`}
            value={comparedTo ?? ""}
            onChange={({ target }) => setComparedTo(target.value ? Number(target.value) : null)}
          >
            <option value="">Compare with …</option>
            {others.map((one) => (
              <option key={one.number} value={one.number}>
                Version {one.number}
                {one.note ? `: ${one.note}` : ""}
              </option>
            ))}
          </NativeSelect>
          {other ? <Comparison one={version} other={other} /> : null}
        </div>
      )}
    </li>
  );
}

/** Always from the earlier to the later one. */
function Comparison({ one, other }: { one: DashboardVersionDto; other: DashboardVersionDto }) {
  const [before, after] = one.number < other.number ? [one, other] : [other, one];
  const label = `From version ${before.number} to ${after.number}`;
  return (
    <div className="rounded-md bg-sunken px-3 py-2">
      <p className="mb-1 text-xs text-ink-2">{label}</p>
      <ChangeList label={label} changes={compareContents(before.document, after.document)} />
    </div>
  );
}
