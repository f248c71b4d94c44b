import { ConflictError } from "@/lib/errors";
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
