import { Prisma } from "./generated/client";

/** Composes fragments of SQL; values in them are bound. */
export const { sql } = Prisma;
export { prisma } from "./client";
export { isUniqueViolation, withUniqueName } from "./errors";
export type { Prisma } from "./generated/client";
export { type Tx, withoutWorkspace, withTransaction, withUser, withWorkspace } from "./transaction";
