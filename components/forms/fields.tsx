"use client";

import type { ComponentProps, ReactNode } from "react";
import type { FieldPath, FieldValues } from "react-hook-form";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { Switch } from "@/components/ui/switch";
import { Textarea } from "@/components/ui/textarea";
import { type FieldBinding, type FieldTexts, FormField } from "./form-field";

type Props<Values extends FieldValues, Name extends FieldPath<Values>, Control> = FieldTexts &
  FieldBinding<Values, Name> & { controlProps?: Control };

/** A line of text. `controlProps` reach the input: type, autoComplete, placeholder … */
export function TextField<Values extends FieldValues, Name extends FieldPath<Values>>({
  controlProps,
  ...field
}: Props<Values, Name, ComponentProps<"input">>) {
  return (
    <FormField {...field}>
      {({ value, ...control }) => <Input {...controlProps} {...control} value={value ?? ""} />}
    </FormField>
  );
}

/** A number; an empty field is null. */
export function NumberField<Values extends FieldValues, Name extends FieldPath<Values>>({
  controlProps,
  ...field
}: Props<Values, Name, ComponentProps<"input">>) {
  return (
    <FormField {...field}>
      {({ value, onChange, ...control }) => (
        <Input
          inputMode="decimal"
          {...controlProps}
          {...control}
          type="number"
          value={value ?? ""}
          onChange={({ target }) => onChange(target.value === "" ? null : target.valueAsNumber)}
        />
      )}
    </FormField>
  );
}

export function TextareaField<Values extends FieldValues, Name extends FieldPath<Values>>({
  controlProps,
  ...field
}: Props<Values, Name, ComponentProps<"textarea">>) {
  return (
    <FormField {...field}>
      {({ value, ...control }) => <Textarea {...controlProps} {...control} value={value ?? ""} />}
    </FormField>
  );
}

type SelectFieldProps<Values extends FieldValues, Name extends FieldPath<Values>> = Props<
  Values,
  Name,
  ComponentProps<"select">
> & {
  /** `<option>`s. */
  children: ReactNode;
};

/** One of several, in the browser's own list. */
export function SelectField<Values extends FieldValues, Name extends FieldPath<Values>>({
  controlProps,
  children,
  ...field
}: SelectFieldProps<Values, Name>) {
  return (
    <FormField {...field}>
      {({ value, ...control }) => (
        <NativeSelect {...controlProps} {...control} value={value ?? ""}>
          {children}
        </NativeSelect>
      )}
    </FormField>
  );
}

/** Yes or no, taken into account when the form is saved. */
export function CheckboxField<Values extends FieldValues, Name extends FieldPath<Values>>(
  field: FieldTexts & FieldBinding<Values, Name>,
) {
  return (
    <FormField {...field} layout="inline">
      {({ value, onChange, "aria-required": _required, ...control }) => (
        <Checkbox
          {...control}
          checked={Boolean(value)}
          onCheckedChange={(checked) => onChange(checked === true)}
        />
      )}
    </FormField>
  );
}

/** On or off. */
export function SwitchField<Values extends FieldValues, Name extends FieldPath<Values>>(
  field: FieldTexts & FieldBinding<Values, Name>,
) {
  return (
    <FormField {...field} layout="inline">
      {({ value, onChange, "aria-required": _required, ...control }) => (
        <Switch {...control} checked={Boolean(value)} onCheckedChange={onChange} />
      )}
    </FormField>
  );
}
