import {
  acceptCompletion,
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  closeCompletion,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab, isolateHistory } from "@codemirror/commands";
import { MySQL, PostgreSQL, type SQLDialect, StandardSQL } from "@codemirror/lang-sql";
import { bracketMatching, indentOnInput, indentUnit } from "@codemirror/language";
import { lintGutter, lintKeymap } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState, Prec } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
  placeholder,
} from "@codemirror/view";
import type { Dialect } from "@/lib/data-sources/schemas";
import type { SqlEditorProps } from "./code-editor";
import { completionSource } from "./completion-source";
import { editorTheme } from "./editor-theme";
import { placeholderMarks } from "./placeholder-marks";

const DIALECTS = {
  postgresql: PostgreSQL,
  duckdb: PostgreSQL,
  mysql: MySQL,
  clickhouse: StandardSQL,
} as const satisfies Record<Dialect, SQLDialect>;

export type Editor = {
  view: EditorView;
  setText: (sql: string) => void;
  setDialect: (dialect: Dialect) => void;
  setDescription: (describedBy: string | undefined, isInvalid: boolean) => void;
  destroy: () => void;
};

/** Puts an editor into `parent`. `props` is asked whenever something happens. */
export function createEditor(parent: HTMLElement, props: () => SqlEditorProps): Editor {
  const language = new Compartment();
  const description = new Compartment();
  const { value, dialect, describedBy } = props();
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: value,
      extensions: [
        ownKeys(props),
        language.of(DIALECTS[dialect].extension),
        description.of(attributes(describedBy, false)),
        writing(),
        autocompletion({ override: [completionSource(() => props())], icons: false, maxRenderedOptions: 60 }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) props().onChange(update.state.doc.toString());
          if (update.focusChanged && !update.view.hasFocus) props().onBlur();
        }),
        placeholderMarks,
        editorTheme,
      ],
    }),
  });
  return {
    view,
    setText(sql) {
      const { doc } = view.state;
      if (doc.toString() === sql) return;
      // Undone by itself, not together with what was typed right before.
      const annotations = isolateHistory.of("full");
      view.dispatch({ changes: { from: 0, to: doc.length, insert: sql }, annotations });
    },
    setDialect: (next) => view.dispatch({ effects: language.reconfigure(DIALECTS[next].extension) }),
    setDescription: (...facts) => view.dispatch({ effects: description.reconfigure(attributes(...facts)) }),
    destroy: () => view.destroy(),
  };
}

function ownKeys(props: () => SqlEditorProps) {
  const call = (name: "onRun" | "onRunSelection" | "onFormat") => (view: EditorView) => {
    closeCompletion(view);
    props()[name]();
    return true;
  };
  return Prec.highest(
    keymap.of([
      { key: "Mod-Enter", run: call("onRun"), preventDefault: true },
      { key: "Shift-Mod-Enter", run: call("onRunSelection"), preventDefault: true },
      { key: "Shift-Alt-f", run: call("onFormat"), preventDefault: true },
    ]),
  );
}

function attributes(describedBy: string | undefined, isInvalid: boolean) {
  return EditorView.contentAttributes.of({
    "aria-label": "SQL",
    // It can be focused anyway; stated, checkers know it too.
    tabindex: "0",
    "aria-keyshortcuts": "Control+Enter Meta+Enter",
    ...(describedBy ? { "aria-describedby": describedBy } : {}),
    ...(isInvalid ? { "aria-invalid": "true" } : {}),
    spellcheck: "false",
    autocorrect: "off",
    autocapitalize: "off",
  });
}

/** What a good editor does by itself. */
function writing() {
  return [
    lineNumbers(),
    highlightSpecialChars(),
    history(),
    drawSelection(),
    indentOnInput(),
    indentUnit.of("  "),
    bracketMatching(),
    closeBrackets(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    highlightSelectionMatches(),
    search({ top: true }),
    lintGutter(),
    placeholder("select …"),
    keymap.of([
      ...closeBracketsKeymap,
      { key: "Tab", run: acceptCompletion },
      ...defaultKeymap,
      ...searchKeymap,
      ...historyKeymap,
      ...lintKeymap,
      // Esc and then Tab leaves the editor: CodeMirror's own way out of this trap.
      indentWithTab,
    ]),
  ];
}
