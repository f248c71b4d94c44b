/** The pieces statements are made of. Client-safe. */
import type { RawBuilder } from "kysely";
import type { BoundValue, ScalarType } from "@/lib/queries/bind-value";

/** A part of a statement: text of our own, quoted names and bound values. */
export type Fragment = RawBuilder<unknown>;

/**
 * A value on its way to the source: as text beside the statement, or, where a person reads the SQL, as a literal or
 * as the parameter it comes from.
 */
export class Bound {
  constructor(
    readonly type: ScalarType,
    readonly value: BoundValue,
    /** Name of the parameter in shown SQL, e.g. `from` or `stay.to`. */
    readonly written?: string,
  ) {}
}

/** Whole numbers that every source can hold in 64 bits. */
export const isWholeNumber = (value: BoundValue): boolean => value !== null && /^-?\d{1,18}$/.test(value);
