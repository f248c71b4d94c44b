export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Markup, the control characters XML 1.0 forbids, and halves of surrogate pairs. */
const UNSAFE =
  /[&<>"\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text made safe for element content and double-quoted attributes; what XML cannot hold is dropped. */
export function escapeXml(text: string): string {
  return text.replace(UNSAFE, (character) => ENTITIES[character] ?? "");
}

/** Most texts have none of these: no markup, no escape, no control character, no surrogate, no space at an end. */
const NEEDS_CARE = /[&<>"_\u0000-\u001f\ud800-\udfff\ufffe\uffff]|^\s|\s$/;

/**
 * A text as the `<t>` of a cell. Excel reads `_x000D_` in text as an escape, so a literal one has its underscore
 * escaped.
 */
export function cellText(text: string): string {
  if (!NEEDS_CARE.test(text)) return `<t>${text}</t>`;
  return `<t xml:space="preserve">${escapeXml(text.replace(/_(?=x[0-9a-fA-F]{4}_)/g, "_x005F_"))}</t>`;
}
