import { z } from "zod";
import { InvalidInputError } from "@/lib/errors";

/** Where a page of runs ended: the time or the duration of its last run, and its id. */
export type RunCursor = { value: number; id: string };

const Parts = z.tuple([z.number(), z.uuid()]);

export const writeCursor = ({ value, id }: RunCursor): string =>
  Buffer.from(JSON.stringify([value, id])).toString("base64url");

/** Throws InvalidInputError for a text that no page ended with. */
export function readCursor(text: string): RunCursor {
  try {
    const [value, id] = Parts.parse(JSON.parse(Buffer.from(text, "base64url").toString()));
    return { value, id };
  } catch {
    throw new InvalidInputError("This page of runs cannot be continued. Start again from the first page.");
  }
}
