import type { ParameterDefinition } from "@/lib/queries/schemas";

/** How the types of parameters are called. */
export const PARAMETER_TYPES: Record<ParameterDefinition["type"], string> = {
  text: "Text",
  number: "Number",
  date: "Date",
  date_range: "Period",
  boolean: "Yes or no",
};

/** Filled from the period of the dashboard or report, not by people. */
export { isFilledByPeriod as followsPeriod } from "@/lib/queries/parameters/filled-by-period";

/** Types that can have several values, and values to choose from. */
export const isChoosable = (type: ParameterDefinition["type"]): boolean =>
  type === "text" || type === "number" || type === "date";

/** What stands for an attribute of the person who reads, in words. */
export const READER_WORDS: Record<string, string> = {
  email: "e-mail address",
  name: "name",
  role: "role in the workspace",
  job_role: "job role",
  department: "department",
};
