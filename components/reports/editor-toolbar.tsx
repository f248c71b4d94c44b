"use client";

import { CalendarClock, Ellipsis, FileDown, History, Pencil, Trash2 } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { toast } from "@/components/ui/toast";
import type { ReportDto, ReportFormat } from "@/lib/reports/schemas";
import { attempt } from "@/components/forms/attempt";
import type { ReportActions } from "./report-actions";
import { PublishDialog } from "./publish-dialog";
import { RenameDialog } from "./rename-dialog";
import type { ReportDraft } from "./use-report-draft";
import { VersionsDialog } from "./versions-dialog";

type EditorToolbarProps = { slug: string; zone: string; draft: ReportDraft; actions: ReportActions };

const FORMATS: { format: ReportFormat; label: string }[] = [
  { format: "PDF", label: "PDF" },
  { format: "XLSX", label: "Workbook" },
  { format: "CSV", label: "CSV" },
  { format: "HTML", label: "Web page" },
];

export function EditorToolbar({ slug, zone, draft, actions }: EditorToolbarProps) {
  const router = useRouter();
  const [saving, startSaving] = useTransition();
  const [dialog, setDialog] = useState<"publish" | "rename" | "versions" | "delete" | null>(null);
  const { report, current, edited, isDirty } = draft;
  const close = () => setDialog(null);

  /** Saves what is on the page; false when it was not saved, and nothing typed is lost. */
  async function save(): Promise<boolean> {
    if (!edited) return true;
    const result = await attempt(
      actions.save({ reportId: report.id, expectedRevision: report.draftRevision, ...current }),
    );
    if (result.ok) draft.saved(result.data, edited);
    else toast.error("Not saved", { description: result.error.message, duration: 15_000 });
    return result.ok;
  }

  async function publish(changeNote: string): Promise<boolean> {
    if (!(await save())) return false;
    const result = await attempt(actions.publish({ reportId: report.id, changeNote }));
    if (result.ok) {
      draft.saved(result.data, null);
      toast.success(`Version ${result.data.latestVersion} is published`);
    } else toast.error("Not published", { description: result.error.message, duration: 15_000 });
    return result.ok;
  }

  async function remove(): Promise<boolean> {
    const result = await attempt(actions.remove({ reportId: report.id }));
    if (result.ok) router.push(`/${slug}/reports`);
    else toast.error("Not deleted", { description: result.error.message, duration: 15_000 });
    return result.ok;
  }

  return (
    <>
      <Badge tone={isDirty ? "warn" : "neutral"}>{stateWords(report, isDirty)}</Badge>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button variant="ghost" size="icon" aria-label="More actions">
            <Ellipsis aria-hidden />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          <DropdownMenuItem onSelect={() => setDialog("rename")}>
            <Pencil aria-hidden />
            Rename…
          </DropdownMenuItem>
          <DropdownMenuItem onSelect={() => setDialog("versions")}>
            <History aria-hidden />
            Versions ({report.versions.length})
          </DropdownMenuItem>
          <DropdownMenuSeparator />
          <DropdownMenuItem onSelect={() => setDialog("delete")}>
            <Trash2 aria-hidden />
            Delete…
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      <DownloadMenu slug={slug} reportId={report.id} disabled={isDirty} />
      {report.latestVersion === null ? null : (
        <Button asChild>
          <Link href={`/${slug}/schedules/new?report=${report.id}`}>
            <CalendarClock aria-hidden />
            Schedule
          </Link>
        </Button>
      )}
      <Button
        loading={saving}
        disabled={!isDirty}
        onClick={() => startSaving(async () => void (await save()))}
      >
        Save draft
      </Button>
      <Button
        variant="primary"
        disabled={!isDirty && !report.hasUnpublishedChanges}
        onClick={() => setDialog("publish")}
      >
        Publish
      </Button>
      <PublishDialog
        open={dialog === "publish"}
        onClose={close}
        nextVersion={(report.latestVersion ?? 0) + 1}
        publish={publish}
      />
      <RenameDialog open={dialog === "rename"} onClose={close} name={current.name} onRename={draft.rename} />
      <VersionsDialog
        open={dialog === "versions"}
        onClose={close}
        slug={slug}
        zone={zone}
        draft={draft}
        restore={actions.restore}
      />
      <ConfirmDialog
        open={dialog === "delete"}
        onOpenChange={(open) => !open && close()}
        verb="Delete"
        name={report.name}
        consequence="Its versions go with it. Runs and deliveries that were sent stay on record."
        onConfirm={remove}
      />
    </>
  );
}

function stateWords(report: ReportDto, isDirty: boolean): string {
  if (isDirty) return "Unsaved changes";
  if (report.latestVersion === null) return "Draft, never published";
  return report.hasUnpublishedChanges
    ? `Draft after version ${report.latestVersion}`
    : `Version ${report.latestVersion}`;
}

function DownloadMenu({ slug, reportId, disabled }: { slug: string; reportId: string; disabled: boolean }) {
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button disabled={disabled} title={disabled ? "Save the draft first" : undefined}>
          <FileDown aria-hidden />
          Open as
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        {FORMATS.map(({ format, label }) => (
          <DropdownMenuItem key={format} asChild>
            <a
              href={`/api/v1/reports/${reportId}/file?workspace=${encodeURIComponent(slug)}&format=${format}`}
              target="_blank"
              rel="noreferrer"
            >
              {label}
            </a>
          </DropdownMenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
