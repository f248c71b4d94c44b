const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** HTML that is finished: everything that came from outside has been escaped. */
export type SafeHtml = { readonly safe: string };

type Part = string | number | SafeHtml | readonly SafeHtml[] | null | false;

/** Template tag that escapes every value that is not already `SafeHtml`: safe by default, not by care. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): SafeHtml {
  return { safe: strings.reduce((text, string, index) => text + partToText(parts[index - 1]) + string) };
}

/** For markup of our own making, e.g. a drawn chart. Never for text from people or data. */
export function trusted(markup: string): SafeHtml {
  return { safe: markup };
}

function partToText(part: Part | undefined): string {
  if (part === null || part === false || part === undefined) return "";
  if (typeof part === "string") return escapeHtml(part);
  if (typeof part === "number") return String(part);
  return "safe" in part ? part.safe : part.map((item) => item.safe).join("");
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
