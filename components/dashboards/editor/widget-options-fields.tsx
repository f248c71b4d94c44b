"use client";

import { useId } from "react";
import { Field } from "@/components/figures/field";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { NativeSelect } from "@/components/ui/native-select";
import type { WidgetOptions } from "@/lib/dashboards/schemas";

type WidgetOptionsFieldsProps = {
  value: WidgetOptions;
  onChange: (value: WidgetOptions) => void;
};

const PACES = [
  [10, "10 seconds"],
  [30, "30 seconds"],
  [60, "minute"],
  [300, "5 minutes"],
  [900, "15 minutes"],
  [3600, "hour"],
] as const;

/** How a widget differs from its dashboard: its own pace, and its place on a phone. */
export function WidgetOptionsFields({ value, onChange }: WidgetOptionsFieldsProps) {
  const { refreshSeconds, phone } = value;
  const hiddenId = useId();
  const setPhone = (changed: Partial<WidgetOptions["phone"]>) =>
    onChange({ ...value, phone: { ...phone, ...changed } });
  return (
    <details className="group border-t pt-4">
      <summary className="cursor-default text-13 font-medium text-ink-2 hover:text-ink">
        Refreshing and phones
      </summary>
      <div className="mt-4 flex flex-col gap-5">
        <Field label="Read anew">
          {(control) => (
            <NativeSelect
              {...control}
              value={refreshSeconds ?? ""}
              onChange={({ target }) =>
                onChange({ ...value, refreshSeconds: target.value === "" ? null : Number(target.value) })
              }
            >
              <option value="">As the dashboard does</option>
              {PACES.map(([seconds, words]) => (
                <option key={seconds} value={seconds}>
                  Every {words}
                </option>
              ))}
            </NativeSelect>
          )}
        </Field>
        <div className="flex items-center gap-2">
          <Checkbox
            id={hiddenId}
            checked={phone.hidden}
            onCheckedChange={(checked) => setPhone({ hidden: checked === true })}
          />
          <Label htmlFor={hiddenId}>Leave out on a phone</Label>
        </div>
        {phone.hidden ? null : (
          <Field label="Height on a phone" optional hint="In rows of the grid. Empty: as high as here.">
            {(control) => (
              <Input
                {...control}
                type="number"
                min={1}
                max={100}
                className="w-24"
                value={phone.h ?? ""}
                onChange={({ target }) => setPhone({ h: rowsOf(target.value) })}
              />
            )}
          </Field>
        )}
      </div>
    </details>
  );
}

function rowsOf(text: string): number | null {
  const rows = Math.round(Number(text));
  return text.trim() === "" || !Number.isFinite(rows) ? null : Math.min(Math.max(rows, 1), 100);
}
