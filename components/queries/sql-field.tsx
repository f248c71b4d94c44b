"use client";

import { type RefObject, useId } from "react";
import { useController } from "react-hook-form";
import type { ActionForm } from "@/components/forms/use-action-form";
import type { Dialect, SchemaTable } from "@/lib/data-sources/schemas";
import { syncParameters } from "@/lib/queries/placeholders";
import { SqlEditor, type SqlEditorHandle, type SqlMark } from "./editor/sql-editor";
import { parametersOf, type QueryValues } from "./form-values";

type SqlFieldProps = {
  form: ActionForm<QueryValues>;
  dialect: Dialect;
  tables: readonly SchemaTable[];
  mark: SqlMark | null;
  handleRef: RefObject<SqlEditorHandle | null>;
  onRun: () => void;
  onRunSelection: () => void;
  onFormat: () => void;
};

/** What is known of everybody who reads; other attributes are written by name. */
const READER = ["me.department", "me.job_role", "me.email", "me.name"];

/** The text. Its parameters are declared as they are typed. */
export function SqlField({ form, ...editor }: SqlFieldProps) {
  const { methods, control } = form;
  const id = useId();
  const { field, fieldState } = useController({ control, name: "definition.sql" });
  const message = fieldState.error?.message;
  const definition = methods.getValues("definition");

  function change(sql: string) {
    field.onChange(sql);
    const declared = methods.getValues("definition.parameters") ?? [];
    const next = syncParameters(sql, declared, editor.dialect);
    if (next !== declared) methods.setValue("definition.parameters", next, { shouldDirty: true });
  }

  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <SqlEditor
        {...editor}
        value={field.value ?? ""}
        onChange={change}
        onBlur={field.onBlur}
        parameters={parameterNames(definition)}
        describedBy={message ? `${id}-message ${id}-hint` : `${id}-hint`}
        handleRef={(handle) => {
          editor.handleRef.current = handle;
          // A text that is missing gets the cursor when saving is tried.
          field.ref(handle ? { focus: handle.focus } : null);
        }}
      />
      {message ? (
        <p id={`${id}-message`} className="text-xs text-bad">
          {message}
        </p>
      ) : null}
      <p id={`${id}-hint`} className="text-xs text-ink-3">
        One SELECT. Values that change: <Code>{"{{clinic}}"}</Code>; the period: <Code>{"{{from}}"}</Code> and{" "}
        <Code>{"{{to}}"}</Code>, the last day not included; left out without a value:{" "}
        <Code>{"[[and … ]]"}</Code>. Esc, then Tab, leaves the editor.
      </p>
    </div>
  );
}

const Code = ({ children }: { children: string }) => (
  <code className="font-mono whitespace-nowrap">{children}</code>
);

/** Periods have two ends; the first and last day may be written before anything is declared. */
function parameterNames(definition: QueryValues["definition"]): string[] {
  const names = parametersOf(definition).flatMap(({ name, type }) =>
    type === "date_range" ? [`${name}.from`, `${name}.to`] : [name],
  );
  return [...new Set([...names, "from", "to", ...READER])];
}
