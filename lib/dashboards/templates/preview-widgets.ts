import { prepare } from "@/lib/charts/prepare";
import { VisualSpec } from "@/lib/charts/spec";
import type { ResultSet } from "@/lib/charts/types";
import { InvalidInputError } from "@/lib/errors";
import type { FilledTemplate } from "./fill-template";
import type { PreviewWidget } from "./schemas";

/** The figures of a filled template over given rows. One that does not fit its rows is left blank. */
export function previewWidgets(
  { widgets }: FilledTemplate,
  rowsOf: (query: string) => ResultSet | null,
  place: { locale: string; zone: string },
): PreviewWidget[] {
  return widgets.map(({ query, visual, layout }) => {
    const spec = VisualSpec.parse(visual);
    const result = rowsOf(query);
    return { layout, title: spec.title, model: result && prepared(result, spec, place) };
  });
}

function prepared(result: ResultSet, spec: VisualSpec, place: { locale: string; zone: string }) {
  try {
    return prepare(result, spec, place);
  } catch (error) {
    if (error instanceof InvalidInputError) return null;
    throw error;
  }
}
