import type { RequestContext } from "@/lib/context";
import type { WidgetDto } from "@/lib/dashboards/schemas";
import { type PrintedPicture, printedPicture } from "@/lib/pictures";

/** By the id of the picture; one that is gone is left out. */
export type Pictures = ReadonlyMap<string, PrintedPicture>;

/** The pictures that stand on these widgets, one after the other: each is unfolded while it is made smaller. */
export async function collectPictures(
  person: RequestContext,
  widgets: readonly WidgetDto[],
): Promise<Pictures> {
  const pictures = new Map<string, PrintedPicture>();
  const ids = new Set(widgets.flatMap(({ visual }) => (visual.kind === "image" ? visual.pictureId : [])));
  for (const id of ids) {
    person.signal?.throwIfAborted();
    const picture = await printedPicture(person, id);
    if (picture) pictures.set(id, picture);
  }
  return pictures;
}
