"use client";

import { useMemo, useRef, useState } from "react";
import type { ActionForm } from "@/components/forms/use-action-form";
import type { Dialect, SchemaTable } from "@/lib/data-sources/schemas";
import type { SqlEditorHandle, SqlMark, SqlPart } from "./editor/sql-editor";
import type { QueryValues } from "./form-values";
import { RunBar } from "./run-bar";
import { SqlField } from "./sql-field";
import { SqlProblem } from "./sql-problem";
import type { Problem } from "./use-question";

type SqlPaneProps = {
  form: ActionForm<QueryValues>;
  dialect: Dialect;
  tables: readonly SchemaTable[];
  problem: Problem | null;
  isRunning: boolean;
  /** A part alone when one was selected. */
  onRun: (part: SqlPart | null) => void;
  isExplaining: boolean;
  onExplain: () => void;
};

/** Writing SQL: the text, what can be done with it, and what is wrong with it. */
export function SqlPane({ form, dialect, tables, problem, isRunning, onRun, ...explain }: SqlPaneProps) {
  const editor = useRef<SqlEditorHandle>(null);
  const [remark, setRemark] = useState("");
  // Another object for the same mistake would close the remark that is being read.
  const { message } = problem?.error ?? {};
  const position = problem?.position ?? null;
  const mark = useMemo(() => markOf(message, position), [message, position]);

  function runSelection() {
    const part = editor.current?.selectedPart() ?? null;
    setRemark(part ? "" : "Nothing was selected, so all of it was run.");
    onRun(part);
  }
  async function format() {
    const { formatSql } = await import("./editor/format-sql");
    const { definition } = form.methods.getValues();
    const formatted = definition.kind === "sql" ? formatSql(definition.sql, dialect) : null;
    setRemark(formatted === null ? "This text cannot be read as it stands, so it was left alone." : "");
    if (formatted !== null) editor.current?.replace(formatted);
    editor.current?.focus();
  }
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <SqlField
        form={form}
        dialect={dialect}
        tables={tables}
        mark={mark}
        handleRef={editor}
        onRun={() => {
          setRemark("");
          onRun(null);
        }}
        onRunSelection={runSelection}
        onFormat={() => void format()}
      />
      {problem ? (
        <SqlProblem problem={problem} dialect={dialect} onShow={(offset) => editor.current?.goTo(offset)} />
      ) : null}
      <RunBar
        isRunning={isRunning}
        onRun={() => onRun(null)}
        onRunSelection={runSelection}
        onFormat={() => void format()}
        {...explain}
      />
      <p role="status" className="text-xs text-ink-2 empty:hidden">
        {remark}
      </p>
    </div>
  );
}

/** Where the editor underlines. */
const markOf = (message: string | undefined, position: number | null): SqlMark | null =>
  message === undefined || position === null ? null : { offset: position - 1, message };
