/** How the cells of a table column look beyond their text. Client-safe. */
import { z } from "zod";
import { checkLinkTemplate } from "@/lib/charts/cell-link";
import { columnName } from "@/lib/charts/spec-parts";

/** What a cell is compared with: a value that was typed, or another column of the same row, e.g. its target. */
export const Comparand = z.union([
  z.object({ column: columnName }),
  z.object({ value: z.union([z.number(), z.string().max(200)]) }),
]);
export type Comparand = z.infer<typeof Comparand>;

export const CellTest = z.enum([
  "above",
  "at_least",
  "below",
  "at_most",
  "equal",
  "not_equal",
  "contains",
  "missing",
]);
export type CellTest = z.infer<typeof CellTest>;

export const CellTone = z.enum(["good", "warn", "bad", "note"]);
export type CellTone = z.infer<typeof CellTone>;

/** The first rule of a column that holds decides; `missing` compares with nothing. */
export const CellRule = z.object({ test: CellTest, than: Comparand, tone: CellTone });
export type CellRule = z.infer<typeof CellRule>;

export const CellFormat = z.object({
  rules: z.array(CellRule).max(10, "A column has at most 10 rules.").optional(),
  /** Shades from the smallest to the largest value, or to both sides of `middle`. */
  scale: z
    .discriminatedUnion("ramp", [
      z.object({ ramp: z.literal("sequential") }),
      z.object({ ramp: z.literal("diverging"), middle: z.number() }),
    ])
    .optional(),
  /** ▲ above, ▼ below what it is compared with. */
  arrows: z.object({ than: Comparand, better: z.enum(["higher", "lower", "none"]) }).optional(),
  bar: z.boolean().optional(),
  /**
   * A small course beside the value. With `over`, rows that differ in that column alone become one row and their
   * values its course; without, the cell itself holds a series, e.g. "[3,5,8]".
   */
  spark: z.object({ over: columnName.optional() }).optional(),
  /** An address with columns in it: "https://crm.example/{{id}}"; "{{url}}" alone when the cell is the address. */
  link: z
    .string()
    .max(1000)
    .superRefine((template, { addIssue }) => {
      const problem = checkLinkTemplate(template);
      if (problem) addIssue({ code: "custom", message: problem });
    })
    .optional(),
});
export type CellFormat = z.infer<typeof CellFormat>;
