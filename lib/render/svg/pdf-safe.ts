/** SVG in the dialect @react-pdf/renderer 4.9 draws correctly. */
import { parseSvg, printSvg, type SvgNode } from "@/lib/render/svg/parse-svg";

const KEPT = new Set(
  (
    "x y x1 y1 x2 y2 cx cy r rx ry d points width height viewBox fill fill-opacity fill-rule stroke stroke-width stroke-opacity " +
    "stroke-dasharray stroke-linecap stroke-linejoin opacity transform clip-path id offset stop-color stop-opacity " +
    "gradientUnits gradientTransform text-anchor font-size font-family font-weight font-style xmlns"
  ).split(" "),
);
const DROPPED = new Set(["title", "desc", "style", "metadata", "script", "foreignObject", "filter", "mask"]);
/**
 * Inside an SVG react-pdf knows weights by name only; a number stops the whole document. A name is never taken
 * for an exact match but for its neighbour, so semibold must be asked for as the next heavier one.
 */
const WEIGHT_NAMES: Record<string, string> = {
  "400": "normal",
  "500": "normal",
  "600": "bold",
  "700": "bold",
};
const PAPER_FONT = "Inter";
const DEFAULT_FONT_SIZE = 12;

/**
 * The same drawing, written so that react-pdf draws it as vectors and its words stay text: one line of text
 * per `<text>` at an absolute place, one `<defs>`, plain attributes instead of styles, no transparent paint,
 * no baseline other than the alphabetic one, and a fixed font family.
 * Throws when `svg` is not an SVG.
 */
export function toPdfSafeSvg(svg: string): string {
  const defs: SvgNode = { name: "defs", attributes: {}, children: [] };
  const root = rewrite(parseSvg(svg), DEFAULT_FONT_SIZE, defs);
  if (!root) throw new Error("This SVG is hidden: there is nothing to draw.");
  if (defs.children.length > 0) root.children.unshift(defs);
  const { width = "0", height = "0", viewBox = `0 0 ${width} ${height}` } = root.attributes;
  root.attributes = { ...root.attributes, xmlns: "http://www.w3.org/2000/svg", viewBox };
  return printSvg(root);
}

function rewrite(node: SvgNode, fontSize: number, defs: SvgNode): SvgNode | null {
  if (DROPPED.has(node.name)) return null;
  const stated = withStyle(node.attributes);
  if (stated.display === "none" || stated.visibility === "hidden") return null;
  const size = Number.parseFloat(stated["font-size"] ?? "") || fontSize;
  const attributes = cleanAttributes(node.name, stated);
  if (node.name === "text") return rewriteText(node, stated, attributes, size);

  const children = node.children.flatMap((child) => {
    if (typeof child === "string") return [];
    const rewritten = rewrite(child, size, defs);
    return rewritten ? [rewritten] : [];
  });
  // react-pdf reads only the first <defs>.
  if (node.name === "defs") {
    defs.children.push(...children);
    return null;
  }
  if (node.name === "g" && children.length === 0) return null;
  return { name: node.name, attributes, children };
}

/** `style="fill:red"` as attributes; react-pdf does not read styles inside an SVG image. */
export function withStyle(attributes: Record<string, string>): Record<string, string> {
  const declarations = (attributes.style ?? "").split(";").flatMap((declaration) => {
    const colon = declaration.indexOf(":");
    return colon > 0 ? [[declaration.slice(0, colon).trim(), declaration.slice(colon + 1).trim()]] : [];
  });
  return { ...attributes, ...Object.fromEntries(declarations) };
}

function cleanAttributes(name: string, stated: Record<string, string>): Record<string, string> {
  const attributes = Object.fromEntries(Object.entries(stated).filter(([key]) => KEPT.has(key)));
  if (attributes["font-family"]) attributes["font-family"] = PAPER_FONT;
  if (attributes["font-size"]) attributes["font-size"] = String(Number.parseFloat(attributes["font-size"]));
  const weight = attributes["font-weight"];
  if (weight) attributes["font-weight"] = WEIGHT_NAMES[weight] ?? weight;
  if (/^(0|none)$/.test(attributes["stroke-dasharray"] ?? "")) delete attributes["stroke-dasharray"];
  for (const paint of ["fill", "stroke"] as const) cleanPaint(attributes, paint);
  // A gradient straight down is taken for one of no length.
  if (name === "linearGradient" && Number.parseFloat(attributes.x2 ?? "1") === 0) attributes.x2 = "0.00001";
  return attributes;
}

const RGBA = /^rgba\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*,\s*([\d.]+)\s*\)$/;

/** An opacity of zero is drawn opaque, and rgba() is not understood. */
function cleanPaint(attributes: Record<string, string>, paint: "fill" | "stroke"): void {
  const opacity = `${paint}-opacity`;
  const rgba = RGBA.exec(attributes[paint] ?? "");
  if (rgba) {
    attributes[paint] = `rgb(${rgba[1]},${rgba[2]},${rgba[3]})`;
    attributes[opacity] = rgba[4] ?? "1";
  }
  if (attributes[paint] === "transparent" || Number(attributes[opacity] ?? "1") === 0) {
    attributes[paint] = "none";
    delete attributes[opacity];
  }
}

type Line = { x: number; y: number; text: string };

function rewriteText(
  node: SvgNode,
  stated: Record<string, string>,
  attributes: Record<string, string>,
  fontSize: number,
): SvgNode | null {
  const shift = baselineShift(stated["dominant-baseline"], fontSize);
  const lines = linesOf(node, stated, fontSize).filter((line) => line.text.trim() !== "");
  const texts = lines.map((line): SvgNode => {
    const place = { x: round(line.x), y: round(line.y + shift) };
    return {
      name: "text",
      attributes: { "font-family": PAPER_FONT, ...attributes, ...place },
      children: [line.text.trim()],
    };
  });
  const [only] = texts;
  if (!only) return null;
  return texts.length === 1 ? only : { name: "g", attributes: {}, children: texts };
}

/** Each tspan begins where x, y, dx and dy have led to; react-pdf knows only the absolute place. */
export function linesOf(node: SvgNode, stated: Record<string, string>, fontSize: number): Line[] {
  let x = lengthOf(stated.x, fontSize) + lengthOf(stated.dx, fontSize);
  let y = lengthOf(stated.y, fontSize) + lengthOf(stated.dy, fontSize);
  return node.children.map((child): Line => {
    if (typeof child === "string") return { x, y, text: child };
    if (child.attributes.x !== undefined) x = lengthOf(child.attributes.x, fontSize);
    if (child.attributes.y !== undefined) y = lengthOf(child.attributes.y, fontSize);
    x += lengthOf(child.attributes.dx, fontSize);
    y += lengthOf(child.attributes.dy, fontSize);
    return { x, y, text: child.children.filter((part) => typeof part === "string").join("") };
  });
}

function lengthOf(text: string | undefined, fontSize: number): number {
  const value = Number.parseFloat(text ?? "") || 0;
  return text?.endsWith("em") ? value * fontSize : value;
}

/** Down from the named baseline to the alphabetic one, in the proportions of Inter. */
function baselineShift(baseline: string | undefined, fontSize: number): number {
  if (baseline === "central" || baseline === "middle") return 0.36 * fontSize;
  if (baseline === "hanging" || baseline === "text-before-edge") return 0.8 * fontSize;
  return 0;
}

function round(value: number): string {
  return String(Math.round(value * 100) / 100);
}
