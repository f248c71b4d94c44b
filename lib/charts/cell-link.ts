/** Links in table cells. What comes from data must never become a script: only these kinds of address pass. */
const SAFE_SCHEMES: ReadonlySet<string> = new Set(["http:", "https:", "mailto:"]);
/** Halves of surrogate pairs, which no address can hold. */
const BROKEN = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const COLUMN = /\{\{\s*([^{}]+?)\s*\}\}/g;
/** Where paths of the application are resolved; a path that leaves it is none. */
const BASE = "https://app.invalid";

/** "{{url}}": the column holds whole addresses. */
const isWholeAddress = (template: string) => /^\s*\{\{[^{}]+\}\}\s*$/.test(template);

/** A sentence for the person who writes the template, or null when it is fine. */
export function checkLinkTemplate(template: string): string | null {
  if (template.trim() === "") return "Write an address, or leave the link out.";
  if (isWholeAddress(template)) return null;
  if (safeAddress(template.replace(COLUMN, "x")) !== null) return null;
  return `"${template}" is not an address a link may have. Begin with https://, http://, mailto: or / for a page here.`;
}

/**
 * The address of a cell: columns are filled in encoded, so that a value stays a part of the address. null when
 * a value is missing or the result is not a safe address.
 */
export function cellLink(template: string, read: (column: string) => string | null): string | null {
  const whole = isWholeAddress(template);
  let missing = false;
  const filled = template.replace(COLUMN, (_, column: string) => {
    const value = read(column);
    if (value === null || value === "") missing = true;
    return whole ? (value ?? "") : encodeURIComponent((value ?? "").replace(BROKEN, "\ufffd"));
  });
  return missing ? null : safeAddress(filled);
}

/** http, https, mailto, or a path of this application. The parser drops the tabs and line ends that would hide a scheme. */
function safeAddress(text: string): string | null {
  const isPath = text.trim().startsWith("/");
  if (!URL.canParse(text, isPath ? BASE : undefined)) return null;
  const url = new URL(text, isPath ? BASE : undefined);
  if (isPath) return url.origin === BASE ? url.pathname + url.search + url.hash : null;
  return SAFE_SCHEMES.has(url.protocol) && !url.username && !url.password ? url.href : null;
}

/** The same template over columns of other names. */
export const renameInLink = (template: string, rename: (column: string) => string): string =>
  template.replace(COLUMN, (_, column: string) => `{{${rename(column)}}}`);

/** Where a cell leads in a file, which knows no pages of this application: their addresses have no host. */
export const outsideLink = (href: string | undefined): string | undefined =>
  href?.startsWith("/") ? undefined : href;
