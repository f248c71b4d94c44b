import type { PreparedModel } from "@/lib/charts/types";
import { NO_DATA_TEXT } from "@/lib/render/figures";
import { renderChartSvg } from "@/lib/render/svg/render-chart-svg";
import { drawMetric } from "./draw-metric";
import { drawTable } from "./draw-table";
import type { Picture, PictureBox, PictureContent, PictureWidget } from "./picture";
import { type Area, box, LOOK, placeSvg, rule, textLine, wrapWords } from "./svg-parts";

/** Pixels; those of the grid are the screen's. */
const WIDTH = 1280;
const MARGIN = 40;
const COLUMNS = 12;
const GAP = 16;
const ROW_HEIGHT = 52;
const CARD = { padding: 16, title: 24 };
const LINE = 20;

const INNER = WIDTH - 2 * MARGIN;
const COLUMN = (INNER - (COLUMNS - 1) * GAP) / COLUMNS;

export type DrawnPicture = { svg: string; width: number; height: number };

/** The dashboard as it is laid out on a wide screen, all tabs and sections below one another. */
export function drawPicture({ title, lines, footer, sections }: Picture): DrawnPicture {
  let y = MARGIN + 26;
  const parts = [textLine(title, MARGIN, y, { size: 26, weight: 600, maxWidth: INNER })];
  for (const line of lines.flatMap((text) => wrapWords(text, INNER, 13))) {
    y += LINE;
    parts.push(textLine(line, MARGIN, y, { size: 13, color: LOOK.ink2 }));
  }
  y += 16;
  parts.push(rule(MARGIN, WIDTH - MARGIN, y, LOOK.ink));
  sections.forEach(({ heading, widgets }, section) => {
    y += 24;
    if (heading) {
      parts.push(textLine(heading, MARGIN, y + 16, { size: 17, weight: 600, maxWidth: INNER }));
      y += 32;
    }
    widgets.forEach((widget, index) => parts.push(drawWidget(widget, y, `f${section}-${index}`)));
    const bottom = Math.max(0, ...widgets.map(({ box: { y: top, h } }) => top + h));
    y += bottom * (ROW_HEIGHT + GAP) - GAP;
  });
  y += 36;
  parts.push(textLine(footer, MARGIN, y, { size: 11, color: LOOK.ink3, maxWidth: INNER }));
  const height = Math.ceil(y + 24);
  const sheet = box({ x: 0, y: 0, width: WIDTH, height }, LOOK.paper);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}">${sheet}${parts.join("")}</svg>`;
  return { svg, width: WIDTH, height };
}

function areaOf({ x, y, w, h }: PictureBox, top: number): Area {
  return {
    x: MARGIN + x * (COLUMN + GAP),
    y: top + y * (ROW_HEIGHT + GAP),
    width: w * COLUMN + (w - 1) * GAP,
    height: h * ROW_HEIGHT + (h - 1) * GAP,
  };
}

function drawWidget({ box: place, title, content }: PictureWidget, top: number, name: string): string {
  const area = areaOf(place, top);
  const inner = {
    x: area.x + CARD.padding,
    y: area.y + CARD.padding + (title ? CARD.title : 0),
    width: area.width - 2 * CARD.padding,
    height: area.height - 2 * CARD.padding - (title ? CARD.title : 0),
  };
  const heading = title
    ? textLine(title, inner.x, area.y + 28, { size: 13, weight: 600, maxWidth: inner.width })
    : "";
  return box(area, LOOK.surface, LOOK.rule, 8) + heading + drawContent(content, inner, name);
}

function drawContent(content: PictureContent, area: Area, name: string): string {
  switch (content.kind) {
    case "figure":
      return drawFigure(content.model, area, name);
    case "image":
      return drawImage(content, area);
    case "words":
      return drawWords(content.paragraphs, area, LOOK.ink);
    case "error":
      return drawWords([content.message], area, LOOK.bad);
  }
}

function drawFigure(model: PreparedModel, area: Area, name: string): string {
  const remark = model.notices.map(({ text }) => text).join(" ");
  if (model.kind === "metric") return drawMetric(model, area, name, remark);
  if (model.empty)
    return textLine(NO_DATA_TEXT, area.x, area.y + area.height / 2, { size: 13, color: LOOK.ink3 });
  const drawn = { ...area, height: area.height - (remark ? LINE : 0) };
  const note = remark
    ? textLine(remark, area.x, area.y + area.height, { size: 11, color: LOOK.ink3, maxWidth: area.width })
    : "";
  if (model.kind === "table") return drawTable(model, drawn) + note;
  const svg = renderChartSvg(model, {
    width: Math.round(drawn.width),
    height: Math.round(drawn.height),
    theme: "light",
  });
  return placeSvg(svg, drawn, name) + note;
}

/** What fills its frame is cut off at it. */
function drawImage({ src, fit }: Extract<PictureContent, { kind: "image" }>, area: Area): string {
  const { x, y, width, height } = area;
  const aspect = fit === "cover" ? "slice" : "meet";
  return `<image x="${x}" y="${y}" width="${width}" height="${height}" preserveAspectRatio="xMidYMid ${aspect}" href="${src}"/>`;
}

function drawWords(paragraphs: readonly string[], area: Area, color: string): string {
  const lines = paragraphs.flatMap((text) => wrapWords(text, area.width, 13));
  return lines
    .slice(0, Math.max(1, Math.floor(area.height / LINE)))
    .map((line, index) =>
      textLine(line, area.x, area.y + 14 + index * LINE, { size: 13, color, maxWidth: area.width }),
    )
    .join("");
}
