/** "Monthly clinic operations, 1–31 October 2026.pdf": what a person sees in a mail and in a folder. Pure. */
export function fileName(title: string, period: string, extension: string): string {
  const name = `${title}, ${period}`
    // Not allowed in file names on one system or another, and control characters.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
    .replace(/[\u0000-\u001f\u007f<>:"/\\|?*]+/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, MAX_LENGTH)
    .replace(/[. ]+$/, "");
  return `${name || "Report"}.${extension}`;
}

/** File systems hold 255 bytes; a character takes up to four, the extension a few more. */
const MAX_LENGTH = 120;
