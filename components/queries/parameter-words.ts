import type { ParameterDefinition } from "@/lib/queries/schemas";

/** How the types of parameters are called. */
export const PARAMETER_TYPES: Record<ParameterDefinition["type"], string> = {
  text: "Text",
  number: "Number",
  date: "Date",
  boolean: "Yes or no",
};

/** Filled from the period of the dashboard or report, not by people. */
export const followsPeriod = ({ name, type }: Pick<ParameterDefinition, "name" | "type">): boolean =>
  type === "date" && (name === "from" || name === "to");
