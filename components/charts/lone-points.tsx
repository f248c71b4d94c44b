import type { ReactElement } from "react";
import { drawnValue } from "@/lib/charts/drawn-value";
import type { CartesianModel } from "@/lib/charts/types";

type DotProps = { cx?: number; cy?: number; index: number };

/**
 * A dot renderer for measurements without neighbours: a line needs two points, and one between gaps would
 * otherwise be invisible. `false` when the series has none.
 */
export function lonePoints(
  model: CartesianModel,
  key: string,
  color: string,
): false | ((dot: DotProps) => ReactElement) {
  const isMissing = (index: number) => {
    const point = model.points[index];
    return !point || drawnValue(point, key) === null;
  };
  const isLone = (index: number) => !isMissing(index) && isMissing(index - 1) && isMissing(index + 1);
  if (!model.points.some((_, index) => isLone(index))) return false;
  return function LonePoint({ cx, cy, index }) {
    if (cx === undefined || cy === undefined || !isLone(index)) return <g key={index} />;
    return <circle key={index} cx={cx} cy={cy} r={3} fill={color} />;
  };
}
