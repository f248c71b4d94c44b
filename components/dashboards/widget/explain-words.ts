/** How a figure came about, in words. Pure. */
import { columnLabel } from "@/lib/charts/columns";
import type { PreparedModel } from "@/lib/charts/types";
import type { FigureExplanation, ValueOrigin } from "@/lib/queries/schemas";

type Filter = FigureExplanation["filters"][number];

/** Whether a filter reaches the figure, by what, and if not, why. `missed` are the labels that the answer names. */
export function reachWords(
  { label, reach }: Pick<Filter, "label" | "reach">,
  missed: readonly string[],
): { reaches: boolean; words: string } {
  const not = (why: string) => ({ reaches: false, words: `Does not reach this figure: ${why}.` });
  switch (reach.kind) {
    case "parameter":
      return { reaches: true, words: reach.name ? `By the parameter {{${reach.name}}}` : "Asked for" };
    case "tables":
      return { reaches: true, words: "As a condition on the tables" };
    case "rows": {
      const column = reach.name ? ` “${columnLabel(reach.name)}”` : " of that name";
      return missed.includes(label)
        ? not(`no parameter of its query takes it, and its rows have no column${column}`)
        : { reaches: true, words: `By the column${column} of its rows` };
    }
    case "no_parameter":
      return not(
        reach.name
          ? `its query has no parameter {{${reach.name}}} that takes it`
          : "its query takes it nowhere",
      );
    case "left_out":
      return not("whoever made the dashboard left it out here");
  }
}

export function originWords(origin: ValueOrigin): string {
  switch (origin.kind) {
    case "period":
      return "From the period";
    case "filter":
      return `From ${columnLabel(origin.label)}`;
    case "author":
      return "Set for this figure";
    case "default":
      return "The default of the query";
  }
}

/** Does the figure show the period that it was asked for beside its own? */
export function isCompared(model: PreparedModel): boolean {
  if (model.kind === "metric") return model.comparison !== null;
  return "series" in model && model.series.some((series) => series.compares !== undefined);
}
