"use client";

import { type ReactNode, useState } from "react";
import { Field } from "@/components/figures/field";
import { ContentView } from "@/components/figures/content-view";
import { Button } from "@/components/ui/button";
import { DialogClose } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { ContentSpec } from "@/lib/charts/content-spec";
import { prepareContent } from "@/lib/charts/prepare-content";
import type { WidgetOptions } from "@/lib/dashboards/schemas";
import type { WidgetScene } from "../screen-types";
import { WidgetOptionsFields } from "./widget-options-fields";

export type ContentFormValue = { visual: ContentSpec; options: WidgetOptions };

type ContentFormProps = {
  scene: WidgetScene;
  initial: ContentFormValue;
  submitLabel: string;
  onSubmit: (value: ContentFormValue) => void;
};

/** The form of what needs no rows, beside what it will look like. */
export function ContentForm({ scene, initial, submitLabel, onSubmit }: ContentFormProps) {
  const [{ visual, options }, setValue] = useState(initial);
  const { workspace, variables } = scene;
  const checked = ContentSpec.safeParse(visual);
  const setVisual = (changed: ContentSpec) => setValue({ visual: changed, options });
  return (
    <form
      noValidate
      className="flex min-h-0 flex-1 flex-col"
      onSubmit={(event) => {
        event.preventDefault();
        if (checked.success) onSubmit({ visual: checked.data, options });
      }}
    >
      <div className="flex min-h-0 flex-1 flex-col overflow-y-auto lg:grid lg:grid-cols-[24rem_1fr] lg:overflow-hidden">
        <div className="flex flex-col gap-5 px-6 py-5 lg:overflow-y-auto lg:border-r">
          <Field label="Title" optional>
            {(control) => (
              <Input
                {...control}
                maxLength={200}
                value={visual.title}
                onChange={({ target }) => setVisual({ ...visual, title: target.value })}
              />
            )}
          </Field>
          <ContentFields visual={visual} onChange={setVisual} />
          <WidgetOptionsFields
            value={options}
            onChange={(changed) => setValue({ visual, options: changed })}
          />
        </div>
        <section aria-label="Preview" className="bg-paper p-5 max-lg:border-t lg:overflow-y-auto lg:p-8">
          <div className="min-h-48 rounded-lg border border-rule bg-card px-4 py-3">
            <ContentView model={prepareContent(visual, { variables, workspace })} />
          </div>
        </section>
      </div>
      <div className="flex justify-end gap-2 border-t px-6 py-3">
        <DialogClose asChild>
          <Button>Cancel</Button>
        </DialogClose>
        <Button type="submit" variant="primary" disabled={!checked.success}>
          {submitLabel}
        </Button>
      </div>
    </form>
  );
}

type ContentFieldsProps = { visual: ContentSpec; onChange: (visual: ContentSpec) => void };

function ContentFields({ visual, onChange }: ContentFieldsProps): ReactNode {
  switch (visual.kind) {
    case "text":
      return (
        <Field
          label="Text"
          hint="Markdown. {{period}} and {{today}} become the days that are looked at and the day of today."
        >
          {(control) => (
            <Textarea
              {...control}
              rows={12}
              maxLength={20_000}
              value={visual.markdown}
              onChange={({ target }) => onChange({ ...visual, markdown: target.value })}
            />
          )}
        </Field>
      );
    case "image":
      return (
        <Field label="What the picture shows" hint="Read aloud in its place.">
          {(control) => (
            <Input
              {...control}
              maxLength={500}
              value={visual.alt}
              onChange={({ target }) => onChange({ ...visual, alt: target.value })}
            />
          )}
        </Field>
      );
    case "insight":
    case "prediction":
    case "alerts":
      return null;
  }
}
