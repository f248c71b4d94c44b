export type WrittenMember = { name: string; email: string };

/**
 * People in what was pasted, one or several on a line: "Ada Lovelace <ada@example.com>", "Ada Lovelace;ada@…",
 * a line of a spreadsheet, or the address alone. What holds no address comes back as one that is wrong, so that
 * nothing pasted is lost.
 */
export function readMembers(text: string): WrittenMember[] {
  return text.split(/\r?\n/).flatMap(readLine);
}

function readLine(line: string): WrittenMember[] {
  if (line.trim() === "") return [];
  // With one address on the line, all the rest of it is that person's name: also "Lovelace, Ada <ada@…>".
  if (line.split("@").length <= 2) return [readPerson(line)];
  return splitOutsideQuotes(line).flatMap((part) => {
    if (part.trim() === "") return [];
    if (part.split("@").length <= 2) return [readPerson(part)];
    return part
      .split(/\s+/)
      .filter(Boolean)
      .map((word) => readPerson(word));
  });
}

const ADDRESS = /(?:mailto:)?[^\s<>,;"()]+@[^\s<>,;"()]*/i;

function readPerson(text: string): WrittenMember {
  const address = ADDRESS.exec(text)?.[0];
  if (address === undefined) return { name: "", email: text.trim().replace(/[,;]+$/, "") };
  const name = text
    .replace(address, " ")
    .replace(/[<>"()\t]/g, " ")
    .replace(/^[\s,;]+|[\s,;]+$/g, "")
    .replace(/\s+/g, " ");
  return { name, email: address.replace(/^mailto:/i, "") };
}

function splitOutsideQuotes(line: string): string[] {
  return line.match(/(?:"[^"]*"|[^,;])+/g) ?? [];
}
