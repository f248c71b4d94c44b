"use client";

import { setDiagnostics } from "@codemirror/lint";
import { type Ref, useEffect, useImperativeHandle, useRef } from "react";
import type { Dialect, SchemaTable } from "@/lib/data-sources/schemas";
import { createEditor, type Editor } from "./create-editor";

/** A mistake in the text; `offset` is 0-based. */
export type SqlMark = { offset: number; message: string };
/** A part of the text, and where it begins. */
export type SqlPart = { sql: string; offset: number };

export type SqlEditorHandle = {
  focus: () => void;
  /** Puts the cursor at an offset (0-based) and brings it into sight. */
  goTo: (offset: number) => void;
  /** null when nothing is selected. */
  selectedPart: () => SqlPart | null;
  /** Writes another text, which can be undone. */
  replace: (sql: string) => void;
};

export type SqlEditorProps = {
  value: string;
  onChange: (sql: string) => void;
  onBlur: () => void;
  onRun: () => void;
  onRunSelection: () => void;
  onFormat: () => void;
  dialect: Dialect;
  tables: readonly SchemaTable[];
  /** Names that can stand in {{ }}. */
  parameters: readonly string[];
  mark: SqlMark | null;
  /** Id of what is said about the field. */
  describedBy: string | undefined;
  handleRef: Ref<SqlEditorHandle>;
};

/** A name with all its parts, `sales.amount`: mistakes are told where it begins. */
const NAME = /^[\p{L}\p{N}_$."`]+/u;

/** CodeMirror as a controlled field. Load it through `SqlEditor`: it is heavy. */
export default function CodeEditor(props: SqlEditorProps) {
  const { value, dialect, mark, describedBy, handleRef } = props;
  const parentRef = useRef<HTMLDivElement>(null);
  const editorRef = useRef<Editor | null>(null);
  const latest = useRef(props);
  // Outside system: the editor calls back long after it was made, and then means the present props.
  useEffect(() => {
    latest.current = props;
  });

  // Outside system: the editor lives beside React, as long as the field does.
  useEffect(() => {
    if (!parentRef.current) return;
    const editor = createEditor(parentRef.current, () => latest.current);
    editorRef.current = editor;
    return () => {
      editorRef.current = null;
      editor.destroy();
    };
  }, []);
  useEffect(() => editorRef.current?.setDialect(dialect), [dialect]);
  useEffect(() => editorRef.current?.setDescription(describedBy, mark !== null), [describedBy, mark]);
  useEffect(() => editorRef.current?.setText(value), [value]);
  useEffect(() => {
    const view = editorRef.current?.view;
    if (!view) return;
    const { length } = view.state.doc;
    const from = Math.min(mark?.offset ?? 0, length);
    const [name] = NAME.exec(view.state.sliceDoc(from, from + 200)) ?? [" "];
    const to = Math.min(from + name.length, length);
    const diagnostics = mark ? [{ from, to, severity: "error" as const, message: mark.message }] : [];
    view.dispatch(setDiagnostics(view.state, diagnostics));
  }, [mark]);

  useImperativeHandle(handleRef, () => ({
    focus: () => editorRef.current?.view.focus(),
    goTo(offset) {
      const view = editorRef.current?.view;
      if (!view) return;
      const anchor = Math.min(offset, view.state.doc.length);
      view.dispatch({ selection: { anchor }, scrollIntoView: true });
      view.focus();
    },
    selectedPart() {
      const { state } = editorRef.current?.view ?? {};
      if (!state || state.selection.main.empty) return null;
      const { from, to } = state.selection.main;
      return { sql: state.sliceDoc(from, to), offset: from };
    },
    replace: (sql) => editorRef.current?.setText(sql),
  }));

  return <div ref={parentRef} className="h-full min-h-0" />;
}
