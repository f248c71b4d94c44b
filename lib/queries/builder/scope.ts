/** What the parts of a statement need while it is compiled. */
import { sql } from "kysely";
import type { Dialect } from "@/lib/data-sources/schemas";
import { InvalidInputError } from "@/lib/errors";
import type { ScalarType } from "@/lib/queries/bind-value";
import type { ParameterDefinition, ParameterValues } from "@/lib/queries/schemas";
import type { DateRange, RangeChoice } from "@/lib/time/ranges";
import type { SqlDialect } from "./dialects";
import { emit } from "./expression";
import type { Bound, Fragment } from "./fragments";
import type { Model } from "./model";
import type { RankedColumns } from "./ranked-rows";
import type { FieldRef } from "./schema";

export type CompileBuilderOptions = {
  dialect: Dialect;
  parameters: ParameterDefinition[];
  values: ParameterValues;
  /** IANA zone in which days begin; the session's too. */
  zone: string;
  now: Date;
  /** 1 = Monday … 7 = Sunday. */
  weekStartsOn: number;
  /** The period of the dashboard or report that shows the query. */
  period?: DateRange;
  /** Attributes of the person who reads, by name without `me.`. */
  person?: Record<string, string>;
};

/** What a condition is compared with, once values are known. */
export type Given =
  /** An optional parameter without a value: the condition falls away. */
  | { kind: "dropped" }
  /** Nothing can be true of it: an attribute the reader does not have. */
  | { kind: "nothing" }
  | { kind: "values"; values: Bound[]; isOptional?: boolean }
  | { kind: "range"; from: Bound; to: Bound; isOptional?: boolean };

/** Where values come from: those of one run, or the parameters themselves where SQL is shown. */
export type ValueSource = {
  parameter(name: string, type: ScalarType, path: string): Given;
  rangeParameter(name: string, path: string): Given;
  range(range: RangeChoice): Given;
  period(path: string): Given;
};

export type Scope = {
  model: Model;
  dialect: SqlDialect;
  weekStartsOn: number;
  /** The day in the query's zone. */
  today: Fragment;
  source: ValueSource;
  /** By measure, what it is computed of where the rows were ranked before. */
  ranked?: ReadonlyMap<string, RankedColumns>;
};

/** A field with nothing around it. */
export function rawField(scope: Scope, ref: FieldRef): Fragment {
  if (ref.kind === "column") return sql`${sql.id(ref.table, ref.column)}`;
  const node = scope.model.calculated.get(ref.id);
  if (!node || node instanceof Error) throw new Error("checked before");
  return emit(node, {
    dialect: scope.dialect,
    today: scope.today,
    field: (inner) => computedField(scope, inner),
  });
}

/** A field to compare, count or order by. */
export function readField(scope: Scope, ref: FieldRef): Fragment {
  return ref.kind === "column" ? scope.dialect.read(rawField(scope, ref), ref.type) : rawField(scope, ref);
}

function computedField(scope: Scope, ref: FieldRef): Fragment {
  const isNumber = ref.kind === "column" && ref.type === "number";
  return isNumber ? scope.dialect.number(rawField(scope, ref)) : readField(scope, ref);
}

export const wrong = (message: string, path: string): InvalidInputError =>
  new InvalidInputError(message, { fields: { [path]: message } });
