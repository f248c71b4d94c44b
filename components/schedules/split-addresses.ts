/**
 * The addresses in what was typed or pasted: separated by commas, semicolons, spaces or lines, and taken out of
 * "Ada Lovelace <ada@example.com>". What is no address comes back too, so that nothing typed is lost.
 */
export function splitAddresses(text: string): string[] {
  const plain = text.replace(/("[^"]*"\s*|[^,;<>\n]*)<([^<>]*)>/g, (_, before: string, address: string) => {
    const name = before.startsWith('"') ? [] : before.split(/\s+/);
    return ` ${[...name.filter((word) => word.includes("@")), address].join(" ")} `;
  });
  return plain
    .split(/[\s,;]+/)
    .map((part) => part.replace(/^mailto:/i, ""))
    .filter((part) => part.length > 0);
}
