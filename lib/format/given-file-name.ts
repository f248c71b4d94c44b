import { InvalidInputError } from "@/lib/errors";

/**
 * The name of an uploaded file, without folders and without what a screen or a file system would trip over. Throws
 * InvalidInputError when nothing is left. Pure.
 */
export function givenFileName(given: string): string {
  const name = (given.split(/[\\/]/).at(-1) ?? "")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, "")
    .trim()
    .slice(-200);
  if (name === "" || name === "." || name === "..")
    throw new InvalidInputError("The file has no name. Give it one and upload it again.");
  return name;
}
