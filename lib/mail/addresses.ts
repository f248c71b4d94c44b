/** `Harbor Health <reports@x.example>` from `Broadsheet <reports@x.example>`: a workspace may sign with its own name. */
export function senderAddress(mailFrom: string, senderName: string | null): string {
  if (!senderName) return mailFrom;
  return `${quoted(senderName)} <${addressOf(mailFrom)}>`;
}

/** The bare address of "Name <address>". */
export function addressOf(from: string): string {
  return /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim();
}

/** RFC 5322, 3.2.4: a name with special characters is quoted. Line breaks never reach a header. */
function quoted(name: string): string {
  const line = oneLine(name);
  return /^[\w äöüÄÖÜßéèà-]+$/.test(line) ? line : `"${line.replace(/["\\]/g, "\\$&")}"`;
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
