/** What conditions are compared with when a query runs. */
import type { BoundValue } from "@/lib/queries/bind-value";
import { findDeclared, hasValue, type Resolution, resolveParameter } from "@/lib/queries/parameters/resolve";
import { READER } from "@/lib/queries/placeholders";
import { type DateRange, resolveRange } from "@/lib/time/ranges";
import { Bound } from "./fragments";
import { type CompileBuilderOptions, type Given, type ValueSource, wrong } from "./scope";

export type ValuesByName = Record<string, BoundValue | BoundValue[]>;

/** `used` collects what was bound, by how SQL would write it: `clinic`, `stay.from`, `me.department`. */
export function valuesOfRun(options: CompileBuilderOptions, used: ValuesByName): ValueSource {
  const resolution: Resolution = options;
  const isDropped = (name: string) => {
    const parameter = findDeclared(options.parameters, { name, part: "from" });
    return !parameter.isRequired && !hasValue(parameter, options.values);
  };
  const range = ({ from, to }: DateRange): Given => ({
    kind: "range",
    from: new Bound("date", from),
    to: new Bound("date", to),
  });
  const end = (name: string, part: "from" | "to"): string => {
    const value = resolveParameter(resolution, { name, part }).values[0] ?? null;
    used[`${name}.${part}`] = value;
    return value ?? "";
  };
  return {
    parameter(name, type) {
      if (name.startsWith(`${READER}.`)) return attribute(resolution, name, used);
      const parameter = options.parameters.find((each) => each.name === name);
      if (parameter && !parameter.isRequired && !hasValue(parameter, options.values))
        return { kind: "dropped" };
      const { values, isList } = resolveParameter(resolution, { name, part: null });
      used[name] = isList ? values : (values[0] ?? null);
      return { kind: "values", values: values.map((value) => new Bound(type, value)) };
    },
    rangeParameter(name) {
      if (isDropped(name)) return { kind: "dropped" };
      return range({ from: end(name, "from"), to: end(name, "to") });
    },
    range: (choice) => range(resolveRange(choice, options.now, options.zone, options.weekStartsOn)),
    period(path) {
      const { period } = options;
      if (!period)
        throw wrong("This query follows the period of a dashboard or report. Choose a period.", path);
      used.from = period.from;
      used.to = period.to;
      return range(period);
    },
  };
}

/** Whoever lacks the attribute sees nothing, instead of everything. */
function attribute(resolution: Resolution, name: string, used: ValuesByName): Given {
  const { values } = resolveParameter(resolution, { name: READER, part: name.slice(READER.length + 1) });
  const value = values[0] ?? null;
  used[name] = value;
  return value === null || value === ""
    ? { kind: "nothing" }
    : { kind: "values", values: [new Bound("text", value)] };
}
