import type { Painter } from "@/lib/render/pdf/painter";
import { plainFont } from "@/lib/render/pdf/plain-font";
import { descendants, type SvgNode, textOf } from "@/lib/render/svg/parse-svg";

/** Presentation attributes that reach from a group to what is in it (SVG 1.1, 6.2). */
const INHERITED = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-opacity",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "font-size",
  "font-weight",
  "text-anchor",
] as const;

type Style = Partial<Record<(typeof INHERITED)[number], string>>;
type Context = { painter: Painter; style: Style; clips: Map<string, SvgNode> };

/**
 * Draws an SVG of the dialect `toPdfSafeSvg` writes straight onto the page: vectors, and words as text. React-pdf
 * can draw SVG too, but lays out every label like a paragraph, which takes longer than the rest of a report.
 * Throws on an element or a transform that the dialect does not have.
 */
export function paintSvg(painter: Painter, root: SvgNode): void {
  const clips = new Map(
    descendants(root)
      .filter((node) => node.name === "clipPath")
      .map((node) => [`url(#${node.attributes.id})`, node]),
  );
  paintChildren(root, { painter, style: inherit({}, root), clips });
}

function paintChildren(node: SvgNode, context: Context): void {
  for (const child of node.children) if (typeof child !== "string") paintNode(child, context);
}

function paintNode(node: SvgNode, context: Context): void {
  if (node.name === "defs" || node.name === "clipPath") return;
  const { painter } = context;
  const own: Context = { ...context, style: inherit(context.style, node) };
  painter.save();
  if (node.attributes.transform) applyTransform(painter, node.attributes.transform);
  const clip = context.clips.get(node.attributes["clip-path"] ?? "");
  if (clip) applyClip(painter, clip);
  if (node.attributes.opacity) painter.opacity(Number(node.attributes.opacity));
  if (node.name === "g" || node.name === "svg") paintChildren(node, own);
  else if (node.name === "text") paintText(node, own);
  else if (trace(painter, node)) paintShape(own);
  painter.restore();
}

function inherit(style: Style, node: SvgNode): Style {
  const result = { ...style };
  for (const name of INHERITED) {
    const value = node.attributes[name];
    if (value !== undefined && value !== "inherit") result[name] = value;
  }
  return result;
}

/** Lays the outline of a shape; false when there is nothing to draw. */
function trace(painter: Painter, node: SvgNode): boolean {
  const number = (name: string) => Number.parseFloat(node.attributes[name] ?? "0") || 0;
  switch (node.name) {
    case "path":
      if (!node.attributes.d) return false;
      painter.path(node.attributes.d);
      return true;
    case "rect": {
      const [x, y, width, height] = [number("x"), number("y"), number("width"), number("height")];
      if (width <= 0 || height <= 0) return false;
      const radius = Math.min(number("rx") || number("ry"), width / 2, height / 2);
      if (radius > 0) painter.roundedRect(x, y, width, height, radius);
      else painter.rect(x, y, width, height);
      return true;
    }
    case "circle":
      painter.circle(number("cx"), number("cy"), number("r"));
      return true;
    case "line":
      painter.moveTo(number("x1"), number("y1")).lineTo(number("x2"), number("y2"));
      return true;
    case "polyline":
    case "polygon":
      painter.path(`M${node.attributes.points ?? ""}${node.name === "polygon" ? "Z" : ""}`);
      return true;
    default:
      throw new Error(`A chart holds <${node.name}>, which the PDF cannot draw.`);
  }
}

function paintShape({ painter, style }: Context): void {
  const fill = style.fill ?? "#000000";
  const stroke = style.stroke ?? "none";
  const width = Number(style["stroke-width"] ?? 1);
  const hasFill = fill !== "none";
  const hasStroke = stroke !== "none" && width > 0;
  if (hasFill) painter.fillColor(fill, Number(style["fill-opacity"] ?? 1));
  if (hasStroke) {
    painter.strokeColor(stroke, Number(style["stroke-opacity"] ?? 1)).lineWidth(width);
    if (style["stroke-linecap"]) painter.lineCap(style["stroke-linecap"]);
    if (style["stroke-linejoin"]) painter.lineJoin(style["stroke-linejoin"]);
    const dashes = (style["stroke-dasharray"] ?? "").split(/[\s,]+/).map(Number.parseFloat);
    if (dashes.every((length) => length > 0)) painter.dash(dashes);
  }
  if (hasFill && hasStroke) painter.fillAndStroke();
  else if (hasFill) painter.fill();
  else if (hasStroke) painter.stroke();
}

function paintText(node: SvgNode, { painter, style }: Context): void {
  const fill = style.fill ?? "#000000";
  const text = textOf(node);
  if (!text || fill === "none") return;
  const size = Number.parseFloat(style["font-size"] ?? "12");
  const font = plainFont(Number(style["font-weight"] ?? 400) >= 600 ? 600 : 400, "proportional");
  const anchored = { start: 0, middle: 0.5, end: 1 }[style["text-anchor"] ?? "start"] ?? 0;
  const x = Number(node.attributes.x ?? 0) - anchored * font.widthOf(text, size);
  painter.fillColor(fill, Number(style["fill-opacity"] ?? 1));
  font.write(painter, text, { x, y: Number(node.attributes.y ?? 0), size, baseline: "alphabetic" });
}

function applyClip(painter: Painter, clip: SvgNode): void {
  for (const child of clip.children) if (typeof child !== "string") trace(painter, child);
  painter.clip();
}

const TRANSFORM = /(\w+)\(([^)]*)\)/g;

function applyTransform(painter: Painter, transform: string): void {
  for (const [, name, list] of transform.matchAll(TRANSFORM)) {
    const [a = 0, b, c] = (list ?? "")
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    if (name === "translate") painter.translate(a, b ?? 0);
    else if (name === "rotate") painter.rotate(a, { origin: [b ?? 0, c ?? 0] });
    else if (name === "scale" && b === undefined) painter.scale(a);
    else throw new Error(`A chart is transformed by ${name}, which the PDF cannot draw.`);
  }
}
