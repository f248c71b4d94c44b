/** A dashboard at its layout, with the figures of one view: what the picture is drawn from. Pure. */
import type { WidgetSpec } from "@/lib/charts/spec";
import { fillMarkdown, fillVariables } from "@/lib/charts/variables";
import type { WidgetDto } from "@/lib/dashboards/schemas";
import { blockText, parseMarkdown } from "@/lib/render/markdown";
import type { Picture, PictureContent } from "@/lib/render";
import { drawnModel } from "./dashboard-document";
import { type FileParts, fileTitle, freshness } from "./file-parts";
import type { ViewWords } from "./view-words";

/** A widget alone has the whole width and room to be read. */
const ALONE = { x: 0, y: 0, w: 12, h: 8 };

export function dashboardPicture(parts: FileParts): Picture {
  const { person, dashboard, widgets, words } = parts;
  const { asOfText } = freshness(parts);
  const facts = words.facts.map(({ label, value }) => `${label}: ${value}`);
  return {
    title: fileTitle(parts),
    lines: [`${words.period} · ${asOfText}`, facts.join(" · ")].filter(Boolean),
    footer: [person.workspace.name, dashboard.name].join(" · "),
    sections: sectionsOf(parts, widgets.length === 1),
  };
}

function sectionsOf(parts: FileParts, isAlone: boolean): Picture["sections"] {
  const { tabs } = parts.dashboard.settings;
  return tabs.flatMap((tab) =>
    tab.sections.flatMap(({ key, name }, index) => {
      const widgets = parts.widgets.filter(({ section }) => section === key);
      if (widgets.length === 0) return [];
      const tabName = tabs.length > 1 && index === 0 ? tab.name : "";
      return [
        {
          heading: isAlone ? "" : [tabName, name].filter(Boolean).join(" · "),
          widgets: widgets.map((widget) => ({
            box: isAlone ? ALONE : widget.layout,
            title: isAlone ? "" : fillVariables(widget.visual.title, parts.words.variables),
            content: contentOf(widget, parts),
          })),
        },
      ];
    }),
  );
}

function contentOf(
  { key, queryId, visual }: WidgetDto,
  { figures, pictures, words }: FileParts,
): PictureContent {
  if (visual.kind === "image") {
    const { alt, fit, pictureId } = visual;
    const picture = pictures.get(pictureId);
    return picture ? { kind: "image", src: picture.src, fit } : { kind: "words", paragraphs: [alt] };
  }
  if (queryId === null) return { kind: "words", paragraphs: paragraphsOf(visual, words) };
  const answer = figures.get(key);
  if (!answer?.data) return { kind: "error", message: answer?.error?.message ?? "It was not answered." };
  return { kind: "figure", model: drawnModel(answer.data, fillVariables(visual.title, words.variables)) };
}

function paragraphsOf(spec: WidgetSpec, { variables }: ViewWords): string[] {
  if (spec.kind !== "text") return ["Shown on the screen only."];
  return parseMarkdown(fillMarkdown(spec.markdown, variables)).map(blockText).filter(Boolean);
}
