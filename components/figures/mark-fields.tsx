"use client";

import { Plus, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import type { CartesianSpec, ReferenceSpec } from "@/lib/charts/chart-spec";
import { Choice } from "./choice";
import { Field } from "./field";
import { NumberField } from "./number-field";

const REFERENCE_KINDS = {
  value: "A value",
  average: "The average",
} as const satisfies Record<ReferenceSpec["kind"], string>;

const MAX_REFERENCES = 10;
const MAX_NOTES = 20;

type ReferenceFieldsProps = {
  references: ReferenceSpec[];
  isPercent: boolean;
  onChange: (references: ReferenceSpec[]) => void;
};

/** Lines across the plot: targets, limits, averages. */
export function ReferenceFields({ references, isPercent, onChange }: ReferenceFieldsProps) {
  return (
    <MarkList
      legend="Lines across the chart"
      noun="line"
      marks={references}
      max={MAX_REFERENCES}
      fresh={{ kind: "average" }}
      onChange={onChange}
    >
      {(reference, number, replace) => (
        <>
          <Choice
            label={`Line ${number} is`}
            options={REFERENCE_KINDS}
            value={reference.kind}
            onChange={(kind) =>
              replace(
                kind === "value"
                  ? { kind, value: 0, label: reference.label }
                  : { kind, label: reference.label },
              )
            }
          />
          {reference.kind === "value" ? (
            <NumberField
              label={`Line ${number} at`}
              value={reference.value}
              isPercent={isPercent}
              onChange={(value) => replace({ ...reference, value: value ?? 0 })}
            />
          ) : null}
          <Words
            label={`Name of line ${number}`}
            maxLength={60}
            value={reference.label ?? ""}
            onChange={(label) => replace({ ...reference, label: label || undefined })}
          />
        </>
      )}
    </MarkList>
  );
}

type Annotation = NonNullable<CartesianSpec["annotations"]>[number];

type AnnotationFieldsProps = {
  annotations: Annotation[];
  isTime: boolean;
  onChange: (annotations: Annotation[]) => void;
};

/** What happened when: notes over the points of the axis. */
export function AnnotationFields({ annotations, isTime, onChange }: AnnotationFieldsProps) {
  return (
    <MarkList
      legend="Notes"
      noun="note"
      marks={annotations}
      max={MAX_NOTES}
      fresh={{ at: "", text: "" }}
      onChange={onChange}
    >
      {(note, number, replace) => (
        <>
          <Words
            label={isTime ? `Day of note ${number}` : `Place of note ${number}`}
            type={isTime ? "date" : "text"}
            maxLength={200}
            value={note.at}
            onChange={(at) => replace({ ...note, at })}
          />
          <Words
            label={`Note ${number}`}
            maxLength={80}
            value={note.text}
            onChange={(text) => replace({ ...note, text })}
          />
        </>
      )}
    </MarkList>
  );
}

type MarkListProps<Mark> = {
  legend: string;
  noun: string;
  marks: Mark[];
  max: number;
  fresh: Mark;
  onChange: (marks: Mark[]) => void;
  children: (mark: Mark, number: number, replace: (mark: Mark) => void) => ReactNode;
};

function MarkList<Mark>({ legend, noun, marks, max, fresh, onChange, children }: MarkListProps<Mark>) {
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1.5 text-13 font-medium text-ink">{legend}</legend>
      {marks.map((mark, index) => (
        <div key={index} className="grid grid-cols-2 items-end gap-2">
          {children(mark, index + 1, (next) =>
            onChange(marks.map((other, place) => (place === index ? next : other))),
          )}
          <Button
            type="button"
            variant="ghost"
            size="icon-sm"
            aria-label={`Remove ${noun} ${index + 1}`}
            onClick={() => onChange(marks.filter((_, place) => place !== index))}
          >
            <Trash2 aria-hidden />
          </Button>
        </div>
      ))}
      {marks.length < max ? (
        <Button
          type="button"
          variant="secondary"
          size="sm"
          className="self-start"
          onClick={() => onChange([...marks, fresh])}
        >
          <Plus aria-hidden />
          Add a {noun}
        </Button>
      ) : null}
    </fieldset>
  );
}

type WordsProps = {
  label: string;
  type?: "text" | "date";
  maxLength: number;
  value: string;
  onChange: (value: string) => void;
};

function Words({ label, type = "text", maxLength, value, onChange }: WordsProps) {
  return (
    <Field label={label}>
      {(control) => (
        <Input
          {...control}
          type={type}
          maxLength={type === "text" ? maxLength : undefined}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}
