/** Measures and groups to fragments. */
import { sql } from "kysely";
import { assertNever } from "@/lib/errors";
import type { Fragment } from "./fragments";
import { fieldType } from "./model";
import { percentileOfRanks } from "./ranked-rows";
import type { Dimension, FieldRef, Measure } from "./schema";
import { rawField, readField, type Scope } from "./scope";

export function measureFragment(scope: Scope, measure: Measure): Fragment {
  const { dialect, model } = scope;
  switch (measure.kind) {
    case "count":
      return dialect.count();
    case "ratio": {
      const [numerator, denominator] = [measure.numerator, measure.denominator].map((id) => {
        const other = model.measures.get(id);
        if (!other) throw new Error("checked before");
        return measureFragment(scope, other);
      });
      return dialect.divide(numerator ?? sql`null`, denominator ?? sql`null`);
    }
    case "median":
      return percentile(scope, measure, 0.5);
    case "percentile":
      return percentile(scope, measure, measure.percentile / 100);
    case "count_distinct":
    case "sum":
    case "average":
    case "min":
    case "max": {
      const type = fieldType(model, measure.field) ?? "text";
      return dialect.aggregate(measure.kind, valueOf(scope, measure), type);
    }
    default:
      return assertNever(measure);
  }
}

type FieldMeasure = Extract<Measure, { field: FieldRef }>;

function valueOf(scope: Scope, { id, field }: FieldMeasure): Fragment {
  return scope.ranked?.get(id)?.value ?? readField(scope, field);
}

function percentile(scope: Scope, measure: FieldMeasure, fraction: number): Fragment {
  const { dialect, ranked } = scope;
  if (dialect.percentile) return dialect.percentile(valueOf(scope, measure), fraction);
  const columns = ranked?.get(measure.id);
  if (!columns) throw new Error("ranked before");
  return percentileOfRanks(dialect, columns, fraction);
}

export function dimensionFragment(scope: Scope, { field, grain }: Dimension, isGrouped: boolean): Fragment {
  const { dialect, model } = scope;
  const type = fieldType(model, field) ?? "text";
  const raw = rawField(scope, field);
  if (grain === null) return isGrouped ? dialect.group(raw, type) : raw;
  const local = type === "timestamp" ? dialect.local(raw) : raw;
  switch (grain) {
    case "hour":
      return dialect.startOfHour(raw);
    case "day":
      return dialect.toDay(local);
    case "hour_of_day":
      return dialect.part("hour", local);
    case "day_of_week":
      return dialect.part("weekday", local);
    case "month_of_year":
      return dialect.part("month", local);
    default:
      return dialect.startOf(grain, local, scope.weekStartsOn);
  }
}
