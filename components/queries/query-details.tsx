"use client";

import type { ComponentProps } from "react";
import { TextareaField, TextField } from "@/components/forms/fields";
import { FormField } from "@/components/forms/form-field";
import type { ActionForm } from "@/components/forms/use-action-form";
import { Input } from "@/components/ui/input";
import type { QueryValues } from "./form-values";
import { KeepField } from "./keep-field";

type QueryDetailsProps = {
  form: ActionForm<QueryValues>;
  /** Categories in use, offered while typing. */
  categories: readonly string[];
};

export function QueryDetails({ form, categories }: QueryDetailsProps) {
  return (
    <div className="flex flex-col gap-4">
      <TextareaField
        control={form.control}
        name="description"
        label="Description"
        optional
        hint="What it counts, and what it leaves out."
        controlProps={{ rows: 3 }}
      />
      <TextField
        control={form.control}
        name="category"
        label="Category"
        optional
        controlProps={{ list: "query-categories", autoComplete: "off" }}
      />
      <datalist id="query-categories">
        {categories.map((category) => (
          <option key={category} value={category} />
        ))}
      </datalist>
      <FormField control={form.control} name="tags" label="Tags" optional hint="Separated by commas.">
        {({ value, onChange, onBlur, ...field }) => (
          <TagsInput
            key={(value ?? []).join("\n")}
            {...field}
            tags={value ?? []}
            onChange={onChange}
            onBlur={onBlur}
          />
        )}
      </FormField>
      <KeepField form={form} />
    </div>
  );
}

type TagsInputProps = Omit<ComponentProps<"input">, "onChange" | "value"> & {
  tags: readonly string[];
  onChange: (tags: string[]) => void;
};

/** Typed as one text, taken apart when the field is left. */
function TagsInput({ tags, onChange, onBlur, ...props }: TagsInputProps) {
  return (
    <Input
      {...props}
      defaultValue={tags.join(", ")}
      onBlur={(event) => {
        const typed = event.target.value.split(",").map((tag) => tag.trim());
        onChange([...new Set(typed.filter(Boolean))]);
        onBlur?.(event);
      }}
    />
  );
}
