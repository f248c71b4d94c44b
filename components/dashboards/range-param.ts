import { createParser } from "nuqs";
import { decodeRange, encodeRange, sameRange } from "@/lib/time/range-param";

/** The period in the page's address, `?range=last_30_days`; "back" returns to the one before. */
export const rangeParser = createParser({
  parse: decodeRange,
  serialize: encodeRange,
  eq: sameRange,
}).withOptions({ history: "push" });
