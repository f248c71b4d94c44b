import type { DeliveryDto, DeliveryState } from "@/lib/deliveries/schemas";

/** As the server sees it: everything else arrived, will still be sent, or must not be. */
const RESENDABLE: readonly DeliveryState[] = ["FAILED", "BOUNCED", "UNKNOWN"];

export const canBeResent = ({ state }: Pick<DeliveryDto, "state">): boolean => RESENDABLE.includes(state);

/** What happens, and to whom it may be the second mail. */
export function resendWarning(deliveries: readonly Pick<DeliveryDto, "state" | "recipient">[]): string {
  const people = deliveries.length === 1 ? (deliveries[0]?.recipient ?? "") : `${deliveries.length} people`;
  const first = `The same files are sent again to ${people}.`;
  const unknown = deliveries.filter(({ state }) => state === "UNKNOWN").length;
  if (unknown === 0) return first;
  const who = unknown === 1 ? "One of these mails" : `${unknown} of these mails`;
  return `${first} ${who} may have arrived already: those people may receive it twice.`;
}
