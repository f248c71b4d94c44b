/** Values of parameters in words, and as the inputs hold them. Pure. */
import type { z } from "zod";
import type { ParameterDefinition, ParameterOptionsDto, ParameterValue } from "@/lib/queries/schemas";
import { RANGE_LABELS } from "@/lib/time/ranges";

/** As it is typed: what has a default may be missing. */
export type DeclaredParameter = z.input<typeof ParameterDefinition>;

type Options = ParameterOptionsDto["options"];

/** The chosen values as texts; none for what holds no choice. */
export function chosenTexts(value: ParameterValue | undefined): string[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.map(String);
  return typeof value === "object" ? [] : [String(value)];
}

/** "Nord, Süd", "Last full month", "Yes". */
export function valueWords(value: ParameterValue, options: Options = []): string {
  if (value === null) return "no value";
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (typeof value === "object" && !Array.isArray(value))
    return value.kind === "relative" ? RANGE_LABELS[value.name] : `${value.from} to ${value.to}`;
  if (value === "") return "an empty text";
  const words = chosenTexts(value).map(
    (text) => options.find((option) => option.value === text)?.label ?? text,
  );
  return words.length === 0 ? "none" : words.join(", ");
}

/** What a field left empty means. */
export function emptyHint(parameter: DeclaredParameter): string {
  const fixed = parameter.options?.kind === "values" ? parameter.options.values : [];
  const labelled = fixed.map(({ value, label }) => ({ value, label: label || value }));
  if (parameter.default !== undefined && parameter.default !== null)
    return `Left empty: ${valueWords(parameter.default, labelled)}`;
  return (parameter.isRequired ?? true) ? "The query needs a value." : "May be left empty.";
}

/** What was chosen but is not among the options, when these are all there are. */
export function goneValues(chosen: readonly string[], offered: ParameterOptionsDto): string[] {
  if (offered.truncated) return [];
  const known = new Set(offered.options.map((option) => option.value));
  return chosen.filter((value) => !known.has(value));
}

/** Why a text is no value of the type; null when it is one. */
export function textProblem(type: ParameterDefinition["type"], text: string): string | null {
  if (type === "number" && !/^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(text)) return `“${text}” is no number.`;
  if (type === "date" && !/^\d{4}-\d{2}-\d{2}$/.test(text))
    return `“${text}” is no day. Write it as YYYY-MM-DD.`;
  return null;
}

/** Several values as they are typed or pasted: parts between commas, semicolons or line breaks. */
export function splitValues(text: string): string[] {
  return [...new Set(text.split(/[,;\n\t]/).map((part) => part.trim()))].filter((part) => part !== "");
}
