"use client";

import type { ReactNode } from "react";
import type { TabularSpec, VisualSpec } from "@/lib/charts/spec";
import type { PreparedModel, ResultColumn } from "@/lib/charts/types";
import { assertNever } from "@/lib/errors";
import { CartesianFields, ComboFields, PieFields } from "./chart-fields";
import { drawnNames } from "./drawn-names";
import { GaugeFields } from "./gauge-fields";
import { PlotFields, type PlotSpec } from "./plot-fields";
import { FunnelFields, HeatmapFields, ScatterFields, ScatterPlotFields } from "./more-chart-fields";
import { isMoment, MetricFields } from "./metric-fields";
import { PivotFields } from "./pivot-fields";
import { TableFields } from "./table-fields";
import { UnitFields } from "./unit-fields";

type KindFieldsProps = {
  visual: VisualSpec;
  columns: readonly ResultColumn[];
  /** The figure as it is drawn just now; left out where nobody draws it. */
  drawn?: PreparedModel | undefined;
  onChange: (visual: VisualSpec) => void;
};

/** The fields of one kind of figure. */
export function KindFields({ visual, columns, drawn, onChange }: KindFieldsProps) {
  const names = drawnNames(visual, drawn);
  if (visual.kind === "table")
    return (
      <TableFields
        visual={visual}
        columns={columns}
        onChange={(change) => onChange({ ...visual, ...change })}
      />
    );
  if (visual.kind === "pivot")
    return (
      <PivotFields
        visual={visual}
        columns={columns}
        onChange={(change) => onChange({ ...visual, ...change })}
      />
    );
  return (
    <>
      {fieldsOf(visual, columns, names, onChange)}
      {visual.kind === "metric" && isMoment(visual, columns) ? null : (
        <UnitFields
          unit={visual.unit}
          decimals={visual.decimals}
          onChange={(change) => onChange({ ...visual, ...change })}
        />
      )}
      {isPlot(visual) ? (
        <PlotFields
          visual={visual}
          columns={columns}
          names={names}
          onChange={(change) => onChange({ ...visual, ...change })}
        />
      ) : visual.kind === "scatter" ? (
        <ScatterPlotFields
          visual={visual}
          columns={columns}
          names={names}
          onChange={(change) => onChange({ ...visual, ...change })}
        />
      ) : null}
    </>
  );
}

function isPlot(visual: VisualSpec): visual is PlotSpec {
  return visual.kind === "line" || visual.kind === "bar" || visual.kind === "area" || visual.kind === "combo";
}

function fieldsOf(
  visual: Exclude<VisualSpec, TabularSpec>,
  columns: readonly ResultColumn[],
  names: readonly string[],
  onChange: (visual: VisualSpec) => void,
): ReactNode {
  switch (visual.kind) {
    case "metric":
      return (
        <MetricFields
          visual={visual}
          columns={columns}
          onChange={(change) => onChange({ ...visual, ...change })}
        />
      );
    case "line":
    case "bar":
    case "area":
      return (
        <CartesianFields
          visual={visual}
          columns={columns}
          onChange={(change) => onChange({ ...visual, ...change })}
        />
      );
    case "combo":
      return (
        <ComboFields
          visual={visual}
          columns={columns}
          onChange={(change) => onChange({ ...visual, ...change })}
        />
      );
    case "scatter":
      return (
        <ScatterFields
          visual={visual}
          columns={columns}
          onChange={(change) => onChange({ ...visual, ...change })}
        />
      );
    case "funnel":
      return (
        <FunnelFields
          visual={visual}
          columns={columns}
          onChange={(change) => onChange({ ...visual, ...change })}
        />
      );
    case "heatmap":
      return (
        <HeatmapFields
          visual={visual}
          columns={columns}
          onChange={(change) => onChange({ ...visual, ...change })}
        />
      );
    case "gauge":
      return (
        <GaugeFields
          visual={visual}
          columns={columns}
          onChange={(change) => onChange({ ...visual, ...change })}
        />
      );
    case "pie":
      return (
        <PieFields
          visual={visual}
          columns={columns}
          names={names}
          onChange={(change) => onChange({ ...visual, ...change })}
        />
      );
    default:
      return assertNever(visual);
  }
}
