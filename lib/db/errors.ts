import { ConflictError, InvalidInputError } from "@/lib/errors";
import { Prisma } from "./generated/client";

/** True for the violation of a unique constraint or index. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}

/** Runs a write whose name must be unique; a clash becomes a sentence beside the name field. */
export async function withUniqueName<T>(noun: string, name: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const message = `There is already a ${noun} named "${name}". Choose another name.`;
    throw new ConflictError(message, { fields: { name: message } });
  }
}

/** What PostgreSQL refuses to store whoever asks: SQLSTATE to sentence. */
const UNSTORABLE: Record<string, string> = {
  "22021": "A text contains a zero character. Delete it and try again.",
  "22P05": "A text contains a zero character. Delete it and try again.",
  "22003": "A number is too large to be stored. Give a smaller one.",
};

/** Errors of the database as they may leave it: what input caused is InvalidInputError, and no message holds values. */
export function withoutValues(error: unknown): unknown {
  if (error instanceof Prisma.PrismaClientKnownRequestError) return refusedInput(error) ?? error;
  if (!(error instanceof Prisma.PrismaClientValidationError)) return error;
  // The message prints the whole call; its last line says what was wrong with it.
  const clean = new Error(error.message.trim().split("\n").at(-1));
  const frames = error.stack?.split("\n").filter((line) => /^\s+at /.test(line)) ?? [];
  clean.stack = [`${error.name}: ${clean.message}`, ...frames].join("\n");
  return clean;
}

function refusedInput({ meta }: Prisma.PrismaClientKnownRequestError): InvalidInputError | null {
  const adapterError = meta?.driverAdapterError as { cause?: { originalCode?: string } } | undefined;
  const sentence = UNSTORABLE[adapterError?.cause?.originalCode ?? ""];
  return sentence ? new InvalidInputError(sentence) : null;
}
