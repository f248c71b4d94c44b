"use client";

import type { KeyboardEvent, RefObject } from "react";
import { FormField } from "@/components/forms/form-field";
import type { ActionForm } from "@/components/forms/use-action-form";
import { Textarea } from "@/components/ui/textarea";
import { syncParameters } from "@/lib/queries/placeholders";
import type { QueryValues } from "./form-values";

type SqlFieldProps = {
  form: ActionForm<QueryValues>;
  /** The text area itself, for putting the cursor at a mistake. */
  fieldRef: RefObject<HTMLTextAreaElement | null>;
  onRun: () => void;
};

/** The text. Its parameters are declared as they are typed. */
export function SqlField({ form, fieldRef, onRun }: SqlFieldProps) {
  const { methods, control } = form;

  function declare(sql: string) {
    const declared = methods.getValues("definition.parameters") ?? [];
    const next = syncParameters(sql, declared);
    if (next !== declared) methods.setValue("definition.parameters", next, { shouldDirty: true });
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    onRun();
  }

  return (
    <FormField
      control={control}
      name="definition.sql"
      label="SQL"
      hint={
        <>
          One SELECT. Write values that change as <code className="font-mono">{"{{clinic}}"}</code>;{" "}
          <code className="font-mono">{"{{from}}"}</code> and <code className="font-mono">{"{{to}}"}</code>{" "}
          follow the period, the last day not included.
        </>
      }
    >
      {({ value, onChange, ref, ...field }) => (
        <Textarea
          {...field}
          ref={(element) => {
            ref(element);
            fieldRef.current = element;
          }}
          rows={14}
          value={value ?? ""}
          onChange={(event) => {
            onChange(event);
            declare(event.target.value);
          }}
          onKeyDown={onKeyDown}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          autoCorrect="off"
          wrap="off"
          aria-keyshortcuts="Control+Enter Meta+Enter"
          className="resize-y overflow-x-auto font-mono text-13 leading-5"
        />
      )}
    </FormField>
  );
}
