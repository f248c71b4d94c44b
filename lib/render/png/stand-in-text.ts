import { shapedFace, standInWidth } from "@/lib/render/fonts/shaped-face";
import type { StandIn, StandInWeight } from "@/lib/render/fonts/stand-ins";
import { needsStandIn, visualRuns } from "@/lib/render/fonts/text-runs";
import { measureInter } from "@/lib/render/svg/measure";
import { parseSvg, printSvg, type SvgNode } from "@/lib/render/svg/parse-svg";
import { linesOf, withStyle } from "@/lib/render/svg/pdf-safe";

/** What of a text reaches it from the groups around it. */
const INHERITED = ["font-size", "font-weight", "text-anchor"] as const;
/** The place of a text, which each of its runs has anew. */
const PLACE = new Set(["x", "y", "dx", "dy", "text-anchor", "style"]);
const TEXT_NODE = />([^<>]+)</g;
const DEFAULT_FONT_SIZE = 16;

type Style = Partial<Record<string, string>>;
/** `x` is the left end of what is drawn, `y` its baseline. */
type Print = { x: number; y: number; size: number; weight: StandInWeight; look: Record<string, string> };

/**
 * Draws what Inter has no letters for as outlines of the font that has them, beside the rest and in the order of
 * print. The rasteriser would set such a text whole in the first font it comes upon, in any weight; it also parts
 * the letters of Indic scripts, and takes every line to begin at the left.
 */
export function outlineStandIns(svg: string): string {
  const isNeeded = [...svg.matchAll(TEXT_NODE)].some(([, text]) => needsStandIn(text ?? ""));
  return isNeeded ? printSvg(rewrite(parseSvg(svg), {})) : svg;
}

function rewrite(node: SvgNode, style: Style): SvgNode {
  const stated = withStyle(node.attributes);
  const own = { ...style };
  for (const name of INHERITED) if (stated[name]) own[name] = stated[name];
  if (node.name === "text") return rewriteText(node, stated, own);
  return {
    ...node,
    children: node.children.map((child) => (typeof child === "string" ? child : rewrite(child, own))),
  };
}

function rewriteText(node: SvgNode, stated: Record<string, string>, style: Style): SvgNode {
  const size = Number.parseFloat(style["font-size"] ?? "") || DEFAULT_FONT_SIZE;
  const lines = linesOf(node, stated, size);
  if (!lines.some(({ text }) => needsStandIn(text))) return node;
  const weight = Number(style["font-weight"] ?? 400) >= 500 ? 600 : 400;
  const anchored = { start: 0, middle: 0.5, end: 1 }[style["text-anchor"] ?? "start"] ?? 0;
  const look = Object.fromEntries(Object.entries(stated).filter(([name]) => !PLACE.has(name)));
  const children = lines.flatMap(({ x, y, text }) => {
    const runs = visualRuns(text.trim()).map((run) => ({
      ...run,
      width: run.standIn ? standInWidth(run, weight) * size : measureInter(run.text, size, weight),
    }));
    let left = x - anchored * runs.reduce((sum, { width }) => sum + width, 0);
    return runs.map((run) => {
      const print = { x: left, y, size, weight, look } as const;
      left += run.width;
      return run.standIn ? outline(run.standIn, run, print) : interText(run.text, print);
    });
  });
  return { name: "g", attributes: {}, children };
}

/** Spaces at the ends of a text are not drawn: the place allows for them. */
function interText(text: string, { x, y, size, weight, look }: Print): SvgNode {
  const lead = text.slice(0, text.length - text.trimStart().length);
  const start = x + measureInter(lead, size, weight);
  const place = { x: start.toFixed(2), y: String(y), "text-anchor": "start" };
  return { name: "text", attributes: { ...look, ...place }, children: [text.trim()] };
}

function outline(standIn: StandIn, run: { text: string; isRightToLeft: boolean }, print: Print): SvgNode {
  const { face } = shapedFace(standIn, print.weight, run.isRightToLeft);
  const { glyphs, positions } = face.layout(run.text);
  const scale = print.size / face.unitsPerEm;
  let left = print.x;
  const outlines = glyphs.map((glyph, index) => {
    const { xOffset = 0, yOffset = 0, xAdvance = 0 } = positions[index] ?? {};
    const [x, y] = [left + xOffset * scale, print.y - yOffset * scale];
    left += xAdvance * scale;
    return glyph.path.transform(scale, 0, 0, -scale, x, y).toSVG();
  });
  return { name: "path", attributes: { ...print.look, d: outlines.join("") }, children: [] };
}
