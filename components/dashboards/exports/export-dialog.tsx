"use client";

import { useState } from "react";
import { runAction } from "@/components/forms/run-action";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "@/components/ui/dialog";
import type { DashboardView } from "@/lib/dashboards/schemas";
import {
  DashboardFormat,
  EXPORT_FORMATS,
  type ExportDto,
  type RequestDashboardExportInput,
} from "@/lib/exports/schemas";
import type { ServerAction } from "@/lib/http/action-result";
import { ExportProgress } from "./export-progress";

export type RequestExport = ServerAction<RequestDashboardExportInput, ExportDto>;

/** One of the dashboard's widgets; null for all of it. */
export type ExportTarget = { key: string; title: string } | null;

type ExportDialogProps = {
  workspace: string;
  locale: string;
  dashboard: { id: string; name: string };
  /** What is looked at: the file shows the same. */
  view: DashboardView;
  widget: ExportTarget;
  request: RequestExport;
  onClose: () => void;
};

const HINTS = {
  PDF: "Pages to print and to send: charts as drawings, tables with repeated heads",
  PNG: "One picture, as it is laid out, for slides",
  XLSX: "A workbook with a sheet for each figure, cells typed",
  CSV: "The rows behind each figure, for any program",
} as const satisfies Record<DashboardFormat, string>;

/** A dashboard or one of its figures as a file, with the period and filters that are chosen. */
export function ExportDialog({ onClose, widget, ...props }: ExportDialogProps) {
  const name = widget?.title || props.dashboard.name;
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>Export “{name}”</DialogTitle>
          <DialogDescription>
            With the period and filters as you see them now; they are printed on it, with the time of the
            data.
          </DialogDescription>
        </DialogHeader>
        <ExportForm widget={widget} {...props} />
      </DialogContent>
    </Dialog>
  );
}

type ExportFormProps = Omit<ExportDialogProps, "onClose">;

function ExportForm({ workspace, locale, dashboard, view, widget, request }: ExportFormProps) {
  const [format, setFormat] = useState<DashboardFormat>("PDF");
  const [asked, setAsked] = useState<ExportDto | null>(null);
  const [isAsking, setAsking] = useState(false);

  async function ask() {
    setAsking(true);
    const widgetKeys = widget ? [widget.key] : undefined;
    setAsked(await runAction(request({ dashboardId: dashboard.id, format, view, widgetKeys })));
    setAsking(false);
  }

  if (asked)
    return (
      <ExportProgress
        key={asked.id}
        workspace={workspace}
        locale={locale}
        first={asked}
        onAgain={() => setAsked(null)}
      />
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void ask();
      }}
    >
      <fieldset className="flex flex-col gap-2">
        <legend className="sr-only">Format</legend>
        {DashboardFormat.options.map((option) => (
          <label
            key={option}
            className="flex cursor-pointer items-start gap-3 rounded-md border border-rule px-3 py-2.5 has-checked:border-accent has-checked:bg-accent-soft"
          >
            <input
              type="radio"
              name="format"
              value={option}
              checked={format === option}
              onChange={() => setFormat(option)}
              className="mt-1 size-4 accent-(--accent)"
            />
            <span className="flex flex-col">
              <span className="text-sm font-medium text-ink">{EXPORT_FORMATS[option].label}</span>
              <span className="text-13 text-ink-2">{HINTS[option]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <DialogFooter>
        <Button type="submit" variant="primary" loading={isAsking}>
          Make the file
        </Button>
      </DialogFooter>
    </form>
  );
}
