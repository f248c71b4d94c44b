/** What the parts of a statement need while it is compiled. */
import { sql } from "kysely";
import type { Dialect } from "@/lib/data-sources/schemas";
import { InvalidInputError } from "@/lib/errors";
import { type BoundValue, bindList, bindRange, bindValue, type ScalarType } from "@/lib/queries/bind-value";
import type { ParameterDefinition, ParameterValue, ParameterValues } from "@/lib/queries/schemas";
import type { DateRange, RangeChoice } from "@/lib/time/ranges";
import { resolveRange } from "@/lib/time/ranges";
import type { SqlDialect } from "./dialects";
import { emit } from "./expression";
import { Bound, type Fragment } from "./fragments";
import type { Model } from "./model";
import type { FieldRef } from "./schema";

export type CompileBuilderOptions = {
  dialect: Dialect;
  parameters: readonly ParameterDefinition[];
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
  /** YYYY-MM-DD in the query's zone. */
  today: string;
  source: ValueSource;
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

/** The values of one run. `used` collects what was bound, by name. */
export function valuesOfRun(options: CompileBuilderOptions, used: Record<string, BoundValue>): ValueSource {
  const valueOf = (name: string, path: string) => {
    const parameter = findParameter(options.parameters, name, path);
    const given: ParameterValue | undefined = Object.hasOwn(options.values, name)
      ? options.values[name]
      : undefined;
    return { parameter, value: (given === undefined ? parameter.default : given) ?? null };
  };
  const range = ({ from, to }: DateRange): Given => ({
    kind: "range",
    from: new Bound("date", from),
    to: new Bound("date", to),
  });
  return {
    parameter(name, type, path) {
      if (name.startsWith("me.")) return attribute(name, options.person, used);
      const { parameter, value } = valueOf(name, path);
      const isMissing = value === null || (Array.isArray(value) && value.length === 0);
      if (isMissing && !parameter.isRequired) return { kind: "dropped" };
      if (value === null) throw missing(parameter);
      const scalar = { ...parameter, type };
      const values = parameter.isList ? bindList(scalar, value) : [bindValue(scalar, value)];
      used[name] = parameter.isList ? JSON.stringify(values) : (values[0] ?? null);
      return { kind: "values", values: values.map((each) => new Bound(type, each)) };
    },
    rangeParameter(name, path) {
      const { parameter, value } = valueOf(name, path);
      if (value === null && !parameter.isRequired) return { kind: "dropped" };
      if (value === null) throw missing(parameter);
      const days = bindRange(parameter, value, options);
      used[`${name}.from`] = days.from;
      used[`${name}.to`] = days.to;
      return range(days);
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
function attribute(
  name: string,
  person: Record<string, string> | undefined,
  used: Record<string, BoundValue>,
): Given {
  const key = name.slice("me.".length);
  const value = person && Object.hasOwn(person, key) ? person[key] : undefined;
  used[name] = value ?? null;
  if (value === undefined || value === "") return { kind: "nothing" };
  return { kind: "values", values: [new Bound("text", bindValue({ name, type: "text" }, value))] };
}

export function findParameter(
  parameters: readonly ParameterDefinition[],
  name: string,
  path: string,
): ParameterDefinition {
  const parameter = parameters.find((each) => each.name === name);
  if (parameter) return parameter;
  throw wrong(`There is no parameter ${name}. Declare it, or enter a value.`, path);
}

function missing({ name, label }: ParameterDefinition): InvalidInputError {
  const message = `The parameter ${label || name} has no value. Give one, or give the parameter a default.`;
  return new InvalidInputError(message, { parameter: name, fields: { [`values.${name}`]: message } });
}

export const wrong = (message: string, path: string): InvalidInputError =>
  new InvalidInputError(message, { fields: { [path]: message } });
