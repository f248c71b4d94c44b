import {
  type Completion,
  type CompletionContext,
  type CompletionResult,
  type CompletionSource,
  snippetCompletion,
} from "@codemirror/autocomplete";
import { type CompletionWorld, completionsAt, type SqlCompletion } from "./completions";

/** The icon's name in the editor. */
const TYPES = {
  column: "property",
  table: "class",
  schema: "namespace",
  alias: "variable",
  function: "function",
  keyword: "keyword",
  type: "type",
  parameter: "constant",
} as const satisfies Record<SqlCompletion["kind"], string>;

/** Asks `world` anew each time: tables arrive late, parameters are declared while typing. */
export function completionSource(world: () => CompletionWorld): CompletionSource {
  return (context: CompletionContext): CompletionResult | null => {
    const found = completionsAt(context.state.doc.toString(), context.pos, world(), context.explicit);
    if (!found || found.options.length === 0) return null;
    return { from: found.from, options: found.options.map(toOption), validFor: /^[\p{L}\p{N}_$.]*$/u };
  };
}

function toOption({ label, kind, apply, detail, boost }: SqlCompletion): Completion {
  const option: Completion = { label, type: TYPES[kind], detail, boost };
  if (kind === "function") return snippetCompletion(`${label}(\${})`, option);
  return apply === undefined || apply === label ? option : { ...option, apply };
}
