import type { ColumnType } from "@/lib/charts/types";

/** What a column holds. */
export const TYPE_WORDS = {
  text: "Text",
  number: "Number",
  boolean: "Yes or no",
  date: "Date",
  timestamp: "Date and time",
} as const satisfies Record<ColumnType, string>;
