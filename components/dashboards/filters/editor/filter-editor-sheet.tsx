"use client";

import { Field } from "@/components/figures/field";
import { RangeInput } from "@/components/figures/range-input";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { NativeSelect } from "@/components/ui/native-select";
import {
  Sheet,
  SheetBody,
  SheetClose,
  SheetContent,
  SheetDescription,
  SheetFooter,
  SheetHeader,
  SheetTitle,
} from "@/components/ui/sheet";
import { Comparison, type DashboardFilter, type DashboardFilters } from "@/lib/dashboards/schemas";
import type { Draft } from "../../draft";
import type { WidgetScene } from "../../screen-types";
import { COMPARISON_LABELS } from "../compare-select";
import { AddFilter } from "./add-filter";
import { FilterItem } from "./filter-item";
import { LinkFields } from "./link-fields";
import { RefreshFields } from "./refresh-fields";
import { useQueryShapes } from "./use-query-shapes";
import { withBinding } from "./with-binding";

type FilterEditorSheetProps = {
  draft: Draft;
  update: (next: (draft: Draft) => Draft, topic?: string) => void;
  scene: WidgetScene;
  onClose: () => void;
};

/** What readers may filter the dashboard by, and what it begins with. Part of the draft. */
export function FilterEditorSheet({ draft, update, scene, onClose }: FilterEditorSheetProps) {
  const { shapes, isLoading } = useQueryShapes(scene.workspace, draft.widgets, scene.view.range);
  const { filters } = draft;
  const setFilters = (changes: Partial<DashboardFilters>, topic?: string) =>
    update((before) => ({ ...before, filters: { ...before.filters, ...changes } }), topic);
  const setFields = (fields: DashboardFilter[], topic?: string) => setFilters({ fields }, topic);
  return (
    <Sheet open onOpenChange={(open) => !open && onClose()}>
      <SheetContent className="max-w-lg">
        <SheetHeader>
          <SheetTitle>Filters</SheetTitle>
          <SheetDescription>The dashboard changes when you save it.</SheetDescription>
        </SheetHeader>
        <SheetBody className="flex flex-col gap-5">
          <PeriodFields filters={filters} onChange={setFilters} />
          {filters.fields.map((filter, index) => (
            <FilterItem
              key={filter.name}
              filter={filter}
              scene={scene}
              widgets={draft.widgets}
              shapes={shapes}
              onChange={(next) => setFields(filters.fields.with(index, next), `filter ${filter.name}`)}
              onRemove={() => setFields(filters.fields.filter((other) => other !== filter))}
              onMove={(step) => setFields(moved(filters.fields, index, step))}
              onBind={(key, binding) =>
                update((before) => ({
                  ...before,
                  widgets: before.widgets.map((widget) =>
                    widget.key === key ? withBinding(widget, filter.name, binding) : widget,
                  ),
                }))
              }
            />
          ))}
          <AddFilter
            shapes={shapes}
            isLoading={isLoading}
            taken={filters.fields}
            onAdd={(filter) => setFields([...filters.fields, filter])}
          />
          <LinkFields
            scene={scene}
            widgets={draft.widgets}
            onChange={(key, link) =>
              update((before) => ({
                ...before,
                widgets: before.widgets.map((widget) =>
                  widget.key === key ? { ...widget, options: { ...widget.options, link } } : widget,
                ),
              }))
            }
          />
          <RefreshFields draft={draft} update={update} />
        </SheetBody>
        <SheetFooter>
          <SheetClose asChild>
            <Button variant="primary">Done</Button>
          </SheetClose>
        </SheetFooter>
      </SheetContent>
    </Sheet>
  );
}

type PeriodFieldsProps = {
  filters: DashboardFilters;
  onChange: (changes: Partial<DashboardFilters>, topic?: string) => void;
};

function PeriodFields({ filters, onChange }: PeriodFieldsProps) {
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="sr-only">Period</legend>
      <Field label="Period at the beginning">
        {(control) => (
          <RangeInput
            {...control}
            label="Period"
            emptyLabel="Last 30 days"
            value={filters.range}
            onChange={(range) =>
              onChange({ range: range ?? { kind: "relative", name: "last_30_days" } }, "period")
            }
          />
        )}
      </Field>
      <Field label="Compare with">
        {(control) => (
          <NativeSelect
            {...control}
            value={filters.comparison}
            onChange={({ target }) => onChange({ comparison: Comparison.parse(target.value) })}
          >
            {Comparison.options.map((option) => (
              <option key={option} value={option}>
                {COMPARISON_LABELS[option]}
              </option>
            ))}
          </NativeSelect>
        )}
      </Field>
      <label className="flex min-h-6 w-fit items-center gap-2 text-13">
        <Checkbox
          checked={filters.isRangeLocked}
          onCheckedChange={(checked) => onChange({ isRangeLocked: checked === true })}
        />
        Readers cannot change the period
      </label>
    </fieldset>
  );
}

function moved(fields: readonly DashboardFilter[], index: number, step: -1 | 1): DashboardFilter[] {
  const [here, there] = [fields[index], fields[index + step]];
  return here && there ? fields.with(index, there).with(index + step, here) : [...fields];
}
