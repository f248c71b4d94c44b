import type { ChartModel } from "@/lib/charts/types";
import type { EmailParts, NoticeEmailInput, ReportEmailInput } from "@/lib/render/email/types";
import type { Picture } from "@/lib/render/picture/picture";
import type { DocumentFormat, RenderedFile } from "@/lib/render/rendered-file";
import type { PreparedDocument } from "@/lib/reports/document";

/** What a render worker can do. Plain data: a task crosses to the worker by structured clone. */
export type RenderTask =
  | { kind: "document"; format: DocumentFormat; document: PreparedDocument }
  /** `width` and `height` in CSS pixels; the image has `scale` times as many. */
  | { kind: "chart-png"; model: ChartModel; width: number; height: number; scale: number }
  | { kind: "dashboard-png"; picture: Picture }
  | { kind: "email"; template: "report"; input: ReportEmailInput }
  | { kind: "email"; template: "notice"; input: NoticeEmailInput };

export type RenderResult<Task extends RenderTask = RenderTask> = Task extends { kind: "email" }
  ? EmailParts
  : RenderedFile;

/** How a task is named in a message to a person. */
export function describeTask(task: RenderTask): string {
  switch (task.kind) {
    case "document":
      return `The ${task.format} of “${task.document.title}”`;
    case "chart-png":
      return `The image of the chart “${task.model.title}”`;
    case "dashboard-png":
      return `The picture of “${task.picture.title}”`;
    case "email":
      return task.template === "report"
        ? `The mail “${task.input.document.title}”`
        : `The mail “${task.input.title}”`;
  }
}
