/** Short ways to write a visual; each comes back complete, with the defaults of the schema filled in. */
import type { z } from "zod";
import { AreaSpec, BarSpec, LineSpec, PieSpec } from "@/lib/charts/chart-spec";
import { MetricSpec, TableSpec } from "@/lib/charts/spec";

type Written<Schema extends z.ZodType> = Omit<z.input<Schema>, "kind" | "title">;

export const metric = (title: string, spec: Written<typeof MetricSpec>) =>
  MetricSpec.parse({ kind: "metric", title, ...spec });
export const line = (title: string, spec: Written<typeof LineSpec>) =>
  LineSpec.parse({ kind: "line", title, ...spec });
export const bar = (title: string, spec: Written<typeof BarSpec>) =>
  BarSpec.parse({ kind: "bar", title, ...spec });
export const area = (title: string, spec: Written<typeof AreaSpec>) =>
  AreaSpec.parse({ kind: "area", title, ...spec });
export const pie = (title: string, spec: Written<typeof PieSpec>) =>
  PieSpec.parse({ kind: "pie", title, ...spec });
export const table = (title: string, spec: Written<typeof TableSpec>) =>
  TableSpec.parse({ kind: "table", title, ...spec });
