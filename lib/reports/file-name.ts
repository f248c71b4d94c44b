/** "Monthly clinic operations, 1–31 October 2026.pdf": what people see in their download folder and mail. */
export function fileNameOf(document: { title: string; subtitle: string }, extension: string): string {
  const name = `${document.title}, ${document.subtitle}`
    // Separators and wildcards of file systems, and control characters.
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  return `${name.slice(0, 120).trim()}.${extension.replace(/^\./, "")}`;
}
