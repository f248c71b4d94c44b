import { optionsOfFilter } from "@/lib/dashboards/view/list-filter-options";
import { InvalidInputError, UnauthenticatedError } from "@/lib/errors";
import type { ParameterOptionsDto } from "@/lib/queries/schemas";
import type { LinkAddress } from "./open-link";
import { toldOptions } from "./public-dashboard";
import { enter, type PublicVisit } from "./public-page";
import { PublicOptionsInput } from "./schemas";

/**
 * What a filter behind an address can be: within what the address holds, and nothing where that does not reach the
 * list. Throws AppError `link_invalid`, UnauthenticatedError while the password is missing, and as
 * {@link optionsOfFilter}.
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
  const { link, dashboard } = shown;
  const { fields } = dashboard.filters;
  const filter = fields.find(({ name }) => name === asked.filter);
  const held = fields.filter((field) => field !== filter && Object.hasOwn(link.locked, field.name));
  const { isWithin, ...offered } = await optionsOfFilter(link.ctx, fields, { ...asked, within: held });
  if (filter?.isLocked) return { options: toldOptions(filter, offered.options), truncated: false };
  if (!isWithin) throw noList();
  return offered;
}

const noList = () => new InvalidInputError("This page offers no list of values. Write the value.");
