/** Variables in titles and texts: `{{period}}`, `{{today}}` and `{{filter:clinic}}` become words. Client-safe. */

export type VariableValues = {
  /** e.g. "1–31 October 2026" */
  period: string;
  /** e.g. "20 Nov 2026" */
  today: string;
  /** What each filter is set to, as printed; by the name of the filter. */
  filters: Readonly<Record<string, string>>;
};

const VARIABLE = /\{\{\s*(period|today|filter:\s*([^{}]+?))\s*\}\}/g;
/** Every character that may mean something in Markdown; a backslash makes each of them itself again. */
const MARKDOWN_SIGNS = /[!-/:-@[-`{-~]/g;

/** What is no variable, or names a filter that is not there, stays as it was typed: a reader sees what to mend. */
export function fillVariables(text: string, values: VariableValues): string {
  return replaceVariables(text, values, (value) => value);
}

/** As `fillVariables`. A value is words, never Markdown: a filter set to "**all**" prints its asterisks. */
export function fillMarkdown(markdown: string, values: VariableValues): string {
  return replaceVariables(markdown, values, (value) =>
    value.replace(/\s+/g, " ").replace(MARKDOWN_SIGNS, "\\$&"),
  );
}

function replaceVariables(text: string, values: VariableValues, write: (value: string) => string): string {
  return text.replace(VARIABLE, (whole, name: string, filter: string | undefined) => {
    if (name === "period") return write(values.period);
    if (name === "today") return write(values.today);
    const value = Object.hasOwn(values.filters, filter ?? "") ? values.filters[filter ?? ""] : undefined;
    return value === undefined ? whole : write(value);
  });
}
