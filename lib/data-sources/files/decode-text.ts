import type { Encoding } from "@/lib/data-sources/files/schemas";
import { InvalidInputError } from "@/lib/errors";

/**
 * Bytes to text, without a byte order mark. Throws InvalidInputError when the bytes are not of the encoding, or
 * hold zero characters, which no text has.
 */
export async function* decodeText(
  chunks: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let lines = 1;
  const decode = (chunk?: Uint8Array): string => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
    } catch {
      throw new InvalidInputError(
        `The file is not ${encoding.toUpperCase()} throughout. Choose another encoding, e.g. Windows (Western European).`,
      );
    }
  };
  for await (const chunk of chunks) {
    const text = decode(chunk);
    const zero = text.indexOf("\0");
    if (zero >= 0) throw zeroCharacter(lines + newlines(text.slice(0, zero)));
    lines += newlines(text);
    if (text !== "") yield text;
  }
  const last = decode();
  if (last !== "") yield last;
}

export function zeroCharacter(line: number): InvalidInputError {
  return new InvalidInputError(
    `Line ${line.toLocaleString("en-GB")} holds a zero character: the file is damaged, not text, or UTF-16 without its mark. Save it again as CSV UTF-8, or choose UTF-16.`,
    { line },
  );
}

function newlines(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}
