"use client";

import { NativeSelect } from "@/components/ui/native-select";
import { FilterBinding, type WidgetDto } from "@/lib/dashboards/schemas";
import { isFilledByPeriod } from "@/lib/queries/parameters/filled-by-period";
import { automaticAim, type QueryShapes } from "./filter-candidates";
import type { FilterItemProps } from "./filter-item";

/** Which widgets follow a filter, and by what. */
export function FollowFields({ filter, widgets, shapes, onBind }: FilterItemProps) {
  const asking = widgets.filter(({ queryId }) => queryId !== null);
  if (asking.length === 0) return null;
  return (
    <details className="text-13">
      <summary className="min-h-6 cursor-default text-ink-2">Which figures follow it</summary>
      <ul className="mt-2 flex flex-col gap-2">
        {asking.map((widget) => (
          <li key={widget.key} className="grid grid-cols-2 items-center gap-2">
            <span className="truncate">{widget.visual.title || "Untitled"}</span>
            <NativeSelect
              aria-label={`How ${widget.visual.title || "the untitled figure"} follows`}
              value={JSON.stringify(widget.options.bindings[filter.name] ?? null)}
              onChange={({ target }) =>
                onBind(widget.key, FilterBinding.nullable().parse(JSON.parse(target.value)))
              }
            >
              <option value="null">By itself: {automaticAim(filter, widget, shapes)}</option>
              <option value={JSON.stringify({ kind: "none" })}>Not at all</option>
              {choicesOf(widget, shapes).map(({ label, binding }) => (
                <option key={label} value={JSON.stringify(binding)}>
                  {label}
                </option>
              ))}
            </NativeSelect>
          </li>
        ))}
      </ul>
    </details>
  );
}

function choicesOf(
  { queryId, options }: WidgetDto,
  shapes: QueryShapes,
): { label: string; binding: FilterBinding }[] {
  const shape = queryId === null ? undefined : shapes.get(queryId);
  const known = [
    ...(shape?.parameters ?? [])
      .filter((parameter) => !isFilledByPeriod(parameter))
      .map(({ name }) => ({ label: `Parameter ${name}`, binding: { kind: "parameter" as const, name } })),
    ...(shape?.columns ?? []).map(({ name }) => ({
      label: `Column ${name}`,
      binding: { kind: "column" as const, name },
    })),
  ];
  // What was chosen before stays to be seen, also when its query no longer has it.
  const chosen = Object.values(options.bindings).filter((binding) => binding.kind !== "none");
  const lost = chosen.filter(
    (binding) => !known.some((choice) => JSON.stringify(choice.binding) === JSON.stringify(binding)),
  );
  return [...known, ...lost.map((binding) => ({ label: `Missing: ${binding.name}`, binding }))];
}
