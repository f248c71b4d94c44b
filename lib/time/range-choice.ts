/** The schemas of periods: as they are kept, and as the API's addresses write them. */
import { z } from "zod";
import { decodeRange } from "@/lib/time/range-param";
import * as ranges from "@/lib/time/ranges";

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "Write dates as YYYY-MM-DD.");

export const RangeChoice = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("relative"), name: z.enum(ranges.RELATIVE_RANGES) }),
  z.object({ kind: z.literal("absolute"), from: day, to: day }).superRefine((days, { addIssue }) => {
    const message = ranges.daysProblem(days);
    if (message) addIssue({ code: "custom", message, path: ["to"] });
  }),
]);
export type RangeChoice = ranges.RangeChoice;

/** For query parameters of the API. */
export const RangeParam = z.string().transform((text, context): RangeChoice => {
  const range = decodeRange(text);
  if (range) return range;
  context.addIssue({
    code: "custom",
    message: `"${text}" is not a period. Write one like last_30_days or 2026-10-01..2026-10-31.`,
  });
  return z.NEVER;
});
