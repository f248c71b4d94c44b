import type { WidgetAnswer } from "@/lib/dashboards/view/schemas";
import { UnauthenticatedError } from "@/lib/errors";
import type { LinkAddress } from "./open-link";
import { enter, type PublicVisit } from "./public-page";
import { publicAnswers } from "./public-answers";
import { PublicDataInput } from "./schemas";

/**
 * The figures of some widgets behind an address, each as soon as it is ready. Kept answers do: strangers do not decide
 * when a source is asked. Throws AppError `link_invalid`, UnauthenticatedError while the password is missing.
 */
export async function publicDashboardData(
  address: LinkAddress,
  visit: PublicVisit,
  input: PublicDataInput,
): Promise<AsyncGenerator<WidgetAnswer>> {
  const asked = PublicDataInput.parse(input);
  const shown = await enter(address, visit);
  if (shown === "password")
    throw new UnauthenticatedError("Give the password of this page again: reload it.");
  return publicAnswers(shown, asked);
}
