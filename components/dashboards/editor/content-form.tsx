"use client";

import { type ReactNode, useState } from "react";
import { Field } from "@/components/figures/field";
import { ContentView } from "@/components/figures/content-view";
import { Button } from "@/components/ui/button";
import { DialogClose } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import { ContentSpec, type ImageSpec } from "@/lib/charts/content-spec";
import { prepareContent } from "@/lib/charts/prepare-content";
import type { WidgetOptions } from "@/lib/dashboards/schemas";
import { cn } from "@/lib/utils/cn";
import type { WidgetScene } from "../screen-types";
import { DescriptionField } from "@/components/pictures/description-field";
import { PictureField } from "@/components/pictures/picture-field";
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
  // An upload ends while its description is written: neither may undo the other.
  const change = (changed: ContentChange) =>
    setValue((now) => ({ ...now, visual: { ...now.visual, ...changed } }));
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
                onChange={({ target }) => change({ title: target.value })}
              />
            )}
          </Field>
          <ContentFields visual={visual} scene={scene} onChange={change} />
          <WidgetOptionsFields
            value={options}
            onChange={(changed) => setValue((now) => ({ ...now, options: changed }))}
          />
        </div>
        <section aria-label="Preview" className="bg-paper p-5 max-lg:border-t lg:overflow-y-auto lg:p-8">
          <div
            className={cn(
              "min-h-48 rounded-lg border border-rule bg-card px-4 py-3",
              // A picture fills the frame that it is given.
              visual.kind === "image" && "h-80",
            )}
          >
            {visual.kind === "image" && visual.pictureId === "" ? (
              <p className="flex h-full items-center justify-center text-13 text-ink-3">
                Upload a picture, or choose one, to see it here.
              </p>
            ) : (
              <ContentView model={prepareContent(visual, { variables, workspace })} />
            )}
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

/** What one field of the form changes. */
type ContentChange = { title: string } | { markdown: string } | Partial<Omit<ImageSpec, "kind" | "title">>;

type ContentFieldsProps = {
  visual: ContentSpec;
  scene: WidgetScene;
  onChange: (changed: ContentChange) => void;
};

function ContentFields({ visual, scene, onChange }: ContentFieldsProps): ReactNode {
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
              onChange={({ target }) => onChange({ markdown: target.value })}
            />
          )}
        </Field>
      );
    case "image":
      return (
        <>
          <PictureField
            workspace={scene.workspace}
            locale={scene.place.locale}
            pictureId={visual.pictureId}
            onChange={(pictureId) => onChange({ pictureId })}
          />
          <DescriptionField
            hint="Needed: it is read aloud to people who cannot see the picture, and stands where it cannot be shown."
            value={visual.alt}
            onChange={(alt) => onChange({ alt })}
          />
          <Field label="In its frame">
            {(control) => (
              <NativeSelect
                {...control}
                value={visual.fit}
                onChange={({ target }) => onChange({ fit: target.value === "cover" ? "cover" : "contain" })}
              >
                <option value="contain">Shown whole</option>
                <option value="cover">Fills the frame; its edges may be cut off</option>
              </NativeSelect>
            )}
          </Field>
        </>
      );
    case "insight":
    case "prediction":
    case "alerts":
      return null;
  }
}
