/** Images inside a mail, by their content id, as data URLs: a sandboxed page may load nothing else. */
export type InlineImages = Readonly<Record<string, string>>;

const POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:";

/**
 * The page of a mail as it may be shown inside our own: nothing is loaded from anywhere, images inside the mail are
 * put in their places, and links open in a tab of their own that cannot reach back. To be used in a frame with a
 * sandbox that allows no scripts.
 */
export function mailDocument(html: string, images: InlineImages): string {
  const head = `<meta http-equiv="Content-Security-Policy" content="${POLICY}"><base target="_blank">`;
  const withImages = html.replace(/\bcid:([^"'\s)>]+)/gi, (reference, id: string) => {
    return images[id] ?? images[decode(id)] ?? reference;
  });
  // Of two attributes of the same name the first counts.
  const withLinks = withImages.replace(/<a(?=[\s>])/gi, '<a target="_blank" rel="noopener noreferrer"');
  const opening = /<head(?:\s[^>]*)?>/i.exec(withLinks);
  if (!opening) return head + withLinks;
  const end = opening.index + opening[0].length;
  return withLinks.slice(0, end) + head + withLinks.slice(end);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Not encoded after all.
    return text;
  }
}
