"use client";

import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import { Field } from "@/components/figures/field";
import { ParameterInput } from "@/components/figures/parameter-input";
import { draftOptions, useParameterOptions } from "@/components/figures/parameter-options";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import type { DashboardFilter, FilterBinding, WidgetDto } from "@/lib/dashboards/schemas";
import { filterLabel } from "@/lib/dashboards/view/effective-view";
import type { WidgetScene } from "../../screen-types";
import type { QueryShapes } from "./filter-candidates";
import { FollowFields } from "./follow-fields";
import { ListSource } from "./list-source";

export type FilterItemProps = {
  filter: DashboardFilter;
  scene: WidgetScene;
  widgets: readonly WidgetDto[];
  shapes: QueryShapes;
  onChange: (filter: DashboardFilter) => void;
  onRemove: () => void;
  onMove: (step: -1 | 1) => void;
  onBind: (widgetKey: string, binding: FilterBinding | null) => void;
};

/** One filter: its words, its values, its beginning, and who follows it. */
export function FilterItem(props: FilterItemProps) {
  const { filter, scene, onChange, onRemove, onMove } = props;
  const label = filterLabel(filter);
  return (
    <section aria-label={`Filter ${label}`} className="flex flex-col gap-3 rounded-lg border border-rule p-3">
      <header className="flex items-center gap-1">
        <h3 className="min-w-0 flex-1 truncate text-sm font-semibold">{label}</h3>
        <ItemButton label={`Move ${label} up`} icon={<ArrowUp aria-hidden />} onClick={() => onMove(-1)} />
        <ItemButton label={`Move ${label} down`} icon={<ArrowDown aria-hidden />} onClick={() => onMove(1)} />
        <ItemButton label={`Remove ${label}`} icon={<Trash2 aria-hidden />} onClick={onRemove} />
      </header>
      <Field label="Label">
        {(control) => (
          <Input
            {...control}
            value={filter.label}
            maxLength={100}
            placeholder={label}
            onChange={({ target }) => onChange({ ...filter, label: target.value })}
          />
        )}
      </Field>
      {filter.type === "text" || filter.type === "number" ? (
        <ListSource filter={filter} scene={scene} onChange={onChange} />
      ) : null}
      <DefaultField filter={filter} workspace={scene.workspace} onChange={onChange} />
      <label className="flex min-h-6 w-fit items-center gap-2 text-13">
        <Checkbox
          checked={filter.isLocked}
          onCheckedChange={(checked) => onChange({ ...filter, isLocked: checked === true })}
        />
        Readers cannot change it
      </label>
      <FollowFields {...props} />
    </section>
  );
}

function DefaultField({
  filter,
  workspace,
  onChange,
}: Pick<FilterItemProps, "filter" | "onChange"> & { workspace: string }) {
  const state = useParameterOptions(filter, {}, draftOptions(workspace, [filter]));
  return (
    <Field label="Value at the beginning" optional>
      {(control) => (
        <ParameterInput
          {...control}
          parameter={{ ...filter, label: "Value at the beginning" }}
          options={state}
          emptyLabel="All"
          value={filter.default ?? undefined}
          onChange={(value) => onChange({ ...filter, default: value })}
        />
      )}
    </Field>
  );
}

function ItemButton({ label, icon, onClick }: { label: string; icon: React.ReactNode; onClick: () => void }) {
  return (
    <Button size="icon-sm" variant="ghost" aria-label={label} onClick={onClick}>
      {icon}
    </Button>
  );
}
