import type { ColumnChoice } from "@/lib/data-sources/files/schemas";
import {
  BOOLEAN_PAIRS,
  dateFormatsOf,
  EXPONENT,
  numberFormatsOf,
  timestampFormatsOf,
} from "@/lib/data-sources/files/value-kinds";

const IS_EXPONENT = new RegExp(`^${EXPONENT}$`);
const BOOLEANS: ReadonlySet<string> = new Set(BOOLEAN_PAIRS.flat());

/**
 * Whether a value of the file fits what was chosen for its column: what is seen while choosing, by the patterns the
 * load reads by. A column without a format keeps the values of the file.
 */
export function fits(value: string | null, { type, format }: Pick<ColumnChoice, "type" | "format">): boolean {
  const text = value?.trim() ?? "";
  if (text === "" || type === "text") return true;
  if (type === "boolean") return BOOLEANS.has(text.toLowerCase());
  if (format === null) return true;
  const formats: readonly string[] =
    type === "number"
      ? numberFormatsOf(text)
      : type === "date"
        ? dateFormatsOf(text)
        : timestampFormatsOf(text);
  return formats.includes(format) || (type === "number" && IS_EXPONENT.test(text));
}
