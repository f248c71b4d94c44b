import type { FilterBinding, WidgetDto } from "@/lib/dashboards/schemas";

/** `null` leaves it to the filter's name. */
export function withBinding(widget: WidgetDto, filter: string, binding: FilterBinding | null): WidgetDto {
  const { [filter]: _before, ...others } = widget.options.bindings;
  const bindings = binding ? { ...others, [filter]: binding } : others;
  return { ...widget, options: { ...widget.options, bindings } };
}
