/** A reader for the SVG this product writes: elements, attributes, text. No entities but XML's own, no DTD, no CSS. */
import { escapeXml } from "@/lib/render/svg/serialize-svg";

export type SvgNode = { name: string; attributes: Record<string, string>; children: (SvgNode | string)[] };

const TOKEN =
  /<!--[\s\S]*?-->|<\?[^>]*\?>|<!DOCTYPE[^>]*>|<(\/?)([\w:-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/g;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };

function decode(text: string): string {
  return text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, entity: string) => {
    if (!entity.startsWith("#")) return ENTITIES[entity] ?? whole;
    const isHex = entity[1]?.toLowerCase() === "x";
    return String.fromCodePoint(Number.parseInt(entity.slice(isHex ? 2 : 1), isHex ? 16 : 10));
  });
}

/** The root `<svg>` of a document. Throws when there is none. White space between elements is dropped. */
export function parseSvg(markup: string): SvgNode {
  const top: SvgNode = { name: "#document", attributes: {}, children: [] };
  const open = [top];
  for (const [, closing, name, attributes, selfClosing, text] of markup.matchAll(TOKEN)) {
    const parent = open.at(-1) ?? top;
    if (text !== undefined) {
      if (text.trim() !== "") parent.children.push(decode(text));
      continue;
    }
    if (name === undefined) continue;
    if (closing) {
      if (open.length > 1) open.pop();
      continue;
    }
    const node: SvgNode = { name, attributes: readAttributes(attributes ?? ""), children: [] };
    parent.children.push(node);
    if (!selfClosing) open.push(node);
  }
  const root = top.children.find((child) => typeof child !== "string" && child.name === "svg");
  if (root === undefined || typeof root === "string")
    throw new Error("This is not an SVG: it has no <svg> element.");
  return root;
}

function readAttributes(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(ATTRIBUTE)].map(([, name, double, single]) => [name, decode(double ?? single ?? "")]),
  );
}

export function printSvg(node: SvgNode | string): string {
  if (typeof node === "string") return escapeXml(node);
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escapeXml(value)}"`);
  const head = `<${node.name}${attributes.join("")}`;
  return node.children.length === 0
    ? `${head}/>`
    : `${head}>${node.children.map(printSvg).join("")}</${node.name}>`;
}

/** The element and all below it, in document order. */
export function descendants(node: SvgNode): SvgNode[] {
  return [node, ...node.children.flatMap((child) => (typeof child === "string" ? [] : descendants(child)))];
}

export function textOf(node: SvgNode): string {
  return node.children.map((child) => (typeof child === "string" ? child : textOf(child))).join("");
}
