import type { ContentSpec } from "@/lib/charts/content-spec";
import { fillMarkdown, fillVariables, type VariableValues } from "@/lib/charts/variables";

/** What stands in a widget without a query, ready to be drawn: variables filled in, addresses made. Plain JSON. */
export type ContentModel = { title: string } & (
  | { kind: "text"; markdown: string }
  | { kind: "image"; src: string; alt: string; fit: "contain" | "cover" }
  | { kind: "insight" | "prediction" | "alerts" }
);

export type ContentContext = {
  variables: VariableValues;
  /** The workspace's slug: pictures are served to its members. */
  workspace: string;
  /** Where they are served to people who are not in the workspace; left out, by its API. */
  picturesUrl?: string;
};

/** Content as every renderer draws it. Pure. */
export function prepareContent(spec: ContentSpec, context: ContentContext): ContentModel {
  const { variables } = context;
  const title = fillVariables(spec.title, variables);
  switch (spec.kind) {
    case "text":
      return { kind: spec.kind, title, markdown: fillMarkdown(spec.markdown, variables) };
    case "image":
      return {
        kind: spec.kind,
        title,
        src: pictureAddress(spec.pictureId, context),
        alt: spec.alt,
        fit: spec.fit,
      };
    default:
      return { kind: spec.kind, title };
  }
}

type PicturePlace = Pick<ContentContext, "workspace" | "picturesUrl">;

export function pictureAddress(pictureId: string, { workspace, picturesUrl }: PicturePlace): string {
  const id = encodeURIComponent(pictureId);
  if (picturesUrl) return `${picturesUrl}/${id}`;
  return `/api/v1/pictures/${id}?workspace=${encodeURIComponent(workspace)}`;
}
