"use client";

import { Field } from "@/components/figures/field";
import { NativeSelect } from "@/components/ui/native-select";
import type { Draft } from "../../draft";

const CHOICES = [
  { seconds: 30, label: "Every 30 seconds" },
  { seconds: 60, label: "Every minute" },
  { seconds: 300, label: "Every 5 minutes" },
  { seconds: 900, label: "Every 15 minutes" },
  { seconds: 3600, label: "Every hour" },
];

type RefreshFieldsProps = {
  draft: Draft;
  update: (next: (draft: Draft) => Draft) => void;
};

/** How often figures are read anew while somebody looks: all of them, and some by themselves. */
export function RefreshFields({ draft, update }: RefreshFieldsProps) {
  const { settings, widgets } = draft;
  const asking = widgets.filter(({ queryId }) => queryId !== null);
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-2 text-sm font-semibold">Refreshing</legend>
      <Field label="All figures">
        {(control) => (
          <SecondsSelect
            {...control}
            empty="When the page is opened"
            value={settings.refreshSeconds}
            onChange={(refreshSeconds) =>
              update((before) => ({ ...before, settings: { ...before.settings, refreshSeconds } }))
            }
          />
        )}
      </Field>
      {asking.length === 0 ? null : (
        <details className="text-13">
          <summary className="min-h-6 cursor-default text-ink-2">Figures with a time of their own</summary>
          <ul className="mt-2 flex flex-col gap-2">
            {asking.map(({ key, visual, options }) => (
              <li key={key} className="grid grid-cols-2 items-center gap-2">
                <span className="truncate">{visual.title || "Untitled"}</span>
                <SecondsSelect
                  aria-label={`How often ${visual.title || "the untitled figure"} is read`}
                  empty="Like the others"
                  value={options.refreshSeconds}
                  onChange={(refreshSeconds) =>
                    update((before) => ({
                      ...before,
                      widgets: before.widgets.map((widget) =>
                        widget.key === key
                          ? { ...widget, options: { ...widget.options, refreshSeconds } }
                          : widget,
                      ),
                    }))
                  }
                />
              </li>
            ))}
          </ul>
        </details>
      )}
    </fieldset>
  );
}

type SecondsSelectProps = {
  id?: string;
  "aria-label"?: string;
  empty: string;
  value: number | null;
  onChange: (seconds: number | null) => void;
};

function SecondsSelect({ empty, value, onChange, ...control }: SecondsSelectProps) {
  const isKnown = value === null || CHOICES.some(({ seconds }) => seconds === value);
  return (
    <NativeSelect
      {...control}
      value={value ?? ""}
      onChange={({ target }) => onChange(target.value === "" ? null : Number(target.value))}
    >
      <option value="">{empty}</option>
      {CHOICES.map(({ seconds, label }) => (
        <option key={seconds} value={seconds}>
          {label}
        </option>
      ))}
      {isKnown ? null : <option value={value}>Every {value} seconds</option>}
    </NativeSelect>
  );
}
