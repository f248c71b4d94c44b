/** Why an answer does not follow the period that is chosen, in a sentence. Pure. */
import { periodsOf } from "@/lib/queries/builder/describe";
import { followsPeriod } from "@/lib/queries/compile-definition";
import { usedParameters } from "@/lib/queries/parameters/used-parameters";
import type { QueryDefinition } from "@/lib/queries/schemas";

/** null where it does. */
export function ownPeriod(definition: QueryDefinition, locale: string): string | null {
  if (followsPeriod(definition)) return null;
  if (definition.kind === "builder") {
    const periods = periodsOf(definition, { locale });
    return periods.length > 0
      ? `Its query asks for ${periods.join(" and ")}, whatever is chosen.`
      : "Its query has no condition on the chosen period: its rows are the same whatever is chosen.";
  }
  const used = new Set(
    usedParameters(definition).flatMap(({ name, type }) => (type === "date" ? [name] : [])),
  );
  if (used.has("from"))
    return "Its query begins with the chosen period and does not end with it: it uses {{from}} without {{to}}.";
  if (used.has("to"))
    return "Its query ends with the chosen period and does not begin with it: it uses {{to}} without {{from}}.";
  return "Its query has no place for a period: it uses neither {{from}} and {{to}} nor {{period}}.";
}
