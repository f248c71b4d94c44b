"use client";

import { useState } from "react";
import { Field } from "@/components/figures/field";
import { Input } from "@/components/ui/input";

type TagsFieldProps = { value: readonly string[]; onChange: (tags: string[]) => void };

const MAX_TAGS = 20;
const MAX_LENGTH = 40;

/** Words by which a dashboard is found, with commas between them. */
export function TagsField({ value, onChange }: TagsFieldProps) {
  const [text, setText] = useState(value.join(", "));
  return (
    <Field label="Tags" optional hint="With commas between them, e.g. clinics, weekly.">
      {(control) => (
        <Input
          {...control}
          value={text}
          onChange={({ target }) => {
            setText(target.value);
            onChange(tagsOf(target.value));
          }}
        />
      )}
    </Field>
  );
}

export function tagsOf(text: string): string[] {
  const words = text.split(",").map((word) => word.trim().slice(0, MAX_LENGTH));
  return [...new Set(words.filter(Boolean))].slice(0, MAX_TAGS);
}
