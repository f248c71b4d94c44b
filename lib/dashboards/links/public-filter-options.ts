import { listFilterOptions } from "@/lib/dashboards/view/list-filter-options";
import { InvalidInputError, UnauthenticatedError } from "@/lib/errors";
import type { ParameterOptionsDto } from "@/lib/queries/schemas";
import type { LinkAddress } from "./open-link";
import { enter, type PublicVisit } from "./public-page";
import { PublicOptionsInput } from "./schemas";

/**
 * What a filter behind an address can be. An address that holds filters offers no lists: what they name may be more than
 * it shows. Throws AppError `link_invalid`, UnauthenticatedError while the password is missing.
 */
export async function publicFilterOptions(
  address: LinkAddress,
  visit: PublicVisit,
  input: PublicOptionsInput,
): Promise<ParameterOptionsDto> {
  const asked = PublicOptionsInput.parse(input);
  const shown = await enter(address, visit);
  if (shown === "password")
    throw new UnauthenticatedError("Give the password of this page again: reload it.");
  const { ctx, dashboardId, locked } = shown.link;
  if (Object.keys(locked).length > 0)
    throw new InvalidInputError("This page offers no list of values. Write the value.");
  return listFilterOptions(ctx, { ...asked, dashboardId });
}
