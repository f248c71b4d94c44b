const BASE64_LINE = 76;
const LINE_BREAK = 2;
/** Boundary, file name and content headers of one part, generously. */
const PART_HEADERS = 400;

/** Bytes that a file takes in a mail: base64 (4 for 3) in lines of 76 (RFC 2045, 6.8), with its part's headers. */
export function encodedSize(bytes: number): number {
  const base64 = 4 * Math.ceil(bytes / 3);
  return base64 + LINE_BREAK * Math.ceil(base64 / BASE64_LINE) + PART_HEADERS;
}

/**
 * Which files fit into the mail, in order: `fixedBytes` (text and inline images, encoded) are taken from the budget
 * first, then each file that still fits. A large file that does not fit leaves its room to the ones after it.
 */
export function fitAttachments<File extends { bytes: number }>(
  files: readonly File[],
  { budgetBytes, fixedBytes }: { budgetBytes: number; fixedBytes: number },
): { attached: File[]; linked: File[] } {
  const attached: File[] = [];
  const linked: File[] = [];
  let left = budgetBytes - fixedBytes;
  for (const file of files) {
    const size = encodedSize(file.bytes);
    if (size > left) {
      linked.push(file);
      continue;
    }
    attached.push(file);
    left -= size;
  }
  return { attached, linked };
}
