/** A value that a reader chose, on its way to one figure. Client-safe. */
import type { Cell, ColumnType } from "@/lib/charts/types";
import type { TimeGrain } from "@/lib/queries/builder/schema";
import type { ParameterDefinition, ParameterValue } from "@/lib/queries/schemas";
import type { DateRange } from "@/lib/time/ranges";

/** What a filter reaches in a figure; `same_name` is the parameter of its name, else the column of its name. */
export type FilterAim =
  | { kind: "parameter"; name: string }
  | { kind: "column"; name: string }
  | { kind: "same_name"; name: string }
  | { kind: "none" };

/** Where in a source a column of an answer comes from. */
export type ColumnOrigin = {
  dataSourceId: string;
  schema: string;
  table: string;
  column: string;
  type: ColumnType;
  /** Of the answer's values; null where they are the column's own. */
  grain: TimeGrain | null;
};

export type FigureFilter = {
  /** As people read it, to say what it did not reach. */
  label: string;
  type: ParameterDefinition["type"];
  /** null is a value too: the rows without one. A filter that is left empty is no filter and is not handed on. */
  value: ParameterValue;
  aim: FilterAim;
  /** It was clicked on another figure: what its author gave this one is narrowed by it, never replaced. */
  isClicked?: true;
  /** Known for a value that was clicked: it also reaches queries of the builder that begin at the same column. */
  origin?: ColumnOrigin;
};

/** Rows that hold something else in this column are left out. */
export type ColumnFilter = {
  label: string;
  column: string;
  keep: { kind: "values"; values: Cell[] } | { kind: "days"; days: DateRange };
  origin?: ColumnOrigin;
};
