/** Lines across a plot, and notes at its points, resolved to values and places. */
import type { ReferenceSpec } from "@/lib/charts/chart-spec";
import { DAY_MS } from "@/lib/charts/local-time";
import { sumNumbers } from "@/lib/charts/sum";
import type { AnnotationModel, ChartPoint, ReferenceModel } from "@/lib/charts/types";

/** `averageOf` takes the column the average is of, or none for the first one drawn. */
export function referenceModels(
  references: readonly ReferenceSpec[] | undefined,
  averageOf: (column: string | undefined) => number | null,
  print: (value: number) => string,
): ReferenceModel[] {
  return (references ?? []).flatMap((reference) => {
    const value = reference.kind === "value" ? reference.value : averageOf(reference.column);
    if (value === null) return [];
    const label = reference.label || (reference.kind === "average" ? "Average" : "");
    return [{ value, text: label === "" ? print(value) : `${label} ${print(value)}` }];
  });
}

/** null when nothing was measured. */
export function averageOf(values: (number | null)[]): number | null {
  const present = values.filter((value) => value !== null);
  return present.length === 0 ? null : sumNumbers(present) / present.length;
}

/**
 * A date stands at the point whose period it lies in, a category at its own. What lies outside the period
 * shown is left out.
 */
export function annotationModels(
  annotations: readonly { at: string; text: string }[] | undefined,
  points: readonly ChartPoint[],
): AnnotationModel[] {
  return (annotations ?? []).flatMap(({ at, text }) => {
    const named = points.findIndex((point) => point.label === at || point.raw === at);
    const index = named >= 0 ? named : pointOfDay(at, points);
    return index < 0 ? [] : [{ index, text }];
  });
}

function pointOfDay(at: string, points: readonly ChartPoint[]): number {
  const instant = Date.parse(at);
  const [first, last] = [points[0]?.x, points.at(-1)?.x];
  if (Number.isNaN(instant) || typeof first !== "number" || typeof last !== "number") return -1;
  const step = points.length > 1 ? (last - first) / (points.length - 1) : DAY_MS;
  if (instant < first || instant >= last + Math.max(step, DAY_MS)) return -1;
  return points.findLastIndex((point) => Number(point.x) < instant + DAY_MS);
}
