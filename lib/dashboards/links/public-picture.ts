import { NotFoundError, UnauthenticatedError } from "@/lib/errors";
import { openPicture, type PictureFile } from "@/lib/pictures";
import type { LinkAddress } from "./open-link";
import { publicPictureId } from "./public-dashboard";
import { enter, type PublicVisit } from "./public-page";
import { PublicPictureInput } from "./schemas";

/**
 * A picture that stands on the dashboard behind an address, by the id that the page tells. Throws AppError
 * `link_invalid`, UnauthenticatedError while the password is missing, NotFoundError for every other picture.
 */
export async function publicPicture(
  address: LinkAddress,
  visit: PublicVisit,
  input: PublicPictureInput,
): Promise<PictureFile> {
  const { pictureId } = PublicPictureInput.parse(input);
  const shown = await enter(address, visit);
  if (shown === "password")
    throw new UnauthenticatedError("Give the password of this page again: reload it.");
  const { link, dashboard } = shown;
  for (const { visual } of dashboard.widgets)
    if (visual.kind === "image" && publicPictureId(link.linkId, visual.pictureId) === pictureId)
      return openPicture(link.ctx, visual.pictureId);
  throw new NotFoundError("picture");
}
