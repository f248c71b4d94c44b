import type { ParameterDefinition } from "@/lib/queries/schemas";

/** True for what follows the period of the dashboard or report, whatever people give. Client-safe. */
export const isFilledByPeriod = ({ name, type }: Pick<ParameterDefinition, "name" | "type">): boolean =>
  type === "date" ? name === "from" || name === "to" : type === "date_range" && name === "period";
