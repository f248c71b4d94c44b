import { FakeElement, type FakeNode, FakeText } from "@/lib/render/svg/fake-dom";

/** For the browser's eyes only: focus, roles and class names say nothing in a file. */
const DROPPED = new Set(["tabindex", "role", "class", "name", "cursor"]);
/** Recharts hands its box to elements that have no such attributes. */
const WITHOUT_BOX = new Set(["path", "line", "circle", "g"]);
const BOX = new Set(["x", "y", "width", "height"]);
const REFERENCE = /url\(#([^)]+)\)/g;

export function escapeXml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

/** Coordinates to a hundredth of a pixel: smaller, and alike on every machine. */
function roundNumbers(text: string): string {
  return text.replace(/-?\d+\.\d{3,}(?:e-?\d+)?/g, (number) =>
    String(Math.round(Number(number) * 100) / 100 || 0),
  );
}

/**
 * The markup of a drawing. Ids nothing refers to are left out; the others are named after the drawing itself,
 * because React numbers them through the life of the process: the same chart must give the same bytes, and
 * two charts in one page must not share an id.
 */
export function serializeSvg(root: FakeElement): string {
  const placeholders = new Map(referencedIds(root).map((id, index) => [id, `\u0000${index}\u0000`]));
  const markup = serializeNode(root, placeholders);
  if (placeholders.size === 0) return markup;
  const prefix = fingerprint(markup);
  return markup.replaceAll(/\u0000(\d+)\u0000/g, (_, index: string) => `${prefix}-${index}`);
}

function referencedIds(root: FakeElement): string[] {
  const ids = new Set<string>();
  const visit = (element: FakeElement): void => {
    for (const value of element.attributes.values()) {
      for (const match of value.matchAll(REFERENCE)) ids.add(match[1] ?? "");
    }
    element.children.forEach(visit);
  };
  visit(root);
  return [...ids];
}

type Ids = Map<string, string>;

function serializeNode(node: FakeNode, ids: Ids): string {
  if (node instanceof FakeText) return node.nodeName === "#text" ? escapeXml(node.data) : "";
  if (!(node instanceof FakeElement)) return "";
  const name = node.localName;
  if (name === "clipPath" && !ids.has(node.id)) return "";
  const children = node.childNodes.map((child) => serializeNode(child, ids)).join("");
  const isHollow = name === "g" || name === "defs" || name === "title" || name === "desc";
  if (children === "") return isHollow ? "" : `<${name}${attributesOf(node, ids)}/>`;
  return `<${name}${attributesOf(node, ids)}>${children}</${name}>`;
}

function attributesOf(element: FakeElement, ids: Ids): string {
  const namespace = element.localName === "svg" ? ' xmlns="http://www.w3.org/2000/svg"' : "";
  const attributes = [...element.attributes].filter(([name, value]) => {
    if (DROPPED.has(name) || name === "xmlns" || name.startsWith("data-") || name.startsWith("aria-"))
      return false;
    if (name === "id") return ids.has(value);
    return !(BOX.has(name) && WITHOUT_BOX.has(element.localName));
  });
  const texts = attributes.map(([name, value]) => {
    const named =
      name === "id"
        ? (ids.get(value) ?? value)
        : value.replace(REFERENCE, (_, id: string) => `url(#${ids.get(id) ?? id})`);
    return ` ${name}="${escapeXml(roundNumbers(named))}"`;
  });
  return namespace + texts.join("");
}

/** FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return `c${(hash >>> 0).toString(36)}`;
}
